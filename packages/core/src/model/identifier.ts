declare const brand: unique symbol;

/** The gateway's own id of a payment, `pay_` and a UUID version 7 in hexadecimal. */
export type PaymentId = string & { readonly [brand]: 'PaymentId' };

/** Reads a payment id; `undefined` when the text is not one. */
export function parsePaymentId(text: string): PaymentId | undefined {
  return /^pay_[0-9a-f]{32}$/.test(text) ? (text as PaymentId) : undefined;
}
