import { declineReasons } from '../model/decline.ts';
import type { Outcome, RejectReason, ResolutionTicket } from '../model/outcome.ts';
import type { OperationResult } from '../provider/operation.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';

/** The outcome of an operation from the result of its attempts. `ticket` says how an unknown will be settled. */
export function conclude(result: AttemptResult, ticket: ResolutionTicket): Outcome<OperationResult> {
  switch (result.kind) {
    case 'declined':
      return { ...result, advice: result.advice ?? declineReasons[result.reason].advice };
    case 'unknown': {
      const { cause, message, raw } = result;
      return { kind: 'unknown', cause, message, ticket, ...(raw && { raw }) };
    }
    case 'not_found':
      return {
        kind: 'unknown',
        cause: 'answer_unreadable',
        message: 'an operation was answered like an inquiry',
        ticket,
      };
    default:
      return result;
  }
}

const passing: ReadonlySet<RejectReason> = new Set([
  'not_delivered',
  'breaker_open',
  'overloaded',
  'rate_limited',
  'deadline_exceeded',
  'aborted',
  'provider_unavailable',
  'provider_unauthorized',
]);

/**
 * True when nothing was executed and the same request may succeed later: its key becomes free. A later claim sends the
 * same provider key again, so a provider that executed after all still recognises it.
 */
export function freesKey(outcome: Outcome<OperationResult>): boolean {
  return outcome.kind === 'rejected' && passing.has(outcome.reason);
}
