import { setMaxListeners } from 'node:events';
import type { LeasedJob } from '../ledger/job.ts';
import type { Outbox } from '../ledger/outbox-record.ts';
import type { Clock } from '../provider/clock.ts';
import { jitteredMs } from '../resilience/backoff.ts';
import { type Breaker, type BreakerFactory, defaultBreakerSettings } from '../resilience/breaker.ts';
import type { Random } from '../resilience/random.ts';
import type { JobVerdict } from '../worker/worker.ts';
import type { DeliveryVerdict, Endpoint, EventSender } from './endpoint.ts';

const second = 1_000;
const hour = 3_600 * second;

/** @see {@link https://github.com/standard-webhooks/standard-webhooks Standard Webhooks, deliverability} */
const retryStepsMs: readonly number[] = [
  5 * second,
  300 * second,
  1_800 * second,
  ...[2, 5, 10, 14, 20, 24].map((n) => n * hour),
];

/** An endpoint cannot ask for a longer pause: it would never be told. */
const longestPauseMs = 24 * hour;

/** What deliveries need of their surroundings. */
export interface DeliveryParts {
  readonly ledger: Outbox;
  readonly clock: Clock;
  readonly random: Random;
  readonly breaker: BreakerFactory;
  readonly endpoints: readonly Endpoint[];
  readonly send: EventSender;
  /** Hears of each delivery that an endpoint did not take. */
  onFailed(endpoint: string, attempts: number, reason: string): void;
}

/**
 * Delivers events to endpoints. An endpoint that fails is cut off for a while, so that it takes no place from the others;
 * a delivery that fails until its last try waits for a person.
 */
export class Deliveries {
  readonly #parts: DeliveryParts;
  readonly #breakers: ReadonlyMap<string, Breaker>;
  readonly #end = new AbortController();

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    const { breaker, clock, random } = parts;
    // As many as deliveries are under way: no leak to be warned of.
    setMaxListeners(0, this.#end.signal);
    this.#breakers = new Map(parts.endpoints.map(({ id }) => [id, breaker(defaultBreakerSettings, clock, random)]));
  }

  async carryOut(job: LeasedJob): Promise<JobVerdict> {
    const { ledger, clock, random, send } = this.#parts;
    const [eventId = '', endpointId = ''] = job.subject.split(':');
    const breaker = this.#breakers.get(endpointId);
    if (breaker === undefined) return { kind: 'buried', reason: `there is no endpoint ${endpointId} any more` };
    const event = await ledger.event(eventId);
    if (event === undefined) return { kind: 'finished' };
    const verdict = await admitted(breaker, () => send(endpointId, event, this.#end.signal));
    if (verdict.kind === 'delivered') return { kind: 'finished' };
    if (verdict.kind === 'gone') return { kind: 'buried', reason: 'the endpoint wants no more events' };
    if (this.#end.signal.aborted) return { kind: 'postponed', runAtMs: clock.now(), reason: 'this process stopped' };
    this.#parts.onFailed(endpointId, job.attempts, verdict.message);
    const stepMs = retryStepsMs[job.attempts - 1];
    if (stepMs === undefined) return { kind: 'buried', reason: verdict.message };
    const pauseMs = Math.min(verdict.retryAfterMs ?? 0, longestPauseMs);
    const waitMs = Math.max(Math.ceil(pauseMs), jitteredMs(stepMs, random));
    return { kind: 'postponed', runAtMs: clock.now() + waitMs, reason: verdict.message };
  }

  /** Ends what is under way. Another process, or this one after its restart, delivers it. */
  stop(): void {
    this.#end.abort();
  }
}

async function admitted(breaker: Breaker, send: () => Promise<DeliveryVerdict>): Promise<DeliveryVerdict> {
  const leave = breaker.admit();
  if (leave.kind === 'refusal')
    return { kind: 'failed', message: 'the endpoint failed too often', retryAfterMs: leave.retryAfterMs };
  const verdict = await send().catch((): DeliveryVerdict => ({ kind: 'failed', message: 'the sender threw' }));
  leave.settle(verdict.kind === 'failed' ? 'faulty' : 'healthy');
  return verdict;
}
