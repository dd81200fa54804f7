import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/provider/system-clock.ts';

describe('the clock of the machine', () => {
  it('runs a task once its time has come, and not before', async () => {
    const startedAtMs = systemClock.now();
    await new Promise<void>((resolve) => systemClock.schedule(20, resolve));
    expect(systemClock.now() - startedAtMs).toBeGreaterThanOrEqual(19);
  });

  it('does not run a cancelled task', async () => {
    let ran = false;
    const cancel = systemClock.schedule(1, () => {
      ran = true;
    });
    cancel();
    await new Promise<void>((resolve) => systemClock.schedule(20, resolve));
    expect(ran).toBe(false);
  });
});
