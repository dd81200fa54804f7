import { isCurrencyCode, isIban, minorUnitDigits } from '@polyrail/core/provider';
import { addressForm, repeatedLine } from './address-form.ts';
import { foreignCharacter } from './character-set.ts';
import { isAbaRoutingNumber, isBic } from './checksum.ts';
import { compareDecimals, fractionDigits } from './compare-decimals.ts';
import type { Checksum, RuleCheck } from './profile-rule.ts';
import { isElement } from './rule-path.ts';

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
 * Why the value breaks the rule, in plain words that never repeat the value; undefined when it does not.
 *
 * @param other the value that a `same` rule compares with; undefined when the message does not have it
 */
export function brokenBy(rule: RuleCheck, value: unknown, other: unknown): string | undefined {
  if (rule.kind === 'absent') return value === undefined ? undefined : 'must be absent';
  if (rule.kind === 'count') return countVerdict(rule, value);
  if (value === undefined) return 'is missing';
  switch (rule.kind) {
    case 'required':
      return undefined;
    case 'address':
      return addressVerdict(rule, value);
    case 'amount':
      return amountVerdict(rule, value);
    case 'decimals':
      return decimalsVerdict(value);
    case 'same':
      return other === undefined || value === other ? undefined : `must be the same as ${rule.as}`;
    default:
      return typeof value === 'string' ? textVerdict(rule, value) : undefined;
  }
}

function textVerdict(
  rule: Check<'equals' | 'oneOf' | 'pattern' | 'maxLength' | 'charset' | 'checksum'>,
  text: string,
): string | undefined {
  switch (rule.kind) {
    case 'equals':
      return text === rule.value ? undefined : `must be ${rule.value}`;
    case 'oneOf':
      return rule.values.includes(text) ? undefined : `must be one of ${rule.values.join(', ')}`;
    case 'pattern':
      return patternOf(rule).test(text) ? undefined : `must have the form ${rule.pattern}`;
    case 'maxLength':
      return [...text].length <= rule.max ? undefined : `must have at most ${rule.max} characters`;
    case 'checksum':
      return checksums[rule.checksum](text) ? undefined : `must be a ${checksumNames[rule.checksum]}`;
    case 'charset': {
      const found = foreignCharacter(text, rule.charset);
      return found && `character ${found.index + 1} is not in the set ${rule.charset}`;
    }
  }
}

const patterns = new WeakMap<RuleCheck, RegExp>();

function patternOf(rule: Check<'pattern'>): RegExp {
  const known = patterns.get(rule) ?? new RegExp(`^(?:${rule.pattern})$`, 'u');
  patterns.set(rule, known);
  return known;
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

function amountOf(value: unknown): { readonly currency?: string; readonly decimal: string } {
  if (typeof value === 'string') return { decimal: value };
  if (!isElement(value)) return { decimal: '' };
  const { Ccy, value: decimal } = value;
  return { ...(typeof Ccy === 'string' ? { currency: Ccy } : {}), decimal: typeof decimal === 'string' ? decimal : '' };
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
