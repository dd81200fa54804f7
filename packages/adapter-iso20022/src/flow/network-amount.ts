import { formatDecimal, type Money, parseMoney } from '@polyrail/core/provider';
import type { Amount } from '../model/amount.ts';

/** An amount with the decimals of its currency. */
export function networkAmount(amount: Money): Amount {
  return { Ccy: amount.currency, value: formatDecimal(amount) };
}

/** No currency has as many decimals; zeros may follow. */
const longest = 18;

/** Reads an amount in any form that the schemas allow; `undefined` for what its currency cannot hold. */
export function readAmount({ Ccy, value }: Amount): Money | undefined {
  const [decimal = '', digits = '', fraction = ''] = /^(?:\+|-(?=[0.]+$))?(\d*)(?:\.(\d*))?$/.exec(value.trim()) ?? [];
  const whole = digits.replace(/^0+/, '') || '0';
  if (!/\d/.test(decimal) || /[1-9]/.test(fraction.slice(longest))) return undefined;
  try {
    return parseMoney(fraction === '' ? whole : `${whole}.${fraction.slice(0, longest)}`, Ccy);
  } catch {
    return undefined;
  }
}
