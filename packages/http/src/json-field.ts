import { type Money, parseMoney } from '@polyrail/core/provider';

/** Reads one field of a parsed body by its path; `undefined` where it is absent. Inherited properties are not fields. */
export function jsonField(json: unknown, ...path: readonly (string | number)[]): unknown {
  let value = json;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/** True when a field of this name, at any depth, holds the text, by itself or in what it consists of. */
export function hasTextField(fields: unknown, name: string, text: string): boolean {
  if (typeof fields !== 'object' || fields === null) return false;
  return Object.entries(fields).some(([field, value]) =>
    field === name ? holds(value, text) : hasTextField(value, name, text),
  );
}

function holds(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => holds(part, text));
}

/** A text field; `undefined` where it is absent or not a text. */
export function textField(json: unknown, ...path: readonly (string | number)[]): string | undefined {
  const value = jsonField(json, ...path);
  return typeof value === 'string' ? value : undefined;
}

/**
 * A whole number of minor units, from a JSON integer or a string of digits. `undefined` where it is absent, negative,
 * fractional, or a JSON number beyond 2^53 that has lost digits.
 */
export function minorUnitsField(json: unknown, ...path: readonly (string | number)[]): bigint | undefined {
  const value = jsonField(json, ...path);
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined;
  return typeof value === 'string' && /^\d{1,18}$/.test(value) ? BigInt(value) : undefined;
}

/**
 * An amount as a decimal text beside its ISO 4217 currency. `undefined` where one of them is absent or no text, where there
 * is no such currency, and where the amount names a part of a minor unit.
 */
export function moneyField(json: unknown, decimalName: string, currencyName: string): Money | undefined {
  const [decimal, currency] = [textField(json, decimalName), textField(json, currencyName)];
  if (decimal === undefined || currency === undefined) return undefined;
  try {
    return parseMoney(decimal, currency);
  } catch {
    return undefined;
  }
}
