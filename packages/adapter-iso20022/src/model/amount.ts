/** An amount with its currency, as the schemas write it. */
export interface Amount {
  /** ISO 4217. */
  readonly Ccy: string;
  /** A decimal number, never a floating point one. */
  readonly value: string;
}
