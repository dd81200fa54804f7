import type { TextModel, TimeForm, TypeModel } from '../model/type-model.ts';
import { decimalCheck } from './decimal-text.ts';
import type { Violation } from './issue.ts';
import { isTimeText } from './time-text.ts';

/** A type without elements and attributes. */
export interface SimpleType {
  /** The value that a document means: without the white space around it, where the type says so. */
  normalise(text: string): string;
  /** The first rule that a normalised text breaks. */
  violation(text: string): Violation | undefined;
  /** Whether a text without violation may still hold characters that XML writes otherwise, or cannot write. */
  readonly isOpen: boolean;
}

type SimpleModel = Exclude<TypeModel, { kind: 'sequence' | 'amount' | 'any' }>;

const notBoolean: Violation = { code: 'boolean_invalid', detail: 'true or false' };
const booleans = new Set(['true', 'false', '1', '0']);

/** Makes the rules of a type. */
export function simpleType(model: SimpleModel): SimpleType {
  switch (model.kind) {
    case 'text':
      return { isOpen: model.pattern === undefined, normalise: asItIs, violation: textCheck(model) };
    case 'codes':
      return { isOpen: false, normalise: asItIs, violation: codeCheck(model.codes) };
    case 'decimal':
      return { isOpen: false, normalise: collapsed, violation: decimalCheck(model) };
    case 'boolean':
      return {
        isOpen: false,
        normalise: collapsed,
        violation: (text) => (booleans.has(text) ? undefined : notBoolean),
      };
    case 'binary':
      return { isOpen: false, normalise: withoutSpace, violation: binaryCheck(model.minOctets, model.maxOctets) };
    case 'time':
      return { isOpen: false, normalise: timeNormaliser(model), violation: timeCheck(model.form, model.pattern) };
  }
}

function asItIs(text: string): string {
  return text;
}

function collapsed(text: string): string {
  if (text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32) return text;
  return text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, '');
}

function withoutSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, '');
}

/** Where there is no pattern, libxml2 takes white space only before a time of the day and behind the zone of a dateTime. */
function timeNormaliser({ form, pattern }: { form: TimeForm; pattern: string | undefined }): SimpleType['normalise'] {
  if (pattern !== undefined) return collapsed;
  if (form === 'time') return (text) => text.replace(/^[ \t\r\n]+/, '');
  return form === 'dateTime' ? (text) => text.replace(/(Z|[+-]\d\d:\d\d)[ \t\r\n]+$/, '$1') : asItIs;
}

function textCheck({ minLength, maxLength, pattern }: TextModel): SimpleType['violation'] {
  const tooShort: Violation = { code: 'too_short', detail: `at least ${minLength} characters` };
  const tooLong: Violation = { code: 'too_long', detail: `at most ${maxLength} characters` };
  const matches = patternCheck(pattern);
  return (text) => {
    if (text.length < minLength) return tooShort;
    if (text.length > maxLength && codePoints(text) > maxLength) return tooLong;
    return matches?.(text);
  };
}

/** A pattern of XML Schema is anchored. Those of ISO 20022 mean the same in JavaScript. */
function patternCheck(pattern: string | undefined): SimpleType['violation'] | undefined {
  if (pattern === undefined) return undefined;
  const expression = new RegExp(`^(?:${pattern})$`);
  const mismatch: Violation = { code: 'pattern_mismatch', detail: `matches ${pattern}` };
  return (text) => (expression.test(text) ? undefined : mismatch);
}

function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count -= 1;
  return count;
}

function codeCheck(codes: readonly string[]): SimpleType['violation'] {
  const known = new Set(codes);
  const unknown: Violation = { code: 'code_unknown', detail: `one of ${codes.join(', ')}` };
  return (text) => (known.has(text) ? undefined : unknown);
}

function timeCheck(form: TimeForm, pattern: string | undefined): SimpleType['violation'] {
  const invalid: Violation = { code: 'time_invalid', detail: `a ${form} of XML Schema` };
  const matches = patternCheck(pattern);
  return (text) => (isTimeText(form, text) ? matches?.(text) : invalid);
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;
const notBase64 = /[^A-Za-z0-9+/=]/;

function binaryCheck(minOctets: number, maxOctets: number): SimpleType['violation'] {
  const invalid: Violation = { code: 'base64_invalid', detail: 'whole groups, with padding' };
  const foreign: Violation = { code: 'base64_character', detail: 'only characters of base64' };
  const tooShort: Violation = { code: 'too_short', detail: `at least ${minOctets} octets` };
  const tooLong: Violation = { code: 'too_long', detail: `at most ${maxOctets} octets` };
  return (text) => {
    if (!base64.test(text)) return notBase64.test(text) ? foreign : invalid;
    const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
    const octets = (text.length / 4) * 3 - padding;
    if (octets < minOctets) return tooShort;
    return octets > maxOctets ? tooLong : undefined;
  };
}
