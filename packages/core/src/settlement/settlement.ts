import { lookAndApply } from '../gateway/inquire.ts';
import { readKnown } from '../gateway/known-operation.ts';
import type { LookParts } from '../gateway/look.ts';
import { nextLookMs, reviewAfterMs } from '../gateway/settlement-schedule.ts';
import type { LeasedJob } from '../ledger/job.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import { isFollowingVerb } from '../model/command.ts';
import type { Payment } from '../model/payment.ts';
import type { Resolution } from '../provider/operation.ts';
import type { JobVerdict } from '../worker/worker.ts';

/**
 * Carries out one look at an open operation, and says when the next one is. It never gives a payment up: after
 * {@link reviewAfterMs}, or the time that its provider sets, the operation goes to a person, and is still looked at now and then.
 */
export async function settle(parts: LookParts, job: LeasedJob, untilMs: number): Promise<JobVerdict> {
  const { ledger, clock, random } = parts;
  const subject = await ledger.operationById(job.subject);
  const known = subject && (await readKnown(ledger, subject));
  if (known === undefined || known.operation.state === 'finished') return { kind: 'finished' };
  const { operation, payment } = known;
  const applied = await lookAndApply(parts, operation, payment, { deadlineMs: untilMs - clock.now() }, job);
  if (applied?.kind === 'job_lost') return { kind: 'carried_out' };
  const now = applied?.kind === 'applied' || applied?.kind === 'superseded' ? applied : { operation, payment };
  if (now.operation.state === 'finished') return { kind: applied?.kind === 'applied' ? 'carried_out' : 'finished' };
  const { reviewAfterMs: afterMs = reviewAfterMs } = resolutionOf(parts, operation) ?? {};
  if (clock.now() - operation.startedAtMs >= afterMs) await handOver(parts, now.operation, now.payment);
  const soFar = { looks: job.attempts, knownForMs: clock.now() - now.payment.updatedAtMs };
  const runAtMs = clock.now() + nextLookMs(now.operation.outcome, soFar, random);
  return { kind: 'postponed', runAtMs, reason: 'the outcome is still open' };
}

function resolutionOf({ registry }: LookParts, { provider, verb }: OperationRecord): Resolution | undefined {
  return registry.find(provider)?.provider.operations[verb]?.resolution;
}

/** Marks an operation for a person, once. */
async function handOver(
  { ledger, clock, events, announce }: LookParts,
  operation: OperationRecord,
  payment: Payment,
): Promise<void> {
  if (operation.state === 'review') return;
  const atMs = clock.now();
  const status = isFollowingVerb(operation.verb) ? payment.status : 'needs_review';
  const marked: Payment = { ...payment, status, version: payment.version + 1, updatedAtMs: atMs };
  const text = `the ${operation.verb} is still open: a person has to settle it`;
  const step = await ledger.record({
    operation: { ...operation, state: 'review' },
    payment: marked,
    entries: [{ atMs, type: 'settled', text }],
    ...announce(marked, atMs),
  });
  if (step === 'recorded') events.emit({ type: 'review', payment: marked, operationId: operation.id });
}
