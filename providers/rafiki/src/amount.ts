import { jsonField, minorUnitsField, textField } from '@polyrail/adapter-graphql';
import {
  type CurrencyCode,
  fromProviderUnits,
  isCurrencyCode,
  type Money,
  PolyrailError,
  toProviderUnits,
} from '@polyrail/core/provider';

/** The assets of the tenant that are currencies: the code of ISO 4217 and the scale that Rafiki has the asset with. */
export type RafikiAssets = Readonly<Partial<Record<CurrencyCode, number>>>;

/** An amount in Rafiki's words. */
export type RafikiAmount = {
  /** A string of digits: UInt64. */
  readonly value: string;
  readonly assetCode: string;
  readonly assetScale: number;
};

/** Below 2^64, which is as far as Rafiki counts, and as many digits as are read back. */
const largest = 10n ** 18n - 1n;

/** @throws PolyrailError `command_invalid` or `amount_invalid` when the asset cannot express the amount */
export function writeAmount(amount: Money, assets: RafikiAssets): RafikiAmount {
  const { currency } = amount;
  const assetScale = assets[currency];
  if (assetScale === undefined) throw new PolyrailError('command_invalid', `Rafiki has no asset for ${currency}`);
  const value = toProviderUnits(amount, assetScale);
  if (value > largest)
    throw new PolyrailError('amount_invalid', `the amount has more than 18 digits at the scale of ${currency}`);
  return { value: value.toString(), assetCode: currency, assetScale };
}

/** `undefined` for an asset of another code or scale than ours, and for a part of a minor unit. */
export function readAmount(amount: unknown, assets: RafikiAssets): Money | undefined {
  const value = minorUnitsField(amount, 'value');
  const code = textField(amount, 'assetCode') ?? '';
  const scale = isCurrencyCode(code) ? assets[code] : undefined;
  if (value === undefined || scale === undefined || scale !== jsonField(amount, 'assetScale')) return undefined;
  try {
    return fromProviderUnits(value, code, scale);
  } catch {
    return undefined;
  }
}
