import { describe, expect, it } from 'vitest';
import { PolyrailError } from '../../src/model/error.ts';
import { guardPolicy } from '../../src/resilience/guard-policy.ts';

describe('guardPolicy', () => {
  it('has a default for every limit', () => {
    expect(guardPolicy()).toEqual({
      deadlineMs: 30_000,
      attemptTimeoutMs: 10_000,
      maxAttempts: 3,
      backoff: { baseMs: 100, capMs: 5_000 },
      maxRetryAfterMs: 10_000,
      retryBudget: { ratio: 0.1, perSecond: 1, burst: 10 },
      bulkhead: { maxConcurrent: 64, maxQueued: 256 },
      breaker: {
        failureRatePercent: 50,
        minimumAttempts: 10,
        windowMs: 30_000,
        openMs: 5_000,
        maxOpenMs: 60_000,
        probeLeaseMs: 15_000,
      },
    });
  });

  it('keeps the defaults beside what is set', () => {
    const policy = guardPolicy({ maxAttempts: 1, backoff: { baseMs: 5 }, rateLimit: { perSecond: 2 } });
    expect(policy.backoff).toEqual({ baseMs: 5, capMs: 5_000 });
    expect(policy).toMatchObject({ maxAttempts: 1, rateLimit: { perSecond: 2 }, deadlineMs: 30_000 });
  });

  it('takes zero where it means something', () => {
    const retryBudget = { ratio: 0, perSecond: 0, burst: 0 };
    expect(guardPolicy({ retryBudget, bulkhead: { maxQueued: 0 } })).toMatchObject({ retryBudget });
  });

  it.each([
    [{ deadlineMs: 0 }, 'deadlineMs'],
    [{ deadlineMs: Number.NaN }, 'deadlineMs'],
    [{ deadlineMs: Number.POSITIVE_INFINITY }, 'deadlineMs'],
    [{ attemptTimeoutMs: -1 }, 'attemptTimeoutMs'],
    [{ maxAttempts: 0 }, 'maxAttempts'],
    [{ maxRetryAfterMs: 0 }, 'maxRetryAfterMs'],
    [{ backoff: { baseMs: 0 } }, 'backoff.baseMs'],
    [{ retryBudget: { ratio: -0.1 } }, 'retryBudget.ratio', 'of zero or more'],
    [{ bulkhead: { maxConcurrent: 0 } }, 'bulkhead.maxConcurrent'],
    [{ breaker: { windowMs: 0 } }, 'breaker.windowMs'],
    [{ breaker: { minimumAttempts: 0 } }, 'breaker.minimumAttempts'],
    [{ rateLimit: { perSecond: 0 } }, 'rateLimit.perSecond'],
    [{ rateLimit: { perSecond: 1, burst: 0 } }, 'rateLimit.burst'],
    [{ bulkhead: { maxQueued: -1 } }, 'bulkhead.maxQueued', 'of zero or more'],
  ])('refuses %j and names it', (options, name, bound = 'above zero') => {
    expect(() => guardPolicy(options)).toThrow(
      expect.toSatisfy(
        (error) =>
          PolyrailError.is(error) &&
          error.code === 'configuration_invalid' &&
          error.message.endsWith(` ${name} must be a number ${bound}`),
      ),
    );
  });

  it('refuses a call that is longer than its operation is its own', () => {
    expect(guardPolicy({ deadlineMs: 90_000 }).deadlineMs).toBe(90_000);
    expect(() => guardPolicy({ deadlineMs: 90_001 })).toThrow('policy deadlineMs must be at most 90000');
  });

  it('refuses a text that looks like a number', () => {
    expect(() => Reflect.apply(guardPolicy, undefined, [{ deadlineMs: '5000' }])).toThrow('deadlineMs');
  });
});
