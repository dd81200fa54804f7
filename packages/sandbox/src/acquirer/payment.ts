/** Where a payment stands; `pending` until the acquirer has decided. */
export type PaymentStatus =
  | 'pending'
  | 'succeeded'
  | 'authorized'
  | 'partially_captured'
  | 'voided'
  | 'declined'
  | 'failed';

/** A charge or a transfer. Never changed in place, so an answer that was stored stays what it was. */
export interface Payment {
  readonly kind: 'charge' | 'transfer';
  readonly id: string;
  readonly status: PaymentStatus;
  readonly amount: bigint;
  readonly currency: string;
  readonly payer: string;
  readonly payee: string;
  readonly held: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
  readonly declineCode: string | undefined;
  readonly reference: string | undefined;
  readonly clientReference: string | undefined;
  readonly createdAt: number;
  /** Before this instant an inquiry sees the payment as pending: its own answer is still held back. */
  readonly settledAt: number;
}

export type RefundStatus = 'succeeded' | 'declined' | 'failed' | 'voided';

/** Money given back from one payment. */
export interface Refund {
  readonly kind: 'refund';
  readonly id: string;
  readonly paymentId: string;
  readonly status: RefundStatus;
  readonly amount: bigint;
  readonly currency: string;
  readonly declineCode: string | undefined;
  readonly reference: string | undefined;
  readonly clientReference: string | undefined;
  readonly createdAt: number;
  readonly settledAt: number;
}
