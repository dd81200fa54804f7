import type { DeclineAdvice, DeclineReason } from './decline.ts';

/** What the provider itself said, kept beside the canonical value. Never holds an account number or a secret. */
export interface ProviderAnswer {
  /** The provider's own code, such as `card_declined` or `51`. */
  readonly code?: string;
  /** The provider's own status word. */
  readonly status?: string;
  readonly message?: string;
}

/** Why an operation was surely not executed. */
export type RejectReason =
  | 'invalid_command'
  | 'unsupported'
  | 'payment_unknown'
  | 'payment_state'
  | 'operation_open'
  | 'key_in_flight'
  | 'key_reused'
  | 'not_delivered'
  | 'breaker_open'
  | 'overloaded'
  | 'rate_limited'
  | 'deadline_exceeded'
  | 'aborted'
  | 'provider_unavailable'
  | 'provider_unauthorized'
  | 'provider_refused'
  | 'reversed'
  | 'ledger_unavailable';

/** Why it is not known whether an operation was executed. */
export type UnknownCause =
  | 'timeout'
  | 'connection_lost'
  | 'body_broken'
  | 'answer_unreadable'
  | 'answer_mismatch'
  | 'provider_error'
  | 'in_progress'
  | 'aborted'
  | 'interrupted';

/** One mistake in a command. `path` names the field, `code` is stable, `message` says what to do. */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What the payer has to do before the provider goes on. */
export interface CustomerAction {
  readonly type: 'redirect';
  readonly url: string;
}

/** How an `unknown` will be settled. */
export interface ResolutionTicket {
  readonly by: 'replay' | 'inquiry' | 'reversal' | 'notification';
  /** The idempotency key that the provider got. */
  readonly providerKey: string;
  /** When the first byte may have left, in milliseconds since 1970. */
  readonly sentAtMs: number;
}

/**
 * What is known after asking. Outcomes are values: no outcome of a payment throws.
 *
 * - `succeeded`: executed. `pending`: accepted, the result follows. `action_required`: the payer must act.
 * - `declined`: refused by the provider, no money moved. `rejected`: never executed.
 * - `unknown`: may have been executed; it is settled by its ticket and is never resent silently.
 */
export type Outcome<T> =
  | { readonly kind: 'succeeded'; readonly value: T }
  | { readonly kind: 'pending'; readonly value: Partial<T>; readonly expect: 'webhook' | 'poll' | 'either' }
  | { readonly kind: 'action_required'; readonly action: CustomerAction; readonly value: Partial<T> }
  | {
      readonly kind: 'declined';
      readonly reason: DeclineReason;
      readonly advice: DeclineAdvice;
      readonly raw?: ProviderAnswer;
    }
  | {
      readonly kind: 'rejected';
      readonly reason: RejectReason;
      readonly message: string;
      readonly issues?: readonly Issue[];
      readonly retryAfterMs?: number;
      readonly raw?: ProviderAnswer;
    }
  | {
      readonly kind: 'unknown';
      readonly cause: UnknownCause;
      readonly message: string;
      readonly ticket: ResolutionTicket;
      readonly raw?: ProviderAnswer;
    };
