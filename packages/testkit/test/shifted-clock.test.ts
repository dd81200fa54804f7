import { expect, it } from 'vitest';
import { ShiftedClock } from '../src/shifted-clock.ts';

it('tells a later time and waits in real time', async () => {
  const clock = new ShiftedClock();
  clock.shift(3_600_000);
  const startedMs = performance.now();
  await new Promise<void>((resolve) => clock.schedule(5, resolve));
  expect(performance.now() - startedMs).toBeLessThan(60_000);
  expect(clock.now() - Date.now()).toBeGreaterThan(3_599_000);
});
