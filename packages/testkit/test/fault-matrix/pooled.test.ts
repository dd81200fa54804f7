import { expect, it } from 'vitest';
import { pooled } from '../../src/fault-matrix/pooled.ts';

it('starts in order, keeps the bound, and goes on after a failure', async () => {
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const tasks = Array.from({ length: 10 }, (_, index) => async () => {
    started.push(index);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (index === 3) throw new Error('broken');
    return index;
  });
  const results = await Promise.allSettled(pooled(tasks, 3));
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(3);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});
