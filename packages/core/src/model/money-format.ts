import { minorUnitDigits, numericCurrencyCode } from './currency.ts';
import type { Money } from './money.ts';

/**
 * Options of the decimal formatters.
 * `digits`: minor-unit digits where a provider differs from ISO 4217. Default: ISO 4217.
 */
export interface DecimalFormat {
  readonly digits?: number;
}

/** `1250` → `"1250"`: minor units as an integer without grouping. */
export function formatMinorUnits(amount: Money): string {
  return amount.minorUnits.toString();
}

/** `1250 EUR` → `"12.50"`, `500 JPY` → `"500"`: always as many decimals as the currency has. */
export function formatDecimal(
  amount: Money,
  { digits = minorUnitDigits(amount.currency) }: DecimalFormat = {},
): string {
  const text = amount.minorUnits.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `1250 EUR` → `"12.5"`, `1200 EUR` → `"12"`: decimals without trailing zeros. */
export function formatShortestDecimal(amount: Money, format: DecimalFormat = {}): string {
  const text = formatDecimal(amount, format);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `EUR` → `"978"`: the ISO 4217 numeric code of the amount's currency. */
export function formatNumericCurrency(amount: Money): string {
  return numericCurrencyCode(amount.currency);
}
