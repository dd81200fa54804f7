import type { OpeningVerb } from './command.ts';
import type { DeclineAdvice, DeclineReason } from './decline.ts';
import type { PaymentId } from './identifier.ts';
import type { Money } from './money.ts';
import type { CustomerAction, ProviderAnswer } from './outcome.ts';

/**
 * Where a payment stands.
 *
 * `processing`: claimed, being asked. `unknown`: asked, not known. `pending`: accepted, the result follows.
 * `not_executed`: surely never executed. `succeeded`: the whole amount was taken or transferred (also after refunds).
 */
export type PaymentStatus =
  | 'processing'
  | 'unknown'
  | 'needs_review'
  | 'pending'
  | 'action_required'
  | 'authorized'
  | 'partially_captured'
  | 'succeeded'
  | 'partially_refunded'
  | 'refunded'
  | 'declined'
  | 'not_executed'
  | 'voided';

/** Why a payment was declined, in the canonical vocabulary. */
export interface Decline {
  readonly reason: DeclineReason;
  readonly advice: DeclineAdvice;
}

/** What a payment is known to be. */
export interface Payment {
  readonly id: PaymentId;
  readonly tenant: string;
  readonly verb: OpeningVerb;
  readonly status: PaymentStatus;
  readonly amount: Money;
  /** Taken or transferred so far. */
  readonly captured: Money;
  /** Given back so far. */
  readonly refunded: Money;
  readonly reference: string;
  readonly provider: string;
  readonly protocol: string;
  /** The provider's own id of the payment, once it is known. */
  readonly providerReference?: string | undefined;
  /** The provider's own id of the last capture, where a capture came apart from the authorization. */
  readonly captureReference?: string | undefined;
  readonly decline?: Decline | undefined;
  readonly action?: CustomerAction | undefined;
  readonly raw?: ProviderAnswer | undefined;
  /** Id of the operation that is in flight, pending or unknown. While it is set no other operation on this payment starts. */
  readonly openOperation?: string | undefined;
  /** An earlier payment under another key that looks the same and may have moved money: this one may be a double. */
  readonly likelyDoubleOf?: PaymentId | undefined;
  /** Grows by one with each change. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}
