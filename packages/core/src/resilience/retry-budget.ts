import type { Clock } from '../provider/clock.ts';

/** How many retries a provider gets, as a share of its calls. Jitter alone does not stop a retry storm; this does. */
export interface RetryBudgetSettings {
  /** Retries earned by one call. Default: 0.1. */
  readonly ratio: number;
  /** Retries earned by one second, for providers with few calls. Default: 1. */
  readonly perSecond: number;
  /** The most that can be saved up, and what a new provider begins with. Default: 10. */
  readonly burst: number;
}

/** A token bucket of retries, shared by all calls to one provider. */
export class RetryBudget {
  readonly #settings: RetryBudgetSettings;
  readonly #clock: Clock;
  #tokens: number;
  #filledAtMs: number;

  constructor(settings: RetryBudgetSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#tokens = settings.burst;
    this.#filledAtMs = clock.now();
  }

  /** A call begins. */
  deposit(): void {
    this.#add(this.#settings.ratio);
  }

  /** Takes one retry; false when there is none. */
  withdraw(): boolean {
    const now = this.#clock.now();
    this.#add((Math.max(0, now - this.#filledAtMs) / 1000) * this.#settings.perSecond);
    this.#filledAtMs = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  #add(tokens: number): void {
    this.#tokens = Math.min(this.#settings.burst, this.#tokens + tokens);
  }
}
