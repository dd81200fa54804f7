import type { RejectReason, UnknownCause } from '../model/outcome.ts';
import type { Idempotency } from '../provider/operation.ts';
import type { AttemptResult } from './attempt-result.ts';

/** May a request that was perhaps executed be sent again? */
export type Repeatability =
  /** An inquiry: it moves nothing. */
  | { readonly kind: 'safe' }
  /** The provider recognises the key until `untilMs`, in milliseconds since 1970. */
  | { readonly kind: 'keyed'; readonly untilMs: number }
  /** The provider would execute it a second time. */
  | { readonly kind: 'once' };

/** Why an attempt may be followed by another, or why not, in words for the payment's timeline. */
export interface RetryVerdict {
  readonly retry: boolean;
  readonly why: string;
}

const notExecutedAndPassing: ReadonlySet<RejectReason> = new Set([
  'not_delivered',
  'rate_limited',
  'provider_unavailable',
]);
const worthAsking: ReadonlySet<UnknownCause> = new Set([
  'timeout',
  'connection_lost',
  'body_broken',
  'answer_unreadable',
  'provider_error',
  'in_progress',
]);

/** How an operation may be repeated when its key is first sent at `firstSentAtMs`. Half the window is kept as a margin. */
export function repeatabilityOf(idempotency: Idempotency, firstSentAtMs: number): Repeatability {
  if (idempotency.carrier === 'none') return { kind: 'once' };
  return { kind: 'keyed', untilMs: firstSentAtMs + idempotency.windowMs / 2 };
}

/**
 * Decides from what is known about all attempts, never from an error code.
 *
 * @param maybeSent an earlier attempt, or this one, may have been executed
 */
export function judgeRetry(
  result: AttemptResult,
  maybeSent: boolean,
  repeatability: Repeatability,
  nowMs: number,
): RetryVerdict {
  if (result.kind === 'rejected' && !notExecutedAndPassing.has(result.reason))
    return { retry: false, why: 'no retry: it would be refused again' };
  if (result.kind === 'unknown' && !worthAsking.has(result.cause))
    return { retry: false, why: 'no retry: the answer cannot be trusted' };
  if (result.kind !== 'rejected' && result.kind !== 'unknown') return { retry: false, why: 'this is final' };
  if (!maybeSent) return { retry: true, why: 'the request was surely not executed' };
  if (repeatability.kind === 'safe') return { retry: true, why: 'the question moves nothing' };
  if (repeatability.kind === 'once')
    return { retry: false, why: 'no retry: it may have been executed, and the provider does not recognise repeats' };
  return nowMs < repeatability.untilMs
    ? { retry: true, why: 'it may have been executed, and the provider recognises the key' }
    : {
        retry: false,
        why: 'no retry: it may have been executed, and the key is too old for the provider to recognise it',
      };
}

/**
 * The result of the whole call. A later clean refusal does not undo an earlier attempt that may have been executed:
 * only an answer to the key itself does.
 *
 * @param doubt the first result that left it open whether the operation was executed
 */
export function settleResult(last: AttemptResult, doubt: AttemptResult | undefined): AttemptResult {
  return doubt !== undefined && (last.kind === 'rejected' || last.kind === 'not_found') ? doubt : last;
}
