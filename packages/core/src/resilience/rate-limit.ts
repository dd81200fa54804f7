import type { Clock } from '../provider/clock.ts';

/** How often a provider may be called. */
export interface RateLimitSettings {
  readonly perSecond: number;
  /** Calls that may come at once after a pause. Default: `perSecond`. */
  readonly burst?: number;
}

/** A token bucket of attempts. It also keeps the pause that a provider asks for with `Retry-After`. */
export class RateLimit {
  readonly #settings: RateLimitSettings | undefined;
  readonly #clock: Clock;
  #tokens: number;
  #filledAtMs: number;
  #pausedAtMs = 0;
  #pausedUntilMs = 0;

  constructor(settings: RateLimitSettings | undefined, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#tokens = settings?.burst ?? settings?.perSecond ?? 0;
    this.#filledAtMs = clock.now();
  }

  /** Takes a turn. The result is the time to wait before the attempt may start: 0 for now. */
  reserve(): number {
    const now = this.#clock.now();
    const pauseMs = this.#pauseLeftMs(now);
    if (this.#settings === undefined) return pauseMs;
    const { perSecond, burst = perSecond } = this.#settings;
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#filledAtMs) / 1000) * perSecond) - 1;
    this.#filledAtMs = now;
    return Math.max(pauseMs, this.#tokens < 0 ? (-this.#tokens / perSecond) * 1000 : 0);
  }

  /** Gives a turn back that was not used. */
  cancel(): void {
    if (this.#settings !== undefined) this.#tokens += 1;
  }

  /** The provider asked for a pause. */
  pause(durationMs: number): void {
    const now = this.#clock.now();
    this.#pausedUntilMs = now + Math.max(durationMs, this.#pauseLeftMs(now));
    this.#pausedAtMs = now;
  }

  /** A clock that steps back ends the pause, which would become longer by the step. */
  #pauseLeftMs(now: number): number {
    return now < this.#pausedAtMs ? 0 : Math.max(0, this.#pausedUntilMs - now);
  }
}
