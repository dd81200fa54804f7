import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../src/virtual-clock.ts';

describe('VirtualClock', () => {
  it('stands still until it is moved', async () => {
    const clock = new VirtualClock(1_000);
    let ran = false;
    clock.schedule(10, () => {
      ran = true;
    });
    await clock.advance(9);
    expect([clock.now(), ran, clock.waiting]).toEqual([1_009, false, 1]);
    await clock.advance(1);
    expect([clock.now(), ran, clock.waiting]).toEqual([1_010, true, 0]);
  });

  it('runs tasks by their time, those of one instant in the order in which they were scheduled', async () => {
    const clock = new VirtualClock(0);
    const order: string[] = [];
    for (const [name, delayMs] of [
      ['late', 20],
      ['first', 10],
      ['second', 10],
    ] as const)
      clock.schedule(delayMs, () => order.push(`${name} at ${clock.now()}`));
    await clock.advance(100);
    expect(order).toEqual(['first at 10', 'second at 10', 'late at 20']);
  });

  it('lets the promises of one task settle before the next, and runs what they schedule in time', async () => {
    const clock = new VirtualClock(0);
    const order: string[] = [];
    const sleep = (delayMs: number) => new Promise<void>((resolve) => clock.schedule(delayMs, resolve));
    const walk = async (name: string, stepMs: number) => {
      for (let step = 1; step <= 2; step += 1) {
        await sleep(stepMs);
        order.push(`${name}${step} at ${clock.now()}`);
      }
    };
    const walks = Promise.all([walk('a', 10), walk('b', 15)]);
    await clock.runUntilIdle();
    await walks;
    expect(order).toEqual(['a1 at 10', 'b1 at 15', 'a2 at 20', 'b2 at 30']);
  });

  it('forgets a task that was cancelled', async () => {
    const clock = new VirtualClock(0);
    const cancel = clock.schedule(1, () => expect.unreachable());
    cancel();
    cancel();
    await clock.runUntilIdle();
    expect(clock.waiting).toBe(0);
  });

  it('says so when something waits for longer than it may move', async () => {
    const clock = new VirtualClock(0);
    clock.schedule(1_001, () => undefined);
    await expect(clock.runUntilIdle(1_000)).rejects.toThrow('1 tasks still wait after 1000 ms');
  });
});
