import type { CurrencyCode } from '../model/currency.ts';
import type { Instrument } from '../model/instrument.ts';

/** What a provider can do, answerable before there is a payment. */
export interface Capabilities {
  /** Currencies it takes. */
  readonly currencies: 'any' | readonly CurrencyCode[];
  /** What a charge or authorization may be drawn on, and what a transfer may name. */
  readonly instruments: readonly Instrument['type'][];
  /** May an authorization be captured in parts? Default: false. */
  readonly partialCapture?: boolean;
  /** May a payment be refunded in parts? Default: false. */
  readonly partialRefund?: boolean;
  /** Largest amount in minor units. Default: no limit of the provider's. */
  readonly maxMinorUnits?: bigint;
  /** Longest reference that the provider keeps whole. Default: 140. */
  readonly maxReferenceLength?: number;
}
