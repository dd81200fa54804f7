import { PolyrailError } from '@polyrail/core/provider';
import { attributeValue, characterData } from '@polyrail/xml';
import type { AttributeShape, ElementShape, TextKind } from './wsdl/element-shape.ts';

/** What an element holds. Amounts are text or `bigint`: a number would lose digits. */
export type SoapValue = string | bigint | boolean | SoapFields | readonly SoapValue[];

/** Elements by their names, in any order. `@name` is an attribute, `#text` the text beside attributes. */
export interface SoapFields {
  readonly [name: string]: SoapValue | undefined;
}

const forms: Readonly<Record<TextKind, RegExp>> = {
  // The characters of XML 1.0, without halves of surrogate pairs.
  any: /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  integer: /^[+-]?\d+$/,
  boolean: /^(true|false|0|1)$/,
};

/**
 * Writes an element in the order of its schema. The text is its own canonical form (Exclusive XML Canonicalization) where
 * `declared` lists the declarations that the canonical form of its parent has made.
 *
 * @throws PolyrailError `provider_invalid` for a value that the schema does not know, lacks, or has in another form
 */
export function writeElement(shape: ElementShape, value: SoapValue, declared: readonly string[] = []): string {
  const isDeclared = shape.declaration === '' || declared.includes(shape.declaration);
  const scope = isDeclared ? declared : [...declared, shape.declaration];
  const opening = isDeclared ? shape.openTag : shape.openTag + shape.declaration;
  if (!isFields(value)) {
    if (shape.type.attributes.some(({ required }) => required)) throw invalid(shape, 'lacks an attribute');
    return `${opening}>${text(shape, value)}${shape.closeTag}`;
  }
  const content = shape.type.text === undefined ? children(shape, value, scope) : text(shape, value['#text'] ?? '');
  refuseUnknown(shape, value);
  return `${opening}${attributes(shape, value)}>${content}${shape.closeTag}`;
}

function isFields(value: SoapValue): value is SoapFields {
  return typeof value === 'object' && !Array.isArray(value);
}

function text(shape: ElementShape, value: SoapValue): string {
  const { text: kind } = shape.type;
  if (kind === undefined || typeof value === 'object') throw invalid(shape, 'holds elements, not text');
  const written = String(value);
  if (!forms[kind].test(written))
    throw invalid(shape, kind === 'any' ? 'has characters that XML lacks' : `is no ${kind}`);
  return characterData(written);
}

function children(shape: ElementShape, fields: SoapFields, scope: readonly string[]): string {
  let written = '';
  for (const child of shape.type.children) {
    const value = fieldOf(fields, child.name);
    if (value === undefined) {
      if (child.required) throw invalid(shape, `lacks ${child.name}`);
    } else if (!Array.isArray(value)) written += writeElement(child, value, scope);
    else if (!child.isList) throw invalid(shape, `takes one ${child.name}`);
    else for (const item of value) written += writeElement(child, item, scope);
  }
  for (const branches of shape.type.choices) {
    const chosen = branches.filter((names) => names.some((name) => fieldOf(fields, name) !== undefined));
    if (chosen.length > 1) throw invalid(shape, `takes one of ${branches.flat().join(', ')}`);
  }
  return written;
}

function fieldOf(fields: SoapFields, name: string): SoapValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function attributes(shape: ElementShape, fields: SoapFields): string {
  let written = '';
  for (const attribute of shape.type.attributes)
    written += writeAttribute(shape, attribute, fields[`@${attribute.name}`]);
  return written;
}

function writeAttribute(shape: ElementShape, { name, required }: AttributeShape, value: SoapValue | undefined): string {
  if (value === undefined && !required) return '';
  if (value === undefined || typeof value === 'object') throw invalid(shape, `lacks the attribute ${name}`);
  const written = String(value);
  if (!forms.any.test(written)) throw invalid(shape, 'has characters that XML lacks');
  return ` ${name}="${attributeValue(written)}"`;
}

function refuseUnknown({ name, type }: ElementShape, fields: SoapFields): void {
  for (const field of Object.keys(fields)) {
    if (type.childrenByName.has(field)) continue;
    const isAttribute = field.startsWith('@') && type.attributes.some((attribute) => `@${attribute.name}` === field);
    if (!isAttribute && !(field === '#text' && type.text !== undefined)) throw invalid({ name }, `has no ${field}`);
  }
}

function invalid({ name }: Pick<ElementShape, 'name'>, reason: string): PolyrailError {
  return new PolyrailError('provider_invalid', `by its schema, ${name} ${reason}`);
}
