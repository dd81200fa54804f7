import { VirtualClock } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { ReplayMemory } from '../../src/access/replay-memory.ts';

const windowMs = 80_000;

describe('ReplayMemory', () => {
  it('knows an id for the whole window, wherever in a turn it came', async () => {
    for (const startMs of [0, 1, 40_000, 79_999]) {
      const clock = new VirtualClock();
      const memory = new ReplayMemory({ windowMs, clock });
      await clock.advance(startMs);
      expect(memory.isFirst('a')).toBe(true);
      for (const stepMs of [0, 40_000, 39_999]) {
        await clock.advance(stepMs);
        expect(memory.isFirst('a')).toBe(false);
      }
    }
  });

  it('forgets', async () => {
    const clock = new VirtualClock();
    const memory = new ReplayMemory({ windowMs, clock });
    memory.isFirst('a');
    await clock.advance(2 * windowMs);
    expect(memory.isFirst('a')).toBe(true);
  });

  it('refuses what it has no room for, and forgets nothing for it', async () => {
    const clock = new VirtualClock();
    const memory = new ReplayMemory({ windowMs, capacity: 2, clock });
    expect(['a', 'b', 'c', 'a'].map((id) => memory.isFirst(id))).toEqual([true, true, false, false]);
    await clock.advance(windowMs);
    expect(['a', 'c'].map((id) => memory.isFirst(id))).toEqual([false, true]);
  });
});
