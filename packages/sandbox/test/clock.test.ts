import { expect, it } from 'vitest';
import { SandboxClock } from '../src/clock.ts';

it('runs what falls due when it is moved, in order of time', () => {
  const clock = new SandboxClock(() => 0);
  const seen: string[] = [];
  clock.after(2000, () => seen.push('second'));
  clock.after(1000, () => seen.push('first'));
  clock.after(9000, () => seen.push('never'));
  clock.after(500, () => seen.push('cancelled'))();
  clock.advance(2000);
  expect(seen).toEqual(['first', 'second']);
  clock.stop();
  clock.advance(9000);
  expect(seen).toEqual(['first', 'second']);
});

it('can be set, and goes back to its source', () => {
  const clock = new SandboxClock(() => 1000);
  let ran = 0;
  clock.after(60_000, () => {
    ran += 1;
  });
  clock.set(5000);
  expect(clock.now()).toBe(5000);
  clock.reset();
  expect(clock.now()).toBe(1000);
  expect(ran).toBe(1);
});

it('runs a timer by itself when the source moves on', async () => {
  const clock = new SandboxClock();
  const before = clock.now();
  await new Promise<void>((resolve) => void clock.after(5, resolve));
  expect(clock.now() - before).toBeGreaterThanOrEqual(5);
});
