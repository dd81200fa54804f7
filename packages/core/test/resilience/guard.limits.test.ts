import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptResult } from '../../src/resilience/attempt-result.ts';
import type { Repeatability } from '../../src/resilience/retry-policy.ts';
import { guardOf, ScriptedCall } from '../support/guard-bench.ts';
import { seeded } from '../support/property.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const good: AttemptResult = { kind: 'succeeded', value: { providerReference: 'x' } };
const down: AttemptResult = { kind: 'rejected', reason: 'provider_unavailable', message: '503' };

describe('the retry budget', () => {
  it('stops a storm: 1,000 calls of a provider that always fails cause at most 1,200 requests', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { breaker: { minimumAttempts: 1_000_000 }, bulkhead: { maxConcurrent: 1_000 } });
    const calls = Array.from({ length: 1_000 }, () => new ScriptedCall(clock, { result: down }));
    for (let first = 0; first < calls.length; first += 10)
      await clock.finish(Promise.all(calls.slice(first, first + 10).map((call) => call.start(guard))));
    const requests = calls.reduce((sum, { seen }) => sum + seen.length, 0);
    // The burst of ten, and one for each ten calls.
    expect(requests).toBeGreaterThanOrEqual(1_100);
    expect(requests).toBeLessThanOrEqual(1_200);
    expect(calls.flatMap(({ reports }) => reports).map(({ next }) => next)).toContain(
      'no retry: the retry budget is used up',
    );
  });
});

describe('the bulkhead', () => {
  it('bounds what runs at once, and refuses at once what does not fit into the queue', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { bulkhead: { maxConcurrent: 2, maxQueued: 3 } });
    let running = 0;
    let most = 0;
    const start = () =>
      guard.run({
        attempt: () => {
          running += 1;
          most = Math.max(most, running);
          return new Promise((resolve) =>
            clock.schedule(100, () => {
              running -= 1;
              resolve(good);
            }),
          );
        },
        repeatability: () => ({ kind: 'once' }),
      });
    const answers = await clock.finish(Promise.all(Array.from({ length: 7 }, start)));
    expect(most).toBe(2);
    expect(answers.map(({ result }) => result.kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'succeeded'),
      'rejected',
      'rejected',
    ]);
    expect(answers[6]?.result).toMatchObject({ reason: 'overloaded', retryAfterMs: 1_000 });
    expect(clock.waiting).toBe(0);
  });
});

describe('the rate limit', () => {
  it('makes attempts wait, repeats included', async () => {
    const clock = new VirtualClock();
    const startedAtMs = clock.now();
    const call = new ScriptedCall(clock, { result: down }, { result: good });
    await call.run(guardOf(clock, { rateLimit: { perSecond: 1 } }));
    expect(call.seen.map(({ atMs }) => atMs - startedAtMs)).toEqual([0, 1_000]);
  });

  it('refuses what would wait beyond the deadline, and keeps the turn for another', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { rateLimit: { perSecond: 1 }, deadlineMs: 1_500 });
    const calls = [1, 2, 3, 4].map(() => new ScriptedCall(clock, { result: good }).start(guard));
    const answers = await clock.finish(Promise.all(calls));
    expect(answers.map(({ result }) => result.kind)).toEqual(['succeeded', 'succeeded', 'rejected', 'rejected']);
    expect(answers[2]?.result).toMatchObject({ reason: 'rate_limited', retryAfterMs: 2_000 });
  });
});

describe('the breaker', () => {
  const settings = { maxAttempts: 1, breaker: { minimumAttempts: 10 } };

  it('stays closed over 1,000 declines and refusals', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, settings);
    const results: AttemptResult[] = [
      { kind: 'declined', reason: 'insufficient_funds' },
      { kind: 'rejected', reason: 'provider_refused', message: '400' },
      { kind: 'rejected', reason: 'rate_limited', message: '429' },
    ];
    for (const result of results)
      for (let count = 0; count < 1_000; count += 1) await new ScriptedCall(clock, { result }).run(guard);
    expect(guard.breaker.state).toBe('closed');
  });

  it('opens on faults, refuses without an attempt, and closes again', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, settings);
    for (let count = 0; count < 10; count += 1) await new ScriptedCall(clock, { result: down }).run(guard);
    const cutOff = await new ScriptedCall(clock, { result: good }).run(guard);
    expect(cutOff).toMatchObject({ attempts: 0, result: { kind: 'rejected', reason: 'breaker_open' } });
    await clock.advance(5_500);
    expect((await new ScriptedCall(clock, { result: good }).run(guard)).result).toBe(good);
    expect(guard.breaker.state).toBe('closed');
  });

  it('does not take a turn of the rate limit for a call that it refuses', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { ...settings, rateLimit: { perSecond: 1, burst: 12 } });
    for (let count = 0; count < 10; count += 1) await new ScriptedCall(clock, { result: down }).run(guard);
    const startedAtMs = clock.now();
    for (let count = 0; count < 50; count += 1) await new ScriptedCall(clock, { result: good }).run(guard);
    expect(clock.now()).toBe(startedAtMs);
  });
});

