import { type CurrencyCode, isCurrencyCode, minorUnitDigits } from './currency.ts';
import { PolyrailError } from './error.ts';

declare const checked: unique symbol;

/** An amount in minor units (cents for EUR, yen for JPY) of one currency. Only {@link money} and {@link parseMoney} make one. */
export interface Money {
  readonly minorUnits: bigint;
  readonly currency: CurrencyCode;
  readonly [checked]: true;
}

/** The largest amount: 18 digits, what ISO 20022 `ActiveCurrencyAndAmount` (totalDigits 18) can carry. */
export const maxMinorUnits = 999_999_999_999_999_999n;

/**
 * Makes an amount.
 *
 * @param minorUnits zero or more, at most {@link maxMinorUnits}
 * @param currency ISO 4217 alphabetic code
 * @throws PolyrailError `amount_invalid` or `currency_unknown`
 */
export function money(minorUnits: bigint, currency: string): Money {
  if (!isCurrencyCode(currency))
    throw new PolyrailError('currency_unknown', `"${printable(currency)}" is not an ISO 4217 currency`);
  if (typeof minorUnits !== 'bigint') throw new PolyrailError('amount_invalid', 'minorUnits must be a bigint');
  if (minorUnits < 0n) throw new PolyrailError('amount_invalid', 'an amount cannot be negative');
  if (minorUnits > maxMinorUnits) throw new PolyrailError('amount_invalid', 'an amount has at most 18 digits');
  return { minorUnits, currency } as Money;
}

/**
 * Reads a decimal string, exactly: `parseMoney('12.5', 'EUR')` is 1250 minor units, `parseMoney('500.00', 'JPY')` is 500.
 *
 * @param decimal digits with an optional point; no sign, exponent, grouping or white space
 * @throws PolyrailError `amount_invalid` when it names a part of a minor unit of ISO 4217
 */
export function parseMoney(decimal: string, currency: string): Money {
  if (!isCurrencyCode(currency))
    throw new PolyrailError('currency_unknown', `"${printable(currency)}" is not an ISO 4217 currency`);
  // `exec` would read a number as its text.
  const match = typeof decimal === 'string' ? /^(\d{1,18})(?:\.(\d{1,18}))?$/.exec(decimal) : null;
  const [, whole = '', fraction = ''] = match ?? [];
  const places = minorUnitDigits(currency);
  const significant = fraction.slice(0, places);
  if (!match || /[1-9]/.test(fraction.slice(places)))
    throw new PolyrailError(
      'amount_invalid',
      `"${printable(decimal)}" is not an amount in ${currency} (${places} decimals)`,
    );
  return money(BigInt(whole + significant.padEnd(places, '0')), currency);
}

/** True for the same amount in the same currency. */
export function equalMoney(a: Money, b: Money): boolean {
  return a.minorUnits === b.minorUnits && a.currency === b.currency;
}

/** @throws PolyrailError `currency_mismatch` when the currencies differ, `amount_invalid` when the sum has over 18 digits */
export function addMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.minorUnits + b.minorUnits, a.currency);
}

/** @throws PolyrailError `currency_mismatch` when the currencies differ, `amount_invalid` when `b` is more than `a` */
export function subtractMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.minorUnits - b.minorUnits, a.currency);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. @throws PolyrailError `currency_mismatch` */
export function compareMoney(a: Money, b: Money): number {
  requireSameCurrency(a, b);
  return a.minorUnits < b.minorUnits ? -1 : Number(a.minorUnits > b.minorUnits);
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency)
    throw new PolyrailError('currency_mismatch', `${a.currency} and ${b.currency} do not mix`);
}

function printable(text: unknown): string {
  return String(text)
    .slice(0, 40)
    .replace(/[^\x20-\x7e]/g, '?');
}
