import type { JobOffer, LeasedJob } from '../ledger/job.ts';
import type { Step } from '../ledger/ledger.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Store } from '../ledger/store.ts';
import type { TimelineEntry } from '../ledger/timeline-entry.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { Clock } from '../provider/clock.ts';
import type { OperationResult } from '../provider/operation.ts';
import type { Random } from '../resilience/random.ts';
import type { Announcer } from './announce.ts';
import { freesKey } from './conclude.ts';
import { contradiction } from './contradiction.ts';
import { factsOf, type GatewayEvents, type Origin } from './events.ts';
import { type KnownOperation, readKnown } from './known-operation.ts';
import { isOpen, reduce } from './reduce.ts';
import { nextLookMs, settlementJob } from './settlement-schedule.ts';

/** What recording an outcome needs of its surroundings. */
export interface RecordingParts {
  readonly ledger: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: GatewayEvents;
  readonly announce: Announcer;
}

/** An outcome and where it came from. */
export interface Evidence {
  readonly outcome: Outcome<OperationResult>;
  readonly origin: Origin;
  /** What happened on the way, and what it came to, in words. */
  entries(atMs: number): readonly TimelineEntry[];
  /** The job that brought it. It is finished with the record. */
  readonly job?: LeasedJob;
}

/** What became of an outcome. */
export type Applied =
  | { readonly kind: 'applied'; readonly operation: OperationRecord; readonly payment: Payment }
  /** The operation has a final outcome already. `contradiction`: it is another one, and a person has to look. */
  | {
      readonly kind: 'superseded';
      readonly operation: OperationRecord;
      readonly payment: Payment;
      readonly contradiction?: string;
    }
  /** It contradicts what is known. Nothing was written; a person has to look. */
  | { readonly kind: 'conflict'; readonly payment: Payment; readonly message: string }
  /** Another process carries out the job. */
  | { readonly kind: 'job_lost' };

const tries = 5;

/**
 * Brings an outcome into the payment, whatever way it came: as a response, by an inquiry, as a notification or by hand.
 * When another writer was first, it is reduced again into what that one wrote.
 *
 * @throws what the ledger throws: nothing was written then
 */
export async function applyOutcome(
  parts: RecordingParts,
  operation: OperationRecord,
  payment: Payment,
  evidence: Evidence,
): Promise<Applied> {
  let current = { operation, payment };
  for (let attempt = 1; ; attempt += 1) {
    const { ledger, clock, events } = parts;
    if (current.operation.state === 'finished') return superseded(parts, current, evidence);
    const atMs = clock.now();
    const reduction = reduce(current.payment, current.operation, evidence.outcome, atMs);
    if (reduction.kind === 'stale') return { kind: 'superseded', ...current };
    if (reduction.kind === 'conflict') {
      events.emit({ type: 'conflict', payment: current.payment, message: reduction.message });
      return { kind: 'conflict', payment: current.payment, message: reduction.message };
    }
    const step = stepOf(parts, current.operation, reduction.payment, evidence, atMs);
    const answer = await (freesKey(evidence.outcome) ? ledger.release(step) : ledger.record(step));
    if (answer === 'recorded') {
      events.emit({ type: 'payment', payment: step.payment });
      const { outcome, origin } = evidence;
      events.emit({
        type: 'outcome_recorded',
        operation: factsOf(step.operation, step.payment),
        outcome,
        origin,
        atMs,
      });
      return { kind: 'applied', operation: step.operation, payment: step.payment };
    }
    if (answer === 'job_lost' || attempt === tries) return { kind: 'job_lost' };
    const fresh = await readKnown(ledger, current.operation);
    if (fresh === undefined) return { kind: 'job_lost' };
    if (isOthersNow(fresh.operation, evidence)) return { kind: 'superseded', ...fresh };
    current = fresh;
  }
}

/**
 * It is taken over once. And whoever sent nothing cannot say so any more of an operation that was taken over: its heir may
 * have sent it.
 */
function isOthersNow({ state }: OperationRecord, { outcome, origin }: Evidence): boolean {
  if (state === 'in_flight') return false;
  return origin.by === 'take_over' || (origin.by === 'answer' && freesKey(outcome));
}

/** Money may have moved although the payment says that it did not, or twice: that is never passed over in silence. */
function superseded({ events }: RecordingParts, known: KnownOperation, { outcome }: Evidence): Applied {
  const said = contradiction(known.operation, outcome);
  if (said === undefined) return { kind: 'superseded', ...known };
  const message = `${known.operation.provider} ${said}`;
  events.emit({ type: 'conflict', payment: known.payment, message });
  return { kind: 'superseded', ...known, contradiction: message };
}

function stepOf(
  { random, announce }: RecordingParts,
  operation: OperationRecord,
  payment: Payment,
  { outcome, entries, job }: Evidence,
  atMs: number,
): Step {
  const open = isOpen(outcome);
  const { events, offers } = announce(payment, atMs);
  const step: Step = {
    // What is final is never sent again.
    operation: open
      ? { ...operation, outcome, state: 'open' }
      : { ...operation, outcome, state: 'finished', command: undefined },
    payment,
    entries: entries(atMs),
    events,
    offers: open && operation.state === 'in_flight' ? [...offers, firstLook(operation, outcome, atMs, random)] : offers,
  };
  // A job about an operation that is still open goes on.
  return job === undefined || (open && job.kind === 'settlement') ? step : { ...step, finishes: job };
}

function firstLook(
  operation: OperationRecord,
  outcome: Outcome<OperationResult>,
  atMs: number,
  random: Random,
): JobOffer {
  return settlementJob(operation, atMs + nextLookMs(outcome, { looks: 0, knownForMs: 0 }, random));
}
