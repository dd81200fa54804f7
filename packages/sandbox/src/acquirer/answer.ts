import type { Payment, Refund } from './payment.ts';

/** Why a command cannot be executed as it stands; nothing moved. */
export type RefusalReason = 'not_found' | 'amount_too_large' | 'not_capturable' | 'not_voidable' | 'not_refundable';

/** What the acquirer decided, before any wire puts it into words. */
export type Answer =
  | { readonly kind: 'accepted'; readonly resource: Payment | Refund }
  | { readonly kind: 'declined'; readonly code: string; readonly resource: Payment | Refund }
  | { readonly kind: 'failed'; readonly resource: Payment | Refund }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly message: string };
