import type { JobOffer } from '../ledger/job.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import { jitteredMs } from '../resilience/backoff.ts';
import type { Random } from '../resilience/random.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Time from one look at an unknown outcome to the next. After the last step it goes on every twelve hours. */
const unknownStepsMs: readonly number[] = [
  ...[5, 10, 15, 30].map((n) => n * second),
  ...[1, 3, 5, 20, 30].map((n) => n * minute),
  ...[1, 2, 4].map((n) => n * hour),
];

/** The provider has accepted it and works on it: it is asked less often. */
const pendingStepsMs: readonly number[] = [minute, 10 * minute, hour, 6 * hour];

const stepAfterwardsMs = 12 * hour;

/** An operation that is open for this long goes to a person. */
export const reviewAfterMs: number = 72 * hour;

/**
 * When an open operation is looked at next, up to a tenth sooner or later.
 *
 * @param looks how often it was looked at before
 * @param knownForMs how long the outcome is what it is: one that was unknown for hours may be pending for seconds only
 */
export function nextLookMs(
  outcome: OperationRecord['outcome'],
  { looks, knownForMs }: { readonly looks: number; readonly knownForMs: number },
  random: Random,
): number {
  const isUnknown = outcome?.kind === 'unknown';
  const stepMs = isUnknown ? unknownStepsMs[looks] : pendingStepsMs.find((step) => step > knownForMs);
  return jitteredMs(stepMs ?? stepAfterwardsMs, random);
}

/** The job that settles an open operation. */
export function settlementJob({ id, paymentId }: OperationRecord, runAtMs: number): JobOffer {
  return { id: `settlement:${id}`, kind: 'settlement', subject: id, partition: paymentId, runAtMs };
}
