import type { AttemptResult } from '../../src/resilience/attempt-result.ts';
import type { Breaker, BreakerSettings } from '../../src/resilience/breaker.ts';
import { defaultBreakerSettings } from '../../src/resilience/breaker.ts';
import { Bulkhead } from '../../src/resilience/bulkhead.ts';
import { type AttemptReport, Guard, type GuardedCall, type GuardedResult } from '../../src/resilience/guard.ts';
import { type GuardPolicyOptions, guardPolicy } from '../../src/resilience/guard-policy.ts';
import { opossumBreaker } from '../../src/resilience/opossum-breaker.ts';
import type { Random } from '../../src/resilience/random.ts';
import { RateLimit } from '../../src/resilience/rate-limit.ts';
import { RetryBudget } from '../../src/resilience/retry-budget.ts';
import { half } from './property.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A guard with parts of its own. */
export function guardOf(
  clock: VirtualClock,
  options: GuardPolicyOptions = {},
  breaker?: Breaker,
  random: Random = half,
): Guard {
  const policy = guardPolicy(options);
  const breakerSettings: BreakerSettings = { ...defaultBreakerSettings, ...options.breaker };
  return new Guard({
    policy,
    clock,
    random,
    breaker: breaker ?? opossumBreaker(breakerSettings, clock, random),
    bulkhead: new Bulkhead(policy.bulkhead),
    rateLimit: new RateLimit(policy.rateLimit, clock),
    retryBudget: new RetryBudget(policy.retryBudget, clock),
  });
}

/** What one attempt does: it ends after so many milliseconds, whatever time it was given. */
export interface ScriptedAttempt {
  readonly afterMs?: number;
  readonly result: AttemptResult | 'throws' | 'hangs';
}

/** A started attempt, as the transport saw it. */
export interface SeenAttempt {
  readonly atMs: number;
  readonly timeoutMs: number;
}

/** A call whose attempts follow a script; after its end they repeat its last line. */
export class ScriptedCall {
  readonly seen: SeenAttempt[] = [];
  readonly reports: AttemptReport[] = [];
  readonly #clock: VirtualClock;
  readonly #script: readonly [ScriptedAttempt, ...ScriptedAttempt[]];

  constructor(clock: VirtualClock, ...script: [ScriptedAttempt, ...ScriptedAttempt[]]) {
    this.#clock = clock;
    this.#script = script;
  }

  /** Starts it; the clock is the test's to move. */
  start(guard: Guard, options: Partial<GuardedCall> = {}): Promise<GuardedResult> {
    return guard.run({
      attempt: ({ timeoutMs }) => this.#attempt(timeoutMs),
      repeatability: () => ({ kind: 'safe' }),
      onAttempt: (report) => this.reports.push(report),
      ...options,
    });
  }

  /** Runs it to its end. */
  run(guard: Guard, options: Partial<GuardedCall> = {}): Promise<GuardedResult> {
    return this.#clock.finish(this.start(guard, options));
  }

  async #attempt(timeoutMs: number): Promise<AttemptResult> {
    const line = this.#script[Math.min(this.seen.length, this.#script.length - 1)] ?? this.#script[0];
    this.seen.push({ atMs: this.#clock.now(), timeoutMs });
    const { afterMs = 0, result } = line;
    if (result === 'hangs') return new Promise(() => undefined);
    if (afterMs > 0) await new Promise<void>((resolve) => this.#clock.schedule(afterMs, resolve));
    if (result === 'throws') throw new Error('a plugin broke its promise');
    return result;
  }
}
