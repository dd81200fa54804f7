import type { OperationRecord, TimelineEntry } from '../ledger/operation-record.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { OperationResult } from '../provider/operation.ts';
import { groupOf } from '../resilience/operation-group.ts';
import { applyOutcome, type RecordingParts } from './apply-outcome.ts';
import { encodeInquiry } from './attempt.ts';
import { conclude } from './conclude.ts';
import type { CallOptions } from './line.ts';
import type { Registry } from './registry.ts';
import { describeResult } from './timeline-text.ts';

/** What an inquiry needs of its surroundings. */
export interface InquiryParts extends RecordingParts {
  readonly registry: Registry;
}

/**
 * Asks the provider about the open operation of a payment, and reduces the answer like a response.
 * Without an open operation, or without an answer, the payment stays as it is.
 */
export async function inquire(parts: InquiryParts, payment: Payment, options: CallOptions): Promise<Payment> {
  const operation = await openOperation(parts, payment);
  if (operation === undefined) return payment;
  const outcome = await ask(parts, payment, operation, options);
  if (outcome === undefined) return payment;
  const text = `${payment.provider} says: ${describeResult(outcome)}`;
  const entries = (atMs: number): readonly TimelineEntry[] => [{ atMs, type: 'inquiry', text }];
  const applied = await applyOutcome(parts, operation, payment, { outcome, entries });
  return applied.kind === 'job_lost' ? payment : applied.payment;
}

/** The operation on a payment that is pending or unknown. One that is in flight is left to whoever carries it out. */
async function openOperation({ ledger }: InquiryParts, payment: Payment): Promise<OperationRecord | undefined> {
  if (payment.openOperation === undefined) return undefined;
  const operations = await ledger.operations(payment.tenant, payment.id);
  return operations.find(({ id, state }) => id === payment.openOperation && (state === 'open' || state === 'review'));
}

/** `undefined`: nothing new is known. */
async function ask(
  { registry, clock, events }: InquiryParts,
  payment: Payment,
  operation: OperationRecord,
  { signal, deadlineMs }: CallOptions,
): Promise<Outcome<OperationResult> | undefined> {
  const guarded = registry.find(operation.provider);
  if (guarded === undefined) return undefined;
  const { verb, providerKey: idempotencyKey, amount } = operation;
  const question = encodeInquiry(guarded.provider, { verb, payment, idempotencyKey, amount });
  if (question === undefined) return undefined;
  const { result } = await guarded.guards.of(groupOf('retrieve')).run({
    attempt: question.attempt,
    repeatability: () => ({ kind: 'safe' }),
    onAttempt: (report) =>
      events.emit({ type: 'attempt', provider: payment.provider, verb: 'retrieve', paymentId: payment.id, report }),
    signal,
    deadlineMs,
  });
  if (result.kind === 'not_found')
    return notFound(guarded.provider.operations[verb]?.resolution.notFound, operation, clock.now());
  // An inquiry that was refused or not answered says nothing about the operation.
  if (result.kind === 'rejected' || result.kind === 'unknown') return undefined;
  return conclude(result, { by: 'inquiry', providerKey: idempotencyKey, sentAtMs: operation.startedAtMs });
}

/** "Not found" says nothing until the request can no longer be on its way. */
function notFound(
  meaning: 'definitive' | { readonly inconclusiveForMs: number } | undefined,
  operation: OperationRecord,
  nowMs: number,
): Outcome<OperationResult> | undefined {
  const inconclusiveForMs = meaning === 'definitive' ? 0 : (meaning?.inconclusiveForMs ?? Number.POSITIVE_INFINITY);
  if (nowMs - operation.startedAtMs < inconclusiveForMs) return undefined;
  return { kind: 'rejected', reason: 'not_delivered', message: 'the provider has never seen this operation' };
}