const anyResult: fc.Arbitrary<AttemptResult | 'throws' | 'hangs'> = fc.oneof(
  fc.constantFrom<AttemptResult | 'throws' | 'hangs'>(
    good,
    { kind: 'declined', reason: 'do_not_honour' },
    { kind: 'pending', value: {}, expect: 'poll' },
    { kind: 'not_found' },
    'throws',
    'hangs',
  ),
  fc
    .constantFrom('not_delivered', 'rate_limited', 'provider_unavailable', 'provider_refused', 'aborted')
    .chain((reason) =>
      fc.record(
        {
          kind: fc.constant('rejected'),
          reason: fc.constant(reason),
          message: fc.constant(''),
          retryAfterMs: fc.nat(20_000),
        },
        { requiredKeys: ['kind', 'reason', 'message'] },
      ),
    ),
  fc
    .constantFrom(
      'timeout',
      'connection_lost',
      'body_broken',
      'provider_error',
      'in_progress',
      'answer_mismatch',
      'aborted',
    )
    .map((cause) => ({ kind: 'unknown', cause, message: '' }) as const),
);
const anyAttempt = fc.record({ afterMs: fc.constantFrom(0, 1, 50, 999, 1_000, 3_000, 20_000), result: anyResult });
const anyPolicy = fc.record({
  deadlineMs: fc.constantFrom(1, 1_000, 5_000, 30_000),
  attemptTimeoutMs: fc.constantFrom(10, 1_000, 10_000),
  maxAttempts: fc.integer({ min: 1, max: 6 }),
  maxRetryAfterMs: fc.constantFrom(1, 1_000, 10_000),
  retryBudget: fc.record({ burst: fc.integer({ min: 0, max: 10 }) }),
  rateLimit: fc.record({ perSecond: fc.constantFrom(1, 100) }),
});

describe('whatever the attempts come to', () => {
  it('the limits hold, and a doubt is neither repeated blindly nor forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(anyAttempt, anyAttempt, anyAttempt, anyAttempt),
        anyPolicy,
        fc.constantFrom('safe', 'once', 'keyed'),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (script, policy, kind, luck) => {
          const clock = new VirtualClock();
          const startedAtMs = clock.now();
          const untilMs = startedAtMs + 4_000;
          const repeatability = (): Repeatability => (kind === 'keyed' ? { kind, untilMs } : { kind });
          const call = new ScriptedCall(clock, ...script);
          const { result, attempts } = await call.run(
            guardOf(clock, policy, undefined, () => luck),
            { repeatability },
          );

          expect(attempts).toBe(call.seen.length);
          expect(call.reports.map(({ number }) => number)).toEqual(call.seen.map((_, index) => index + 1));
          expect(attempts).toBeLessThanOrEqual(policy.maxAttempts);
          expect(attempts).toBeLessThanOrEqual(policy.retryBudget.burst + 1 + (policy.deadlineMs / 1_000) * 1.1);
          expect(clock.now()).toBeLessThanOrEqual(startedAtMs + policy.deadlineMs + 250);
          for (const { atMs, timeoutMs } of call.seen) {
            expect(atMs).toBeLessThan(startedAtMs + policy.deadlineMs);
            expect(atMs + timeoutMs).toBeLessThanOrEqual(startedAtMs + policy.deadlineMs);
          }
          const doubt = call.reports.findIndex((report) => report.result.kind === 'unknown');
          if (doubt >= 0) {
            expect(['rejected', 'not_found']).not.toContain(result.kind);
            if (kind === 'once') expect(attempts).toBe(doubt + 1);
            if (kind === 'keyed')
              for (const { endedAtMs } of call.reports.slice(doubt, -1)) expect(endedAtMs).toBeLessThan(untilMs);
          }
        },
      ),
      { ...seeded, numRuns: 1_500 },
    );
  });
});
