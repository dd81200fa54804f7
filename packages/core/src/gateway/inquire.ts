import type { LeasedJob } from '../ledger/job.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import type { TimelineEntry } from '../ledger/timeline-entry.ts';
import type { Payment } from '../model/payment.ts';
import { type Applied, applyOutcome } from './apply-outcome.ts';
import type { CallOptions } from './line.ts';
import { type LookParts, look } from './look.ts';
import { describeResult } from './timeline-text.ts';

/**
 * Asks about the open operation of a payment and brings the answer into the payment. Without an open operation, or
 * without an answer, the payment stays as it is.
 */
export async function inquire(parts: LookParts, payment: Payment, options: CallOptions): Promise<Payment> {
  const operation = await openOperation(parts, payment);
  const applied = operation && (await lookAndApply(parts, operation, payment, options));
  return applied === undefined || applied.kind === 'job_lost' ? payment : applied.payment;
}

/** The provider says what is known. */
interface Unchanged {
  readonly kind: 'unchanged';
  readonly payment: Payment;
}

/** One look at an open operation. `undefined`: nothing was learned. Then, and when it is `unchanged`, nothing was written. */
export async function lookAndApply(
  parts: LookParts,
  operation: OperationRecord,
  payment: Payment,
  options: CallOptions,
  job?: LeasedJob,
): Promise<Applied | Unchanged | undefined> {
  const origin = { by: 'inquiry', sinceMs: parts.clock.now() } as const;
  const outcome = await look(parts, operation, payment, options);
  if (outcome === undefined) return undefined;
  if (outcome.kind === operation.outcome?.kind) return { kind: 'unchanged', payment };
  const text = `${operation.provider} says: ${describeResult(outcome)}`;
  const entries = (atMs: number): readonly TimelineEntry[] => [{ atMs, type: 'inquiry', text }];
  return applyOutcome(parts, operation, payment, { outcome, origin, entries, ...(job && { job }) });
}

/** The operation on a payment that is pending or unknown. One that is in flight is left to whoever carries it out. */
async function openOperation({ ledger }: LookParts, payment: Payment): Promise<OperationRecord | undefined> {
  if (payment.openOperation === undefined) return undefined;
  const operation = await ledger.operationById(payment.openOperation);
  return operation?.state === 'open' || operation?.state === 'review' ? operation : undefined;
}
