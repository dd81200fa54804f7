import { minorUnitDigits, numericCurrencyCode } from './currency.ts';
import type { Money } from './money.ts';
import { toProviderUnits } from './provider-units.ts';

/**
 * How a provider counts. `digits`: its minor-unit digits where they differ from ISO 4217; the amount is scaled, never
 * reinterpreted. Default: ISO 4217. An amount that the provider cannot express is an error, `amount_invalid`.
 */
export interface AmountFormat {
  readonly digits?: number;
}

/** `12.50 EUR` → `"1250"`; `500 ISK` with two digits → `"50000"`: minor units as an integer without grouping. */
export function formatMinorUnits(amount: Money, format: AmountFormat = {}): string {
  return unitsOf(amount, format).toString();
}

/** `12.50 EUR` → `"12.50"`, `500 JPY` → `"500"`, `500 ISK` with two digits → `"500.00"`: always as many decimals. */
export function formatDecimal(amount: Money, format: AmountFormat = {}): string {
  const { digits = minorUnitDigits(amount.currency) } = format;
  const text = unitsOf(amount, format)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `1250 EUR` → `"12.5"`, `1200 EUR` → `"12"`: decimals without trailing zeros. */
export function formatShortestDecimal(amount: Money, format: AmountFormat = {}): string {
  const text = formatDecimal(amount, format);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `EUR` → `"978"`: the ISO 4217 numeric code of the amount's currency. */
export function formatNumericCurrency(amount: Money): string {
  return numericCurrencyCode(amount.currency);
}

function unitsOf(amount: Money, { digits }: AmountFormat): bigint {
  return digits === undefined ? amount.minorUnits : toProviderUnits(amount, digits);
}
