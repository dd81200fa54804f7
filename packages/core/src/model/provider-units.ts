import { isCurrencyCode, minorUnitDigits } from './currency.ts';
import { PolyrailError } from './error.ts';
import { type Money, money } from './money.ts';

/**
 * The amount in the units of a provider that counts with other digits than ISO 4217: 500 ISK (no digits) with two digits
 * is 50000.
 *
 * @throws PolyrailError `amount_invalid` when the provider cannot express the amount
 */
export function toProviderUnits({ minorUnits, currency }: Money, digits: number): bigint {
  const shift = digits - minorUnitDigits(currency);
  if (shift >= 0) return minorUnits * 10n ** BigInt(shift);
  const step = 10n ** BigInt(-shift);
  if (minorUnits % step !== 0n)
    throw new PolyrailError('amount_invalid', `the amount has more than ${digits} decimals in ${currency}`);
  return minorUnits / step;
}

/** The reverse of {@link toProviderUnits}. @throws PolyrailError `amount_invalid` for a part of a minor unit of ISO 4217 */
export function fromProviderUnits(units: bigint, currency: string, digits: number): Money {
  const shift = isCurrencyCode(currency) ? digits - minorUnitDigits(currency) : 0;
  if (shift <= 0) return money(units * 10n ** BigInt(-shift), currency);
  const step = 10n ** BigInt(shift);
  if (units % step !== 0n)
    throw new PolyrailError('amount_invalid', `the amount names a part of a minor unit of ${currency}`);
  return money(units / step, currency);
}
