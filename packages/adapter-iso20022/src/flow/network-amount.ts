import { formatDecimal, type Money, parseMoney } from '@polyrail/core/provider';
import type { Amount } from '../model/amount.ts';

/** An amount with the decimals of its currency. */
export function networkAmount(amount: Money): Amount {
  return { Ccy: amount.currency, value: formatDecimal(amount) };
}

/** Reads an amount in any form that the schemas allow; `undefined` for what its currency cannot hold. */
export function readAmount({ Ccy, value }: Amount): Money | undefined {
  const [, whole = '', fraction = ''] = /^\+?0*(\d*)(?:\.(\d*?)0*)?$/.exec(value.trim()) ?? [];
  if (whole === '' && fraction === '' && !/\d/.test(value)) return undefined;
  try {
    return parseMoney(fraction === '' ? whole || '0' : `${whole || '0'}.${fraction}`, Ccy);
  } catch {
    return undefined;
  }
}
