import { describe, expect, it } from 'vitest';
import { RateLimit } from '../../src/resilience/rate-limit.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

describe('the rate limit', () => {
  it('lets a burst start at once and spaces out the rest', async () => {
    const clock = new VirtualClock();
    const limit = new RateLimit({ perSecond: 10, burst: 2 }, clock);
    expect([1, 2, 3, 4].map(() => limit.reserve())).toEqual([0, 0, 100, 200]);
    await clock.advance(1_000);
    expect([1, 2, 3].map(() => limit.reserve())).toEqual([0, 0, 100]);
  });

  it('has the rate as its burst unless told otherwise', () => {
    const limit = new RateLimit({ perSecond: 3 }, new VirtualClock());
    expect([1, 2, 3].map(() => limit.reserve())).toEqual([0, 0, 0]);
    expect(limit.reserve()).toBeCloseTo(1_000 / 3);
  });

  it('gives a turn back that was not used', () => {
    const limit = new RateLimit({ perSecond: 1 }, new VirtualClock());
    expect(limit.reserve()).toBe(0);
    expect(limit.reserve()).toBe(1_000);
    limit.cancel();
    expect(limit.reserve()).toBe(1_000);
  });

  it('never lets more start than it promises, however long it was idle', async () => {
    const clock = new VirtualClock();
    const limit = new RateLimit({ perSecond: 5, burst: 5 }, clock);
    await clock.advance(3_600_000);
    expect([1, 2, 3, 4, 5, 6].map(() => limit.reserve())).toEqual([0, 0, 0, 0, 0, 200]);
  });

  it('keeps the longest pause that the provider asked for, with and without a limit of ours', async () => {
    for (const settings of [undefined, { perSecond: 1_000 }]) {
      const clock = new VirtualClock();
      const limit = new RateLimit(settings, clock);
      expect(limit.reserve()).toBe(0);
      limit.pause(2_000);
      limit.pause(500);
      expect(limit.reserve()).toBe(2_000);
      await clock.advance(1_500);
      expect(limit.reserve()).toBe(500);
      await clock.advance(500);
      expect(limit.reserve()).toBe(0);
    }
  });

  it('ends the pause when the clock steps back, and keeps the next one', async () => {
    const clock = new VirtualClock();
    const limit = new RateLimit(undefined, clock);
    limit.pause(2_000);
    await clock.advance(-3_600_000);
    expect(limit.reserve()).toBe(0);
    limit.pause(500);
    expect(limit.reserve()).toBe(500);
  });
});
