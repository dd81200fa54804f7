import type { Outcome } from '../model/outcome.ts';
import type { OperationResult } from '../provider/operation.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import type { AttemptReport } from '../resilience/guard.ts';

/** One attempt and what follows from it, in words. */
export function describeAttempt(provider: string, report: AttemptReport): string {
  const tookMs = Math.round(report.endedAtMs - report.startedAtMs);
  return `attempt ${report.number} at ${provider}: ${describeResult(report.result)} after ${tookMs} ms; ${report.next}`;
}

/** A result in words. */
export function describeResult(result: AttemptResult | Outcome<OperationResult>): string {
  switch (result.kind) {
    case 'declined':
      return `declined (${result.reason})`;
    case 'rejected':
      return `not executed (${result.reason}: ${result.message})`;
    case 'unknown':
      return `unknown (${result.cause}: ${result.message})`;
    case 'not_found':
      return 'not found';
    case 'pending':
      return `pending (expect ${result.expect})`;
    case 'action_required':
      return `the payer must act (${result.action.type})`;
    case 'succeeded':
      return 'succeeded';
  }
}
