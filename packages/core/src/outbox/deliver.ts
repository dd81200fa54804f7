import type { LeasedJob } from '../ledger/job.ts';
import type { Outbox } from '../ledger/outbox-record.ts';
import type { Clock } from '../provider/clock.ts';
import type { Random } from '../resilience/random.ts';
import type { JobVerdict } from '../worker/worker.ts';
import type { EventSender } from './endpoint.ts';

const second = 1_000;
const hour = 3_600 * second;

/** @see {@link https://github.com/standard-webhooks/standard-webhooks Standard Webhooks, deliverability} */
const retryStepsMs: readonly number[] = [
  5 * second,
  300 * second,
  1_800 * second,
  ...[2, 5, 10, 14, 20, 24].map((n) => n * hour),
];

/** What a delivery needs of its surroundings. */
export interface DeliveryParts {
  readonly ledger: Outbox;
  readonly clock: Clock;
  readonly random: Random;
  readonly send: EventSender;
}

/** Carries out one delivery of an event to an endpoint. After the last try it waits for a person. */
export async function deliver({ ledger, clock, random, send }: DeliveryParts, job: LeasedJob): Promise<JobVerdict> {
  const [eventId = '', endpointId = ''] = job.subject.split(':');
  const event = await ledger.event(eventId);
  if (event === undefined) return { kind: 'finished' };
  const verdict = await send(endpointId, event);
  if (verdict.kind === 'delivered') return { kind: 'finished' };
  if (verdict.kind === 'gone') return { kind: 'buried', reason: 'the endpoint wants no more events' };
  const stepMs = retryStepsMs[job.attempts - 1];
  if (stepMs === undefined) return { kind: 'buried', reason: verdict.message };
  const waitMs = Math.max(verdict.retryAfterMs ?? 0, stepMs * (0.9 + random() * 0.2));
  return { kind: 'postponed', runAtMs: clock.now() + waitMs, reason: verdict.message };
}
