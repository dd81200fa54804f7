import { expect, it } from 'vitest';
import { nextLookMs } from '../../src/gateway/settlement-schedule.ts';

it('plans looks in whole milliseconds, which is how stores keep times', () => {
  for (let looks = 0; looks < 20; looks += 1) {
    const waitMs = nextLookMs(undefined, { looks, knownForMs: looks * 60_000 }, () => 0.123_456_789);
    expect(Number.isInteger(waitMs)).toBe(true);
    expect(waitMs).toBeGreaterThan(0);
  }
});
