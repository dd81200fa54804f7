import { EventEmitter } from 'node:events';
import CircuitBreaker from 'opossum';
import type { Clock } from '../provider/clock.ts';
import type { Breaker, BreakerFactory, BreakerSettings, BreakerState, Health, Permit, Refusal } from './breaker.ts';
import type { Random } from './random.ts';

const bucketCount = 10;
const fault = new Error('attempt failed');

/**
 * The default breaker. opossum counts and decides; everything that depends on time is decided here, by the given clock.
 *
 * Attempts are reported to opossum when they end, not when they start: attempts in flight cannot dilute the rate, and a
 * start and its end fall into the same bucket. Results of an earlier era are dropped before opossum sees them.
 *
 * @see docs/decisions/0003-opossum-behind-a-port.md
 */
export const opossumBreaker: BreakerFactory = (settings, clock, random) => new OpossumBreaker(settings, clock, random);

class OpossumBreaker implements Breaker {
  readonly #settings: BreakerSettings;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #buckets = new EventEmitter();
  readonly #circuit: CircuitBreaker<[], void>;
  #rotatedAtMs: number;
  readonly #onCount = (health: Health): void => this.#count(health);
  readonly #onProbe = (health: Health): void => this.#judgeProbe(health);
  #era = 0;
  #openForMs: number;
  #waitsSinceMs = 0;
  #probeAtMs = 0;
  #probing = false;

  constructor(settings: BreakerSettings, clock: Clock, random: Random) {
    this.#settings = settings;
    this.#clock = clock;
    this.#random = random;
    this.#rotatedAtMs = clock.now();
    this.#openForMs = settings.openMs;
    this.#circuit = new CircuitBreaker(report, {
      timeout: false,
      errorThresholdPercentage: settings.failureRatePercent,
      // opossum takes a broken number for none at all.
      volumeThreshold: Math.ceil(settings.minimumAttempts),
      rollingCountTimeout: settings.windowMs,
      rollingCountBuckets: bucketCount,
      rollingPercentilesEnabled: false,
      enableSnapshots: false,
      rotateBucketController: this.#buckets,
    });
    // opossum's reset timer runs on the machine's clock and closes on any success; probes are ours.
    this.#circuit.removeAllListeners('open');
  }

  get state(): BreakerState {
    if (this.#circuit.closed) return 'closed';
    return this.#waitMs(this.#clock.now()) > 0 && !this.#probing ? 'open' : 'half_open';
  }

  admit(): Permit | Refusal {
    const now = this.#clock.now();
    if (this.#circuit.closed) {
      this.#rotate(now);
      return this.#permit(this.#onCount);
    }
    const retryAfterMs = this.#waitMs(now);
    if (retryAfterMs > 0) return { kind: 'refusal', retryAfterMs };
    // The next probe may come when this one's lease is over, even if it never ends.
    this.#wait(this.#settings.probeLeaseMs);
    this.#probing = true;
    this.#era += 1;
    return this.#permit(this.#onProbe);
  }

  #permit(settle: (health: Health) => void): Permit {
    const era = this.#era;
    let open = true;
    return {
      kind: 'permit',
      settle: (health) => {
        if (open && era === this.#era) settle(health);
        open = false;
      },
    };
  }

  #count(health: Health): void {
    if (health === 'neutral') return;
    this.#rotate(this.#clock.now());
    if (health === 'healthy') {
      // All that opossum's decision reads of a success. Calling `fire` would also keep its latency.
      this.#circuit.emit('fire');
      return;
    }
    this.#circuit.fire().catch(() => undefined);
    if (this.#circuit.opened) this.#openFor(this.#settings.openMs);
  }

  #judgeProbe(health: Health): void {
    if (health === 'healthy') {
      this.#era += 1;
      this.#probing = false;
      this.#forget();
      this.#circuit.close();
    } else if (health === 'faulty') {
      this.#openFor(Math.min(this.#openForMs * 2, this.#settings.maxOpenMs));
    } else {
      this.#probing = false;
      this.#wait(0);
    }
  }

  #openFor(durationMs: number): void {
    this.#era += 1;
    this.#probing = false;
    this.#openForMs = durationMs;
    // Up to a tenth longer, so that many processes do not probe together.
    this.#wait(durationMs * (1 + this.#random() / 10));
  }

  #wait(durationMs: number): void {
    this.#waitsSinceMs = this.#clock.now();
    this.#probeAtMs = this.#waitsSinceMs + durationMs;
  }

  /** Time until the next probe. A clock that steps back ends the wait, which would become longer by the step. */
  #waitMs(now: number): number {
    return now < this.#waitsSinceMs ? 0 : Math.max(0, this.#probeAtMs - now);
  }

  #rotate(now: number): void {
    const bucketMs = this.#settings.windowMs / bucketCount;
    if (now < this.#rotatedAtMs) this.#rotatedAtMs = now;
    const steps = Math.floor((now - this.#rotatedAtMs) / bucketMs);
    if (steps <= 0) return;
    this.#rotatedAtMs += steps * bucketMs;
    for (let step = 0; step < Math.min(steps, bucketCount); step += 1) this.#buckets.emit('rotate');
  }

  #forget(): void {
    for (let step = 0; step < bucketCount; step += 1) this.#buckets.emit('rotate');
    this.#rotatedAtMs = this.#clock.now();
  }
}

/** Throws at once: opossum then counts the fault before `fire` returns. */
function report(): Promise<void> {
  throw fault;
}
