import { describe, expect, it, vi } from 'vitest';
import type { AttemptResult } from '../../src/resilience/attempt-result.ts';
import type { BreakerFactory } from '../../src/resilience/breaker.ts';
import { guardOf } from '../support/guard-bench.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { type BreakerCase, breakerOf, permitOf, settings } from './breaker-bench.ts';
import { countingCases } from './breaker-counting.ts';
import { probingCases } from './breaker-probing.ts';

/** The semantics of a breaker, each by the name under which a failure is known. */
export const breakerCases: readonly BreakerCase[] = [
  ...countingCases,
  ...probingCases,
  {
    name: 'has no timers of its own',
    check(bench) {
      const own = vi.isFakeTimers();
      if (!own) vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
      try {
        const before = vi.getTimerCount();
        const breaker = breakerOf(bench);
        for (let count = 0; count < settings.minimumAttempts; count += 1) permitOf(breaker).settle('faulty');
        expect(vi.getTimerCount() - before).toBe(0);
      } finally {
        if (!own) vi.useRealTimers();
      }
    },
  },
  {
    name: 'lets one time-out end one call',
    async check(bench) {
      const { clock } = bench;
      const guard = guardOf(clock, { attemptTimeoutMs: 1_000, maxAttempts: 1 }, breakerOf(bench));
      const good: AttemptResult = { kind: 'succeeded', value: { providerReference: 'x' } };
      const call = (attempt: () => Promise<AttemptResult>) =>
        guard.run({ attempt, repeatability: () => ({ kind: 'once' }) }).then(({ result }) => result.kind);
      const answers = [
        call(() => new Promise(() => undefined)),
        ...[1, 2, 3].map(() => call(() => new Promise((resolve) => clock.schedule(900, () => resolve(good))))),
      ];
      await bench.advance(2_000);
      expect(await Promise.all(answers)).toEqual(['unknown', 'succeeded', 'succeeded', 'succeeded']);
      expect(await call(async () => good)).toBe('succeeded');
    },
  },
];

/** Runs every case against one implementation. */
export function breakerContract(name: string, make: BreakerFactory): void {
  describe(`${name}, a breaker`, () => {
    for (const { name: title, check } of breakerCases)
      it(title, () => {
        const clock = new VirtualClock();
        return check({ make, clock, advance: (durationMs) => clock.advance(durationMs) });
      });
  });
}
