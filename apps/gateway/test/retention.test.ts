import type { PurgeRequest } from '@polyrail/core';
import { VirtualClock } from '@polyrail/testkit';
import { expect, it } from 'vitest';
import { startRetention } from '../src/retention.ts';

const dayMs = 86_400_000;

it('forgets now and then what is older than it may keep, goes on after a fault, and ends', async () => {
  const clock = new VirtualClock();
  const startMs = clock.now();
  const asked: PurgeRequest[] = [];
  const lines: string[] = [];
  const write = (_: unknown, message?: string) => void lines.push(String(message));
  const store = {
    async purge(request: PurgeRequest) {
      asked.push(request);
      if (asked.length === 2) throw new Error('the disk is away');
      return { payments: asked.length === 1 ? 3 : 0, notifications: 0, events: 0 };
    },
  };
  const stop = startRetention({ store, keepMs: 60 * dayMs, log: { info: write, error: write }, clock });
  await clock.advance(dayMs / 2);
  expect(asked.map(({ beforeMs }) => (beforeMs - startMs) / dayMs)).toEqual([-60, -59.75, -59.5]);
  expect(lines).toEqual(['forgot what is older than every window', 'nothing was forgotten; it is tried again']);
  stop();
  await clock.advance(dayMs);
  expect(asked).toHaveLength(3);
});
