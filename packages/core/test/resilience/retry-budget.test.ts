import { describe, expect, it } from 'vitest';
import { RetryBudget, type RetryBudgetSettings } from '../../src/resilience/retry-budget.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

function budget(settings: RetryBudgetSettings) {
  const clock = new VirtualClock();
  return { clock, budget: new RetryBudget(settings, clock) };
}

function withdrawals(of: RetryBudget): number {
  let count = 0;
  while (of.withdraw()) count += 1;
  return count;
}

describe('the retry budget', () => {
  it('begins full, and is then empty', () => {
    const { budget: own } = budget({ ratio: 0, perSecond: 0, burst: 10 });
    expect(withdrawals(own)).toBe(10);
    expect(own.withdraw()).toBe(false);
  });

  it('earns a share of the calls', () => {
    const { budget: own } = budget({ ratio: 0.25, perSecond: 0, burst: 10 });
    withdrawals(own);
    for (let call = 0; call < 20; call += 1) own.deposit();
    expect(withdrawals(own)).toBe(5);
  });

  it('earns with time, for providers with few calls', async () => {
    const { budget: own, clock } = budget({ ratio: 0, perSecond: 1, burst: 10 });
    withdrawals(own);
    await clock.advance(999);
    expect(withdrawals(own)).toBe(0);
    await clock.advance(2_001);
    expect(withdrawals(own)).toBe(3);
  });

  it('saves up no more than its burst', async () => {
    const { budget: own, clock } = budget({ ratio: 1, perSecond: 1, burst: 3 });
    for (let call = 0; call < 1_000; call += 1) own.deposit();
    await clock.advance(3_600_000);
    expect(withdrawals(own)).toBe(3);
  });

  it('lets 1,000 calls of a provider that always fails retry 110 times, not 2,000', () => {
    const { budget: own } = budget({ ratio: 0.1, perSecond: 1, burst: 10 });
    let retries = 0;
    for (let call = 0; call < 1_000; call += 1) {
      own.deposit();
      for (let attempt = 1; attempt < 3 && own.withdraw(); attempt += 1) retries += 1;
    }
    expect(retries).toBeGreaterThanOrEqual(109);
    expect(retries).toBeLessThanOrEqual(110);
  });
});
