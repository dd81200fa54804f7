import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bulkhead } from '../../src/resilience/bulkhead.ts';
import { seeded } from '../support/property.ts';

describe('the bulkhead', () => {
  it('lets in as many as there are places', () => {
    const bulkhead = new Bulkhead({ maxConcurrent: 3, maxQueued: 1 });
    expect([1, 2, 3, 4].map(() => bulkhead.tryEnter())).toEqual([true, true, true, false]);
    bulkhead.leave();
    expect(bulkhead.tryEnter()).toBe(true);
  });

  it('has a bounded queue', () => {
    const bulkhead = new Bulkhead({ maxConcurrent: 1, maxQueued: 2 });
    bulkhead.tryEnter();
    expect([1, 2, 3].map(() => bulkhead.enqueue(() => undefined) !== undefined)).toEqual([true, true, false]);
  });

  it('may have no queue at all', () => {
    const bulkhead = new Bulkhead({ maxConcurrent: 1, maxQueued: 0 });
    bulkhead.tryEnter();
    expect(bulkhead.enqueue(() => undefined)).toBeUndefined();
  });

  it('serves first who came first, and passes by who gave up', () => {
    const bulkhead = new Bulkhead({ maxConcurrent: 1, maxQueued: 10 });
    bulkhead.tryEnter();
    const served: string[] = [];
    const leave = ['a', 'b', 'c', 'd'].map((name) => bulkhead.enqueue(() => served.push(name)));
    leave[1]?.();
    for (let count = 0; count < 3; count += 1) bulkhead.leave();
    expect(served).toEqual(['a', 'c', 'd']);
  });

  it('frees the place in the queue of who gave up, once', () => {
    const bulkhead = new Bulkhead({ maxConcurrent: 1, maxQueued: 1 });
    bulkhead.tryEnter();
    const giveUp = bulkhead.enqueue(() => undefined);
    giveUp?.();
    giveUp?.();
    expect(bulkhead.enqueue(() => undefined)).toBeDefined();
    expect(bulkhead.enqueue(() => undefined)).toBeUndefined();
  });

  it('never lets in more than there are places, whoever comes, goes and gives up', () => {
    const step = fc.constantFrom('come', 'leave', 'give_up');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), fc.integer({ min: 1, max: 4 }), (steps, maxConcurrent) => {
        const bulkhead = new Bulkhead({ maxConcurrent, maxQueued: 3 });
        const waiting: (() => void)[] = [];
        let running = 0;
        for (const what of steps) {
          if (what === 'leave' && running > 0) {
            running -= 1;
            bulkhead.leave();
          } else if (what === 'give_up') waiting.shift()?.();
          else if (bulkhead.tryEnter()) running += 1;
          else {
            const giveUp = bulkhead.enqueue(() => {
              running += 1;
            });
            if (giveUp) waiting.push(giveUp);
          }
          expect(running).toBeLessThanOrEqual(maxConcurrent);
        }
        while (running > 0) {
          running -= 1;
          bulkhead.leave();
        }
        expect(Array.from({ length: maxConcurrent + 1 }, () => bulkhead.tryEnter()).filter(Boolean)).toHaveLength(
          maxConcurrent,
        );
      }),
      seeded,
    );
  });
});
