import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullJitterMs, jitteredMs } from '../../src/resilience/backoff.ts';
import { seeded } from '../support/property.ts';

describe('full jitter', () => {
  it('is anything from zero to a bound that doubles up to the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (attempt, luck, baseMs, capMs) => {
          const bound = Math.min(capMs, baseMs * 2 ** (attempt - 1));
          expect(fullJitterMs(attempt, { baseMs, capMs }, () => luck)).toBe(luck * bound);
        },
      ),
      seeded,
    );
  });

  it('spreads over the whole range', () => {
    const settings = { baseMs: 100, capMs: 5_000 };
    expect([1, 2, 3, 4, 7, 100].map((attempt) => fullJitterMs(attempt, settings, () => 0.5))).toEqual([
      50, 100, 200, 400, 2_500, 2_500,
    ]);
    expect(fullJitterMs(9, settings, () => 0)).toBe(0);
  });
});

describe('a fifth of jitter', () => {
  it('is a whole number of milliseconds, at most a tenth off the plan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 86_400_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (plannedMs, luck) => {
          const waitMs = jitteredMs(plannedMs, () => luck);
          expect(Number.isSafeInteger(waitMs)).toBe(true);
          expect(Math.abs(waitMs - plannedMs)).toBeLessThanOrEqual(plannedMs / 10 + 1);
        },
      ),
      seeded,
    );
  });
});
