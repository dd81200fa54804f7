import type { Clock } from '../provider/clock.ts';
import type { Random } from './random.ts';

/**
 * What a finished attempt says about the provider's health. `neutral` is for what says nothing: local rejections and
 * attempts that the caller ended.
 */
export type Health = 'healthy' | 'faulty' | 'neutral';

/** Leave for one attempt. A second call of `settle`, or one after the breaker has moved on, changes nothing. */
export interface Permit {
  readonly kind: 'permit';
  settle(health: Health): void;
}

/** The breaker is open. */
export interface Refusal {
  readonly kind: 'refusal';
  /** Time until a probe may be let through. */
  readonly retryAfterMs: number;
}

/** Cuts off a provider that fails, and lets one probe at a time find out whether it is back. */
export interface Breaker {
  readonly state: BreakerState;
  admit(): Permit | Refusal;
}

export type BreakerState = 'closed' | 'open' | 'half_open';

/** When a breaker opens, and for how long. */
export interface BreakerSettings {
  /** Opens above this share of faulty attempts, in percent. Default: 50. */
  readonly failureRatePercent: number;
  /** Never opens on fewer finished attempts than this in the window. Default: 10. */
  readonly minimumAttempts: number;
  /** Default: 30,000. */
  readonly windowMs: number;
  /** Time from opening to the first probe. It doubles with each failed probe. Default: 5,000. */
  readonly openMs: number;
  /** The longest time from one probe to the next. Default: 60,000. */
  readonly maxOpenMs: number;
  /** A probe without a result for this long is given up, so a hung one does not block for ever. Default: 15,000. */
  readonly probeLeaseMs: number;
}

export const defaultBreakerSettings: BreakerSettings = {
  failureRatePercent: 50,
  minimumAttempts: 10,
  windowMs: 30_000,
  openMs: 5_000,
  maxOpenMs: 60_000,
  probeLeaseMs: 15_000,
};

/** Makes the breaker of one provider and operation group. */
export type BreakerFactory = (settings: BreakerSettings, clock: Clock, random: Random) => Breaker;
