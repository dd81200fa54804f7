import type { Movement } from './book.ts';
import type { Payment } from './payment.ts';

/**
 * The payment as it stands once a movement was taken back. `undefined`: one of this kind is not, and neither is one that a
 * refund was taken from.
 */
export function withoutMovement(payment: Payment, { kind, amount }: Movement): Payment | undefined {
  if (kind === 'refund') return { ...payment, refunded: payment.refunded - amount };
  const captured = payment.captured - amount;
  if (captured < payment.refunded) return undefined;
  if (kind === 'charge') return { ...payment, status: 'voided', captured };
  if (kind !== 'capture') return undefined;
  return {
    ...payment,
    status: captured > 0n ? 'partially_captured' : 'authorized',
    captured,
    held: payment.held + amount,
  };
}
