import type { Payment, PaymentStatus } from '../model/payment.ts';

/** Payments that were begun further apart than this are not compared. */
export const likelyDoubleWindowMs = 600_000;

const movedNothing: ReadonlySet<PaymentStatus> = new Set(['declined', 'not_executed', 'voided']);

/**
 * True when `payment` may be `earlier` again under another key. Both were claimed with the same likeness, which a store
 * may have shortened: what can be compared is compared again. What surely moved nothing may be tried again.
 */
export function isLikelyDouble(earlier: Payment, payment: Payment): boolean {
  return (
    earlier.id !== payment.id &&
    earlier.tenant === payment.tenant &&
    earlier.verb === payment.verb &&
    earlier.reference === payment.reference &&
    earlier.amount.minorUnits === payment.amount.minorUnits &&
    earlier.amount.currency === payment.amount.currency &&
    Math.abs(payment.createdAtMs - earlier.createdAtMs) <= likelyDoubleWindowMs &&
    !movedNothing.has(earlier.status)
  );
}
