import { isCurrencyCode, isIban, minorUnitDigits } from '@polyrail/core/provider';
import { addressForm, repeatedLine } from './address-form.ts';
import { foreignCharacter } from './character-set.ts';
import { isAbaRoutingNumber, isBic } from './checksum.ts';
import { compareDecimals, fractionDigits } from './compare-decimals.ts';
import type { Checksum, RuleCheck } from './profile-rule.ts';
import { isElement, type Judge } from './rule-path.ts';

/** A check of the kind K. */
type Check<K extends RuleCheck['kind']> = Extract<RuleCheck, { kind: K }>;

const checksums: Readonly<Record<Checksum, (text: string) => boolean>> = {
  aba: isAbaRoutingNumber,
  bic: isBic,
  iban: isIban,
};

const checksumNames: Readonly<Record<Checksum, string>> = {
  aba: 'routing number with a right check digit',
  bic: 'business identifier code',
  iban: 'IBAN with right check digits',
};

/**
 * Makes the judge of a rule: it says why a value breaks the rule, in plain words that never repeat the value; undefined when it
 * does not. Its context is the value that a `same` rule compares with; undefined when the message does not have it.
 */
export function verdictOf(rule: RuleCheck): Judge<unknown> {
  if (rule.kind === 'absent') return (value) => (value === undefined ? undefined : 'must be absent');
  if (rule.kind === 'count') return (value) => countVerdict(rule, value);
  const verdict = presentVerdict(rule);
  return (value, other) => (value === undefined ? 'is missing' : verdict(value, other));
}

function presentVerdict(rule: Exclude<RuleCheck, { kind: 'absent' | 'count' }>): Judge<unknown> {
  switch (rule.kind) {
    case 'required':
      return () => undefined;
    case 'address':
      return (value) => addressVerdict(rule, value);
    case 'amount':
      return (value) => amountVerdict(rule, value);
    case 'decimals':
      return decimalsVerdict;
    case 'same':
      return (value, other) => (other === undefined || value === other ? undefined : `must be the same as ${rule.as}`);
    default: {
      const verdict = textVerdict(rule);
      return (value) => (typeof value === 'string' ? verdict(value) : undefined);
    }
  }
}

function textVerdict(
  rule: Check<'equals' | 'oneOf' | 'pattern' | 'maxLength' | 'charset' | 'checksum'>,
): (text: string) => string | undefined {
  switch (rule.kind) {
    case 'equals':
      return (text) => (text === rule.value ? undefined : `must be ${rule.value}`);
    case 'oneOf':
      return (text) => (rule.values.includes(text) ? undefined : `must be one of ${rule.values.join(', ')}`);
    case 'pattern': {
      const pattern = new RegExp(`^(?:${rule.pattern})$`, 'u');
      return (text) => (pattern.test(text) ? undefined : `must have the form ${rule.pattern}`);
    }
    case 'maxLength':
      return (text) => ([...text].length <= rule.max ? undefined : `must have at most ${rule.max} characters`);
    case 'checksum': {
      const isRight = checksums[rule.checksum];
      return (text) => (isRight(text) ? undefined : `must be a ${checksumNames[rule.checksum]}`);
    }
    case 'charset':
      return (text) => {
        const found = foreignCharacter(text, rule.charset);
        return found && `character ${found.index + 1} is not in the set ${rule.charset}`;
      };
  }
}

function countVerdict(rule: Check<'count'>, value: unknown): string | undefined {
  const count = Array.isArray(value) ? value.length : Number(value !== undefined);
  if (count >= rule.min && count <= rule.max) return undefined;
  return rule.min === rule.max ? `must occur ${rule.min} times` : `must occur ${rule.min} to ${rule.max} times`;
}

function amountVerdict(rule: Check<'amount'>, value: unknown): string | undefined {
  const { currency, decimal } = amountOf(value);
  if (rule.currencies && currency !== undefined && !rule.currencies.includes(currency))
    return `must be in ${rule.currencies.join(', ')}`;
  const toMin = compareDecimals(decimal, rule.min);
  if (toMin === undefined) return 'must be a decimal amount';
  if (toMin < 0) return `must be at least ${rule.min}`;
  return rule.max !== undefined && (compareDecimals(decimal, rule.max) ?? 1) > 0
    ? `must be at most ${rule.max}`
    : undefined;
}

function decimalsVerdict(value: unknown): string | undefined {
  const { currency = '', decimal } = amountOf(value);
  if (!isCurrencyCode(currency)) return 'must be in a currency of ISO 4217';
  const digits = fractionDigits(decimal);
  if (digits === undefined) return 'must be a decimal amount';
  const allowed = minorUnitDigits(currency);
  return digits <= allowed ? undefined : `must have at most ${allowed} decimals in ${currency}`;
}

function amountOf(value: unknown): { readonly currency: string | undefined; readonly decimal: string } {
  if (!isElement(value)) return { currency: undefined, decimal: textOf(value) ?? '' };
  return { currency: textOf(value['Ccy']), decimal: textOf(value['value']) ?? '' };
}

function addressVerdict(rule: Check<'address'>, value: unknown): string | undefined {
  if (!isElement(value)) return 'must be an address';
  const address = {
    town: textOf(value['TwnNm']),
    country: textOf(value['Ctry']),
    lines: Array.isArray(value['AdrLine']) ? value['AdrLine'].map(textOf).filter((line) => line !== undefined) : [],
  };
  const form = addressForm(address);
  if (!rule.forms.includes(form)) return `is ${form}, must be ${rule.forms.join(' or ')}`;
  if (address.lines.length > rule.maxLines) return `must have at most ${rule.maxLines} address lines`;
  if (address.lines.some((line) => [...line].length > rule.maxLineLength))
    return `must have address lines of at most ${rule.maxLineLength} characters`;
  return repeatedLine(address) === undefined ? undefined : 'must not repeat town or country in an address line';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
