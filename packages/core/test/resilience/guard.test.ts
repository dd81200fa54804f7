import { describe, expect, it } from 'vitest';
import type { AttemptResult } from '../../src/resilience/attempt-result.ts';
import type { Repeatability } from '../../src/resilience/retry-policy.ts';
import { guardOf, ScriptedCall } from '../support/guard-bench.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const good: AttemptResult = { kind: 'succeeded', value: { providerReference: 'x' } };
const declined: AttemptResult = { kind: 'declined', reason: 'insufficient_funds' };
const notSent: AttemptResult = { kind: 'rejected', reason: 'not_delivered', message: 'refused' };
const refused: AttemptResult = { kind: 'rejected', reason: 'provider_refused', message: 'no' };
const lost: AttemptResult = { kind: 'unknown', cause: 'connection_lost', message: 'reset' };
const once = (): Repeatability => ({ kind: 'once' });
const keyed = (untilMs: number) => (): Repeatability => ({ kind: 'keyed', untilMs });

describe('attempts', () => {
  it('one is enough when it succeeds or is declined, and it leaves no timer behind', async () => {
    for (const result of [good, declined]) {
      const clock = new VirtualClock();
      const call = new ScriptedCall(clock, { result });
      expect(await call.run(guardOf(clock))).toEqual({ result, attempts: 1 });
      expect(call.reports).toMatchObject([{ number: 1, result, next: 'this is final' }]);
      expect(clock.waiting).toBe(0);
    }
  });

  it('repeat what was surely not executed, with full jitter between them', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: notSent }, { result: notSent }, { result: good });
    const startedAtMs = clock.now();
    expect(await call.run(guardOf(clock), { repeatability: once })).toEqual({ result: good, attempts: 3 });
    expect(call.seen.map(({ atMs }) => atMs - startedAtMs)).toEqual([0, 50, 150]);
    expect(call.reports.map(({ next }) => next)).toEqual([
      'retry in 50 ms: the request was surely not executed',
      'retry in 100 ms: the request was surely not executed',
      'this is final',
    ]);
  });

  it('end at the number that the policy allows', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: notSent });
    expect(await call.run(guardOf(clock, { maxAttempts: 4 }))).toEqual({ result: notSent, attempts: 4 });
    expect(call.reports.at(-1)?.next).toBe('no retry: 4 attempts were made');
  });

  it('end where a repeat would be refused again', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: refused });
    expect(await call.run(guardOf(clock))).toEqual({ result: refused, attempts: 1 });
  });
});

describe('a doubt', () => {
  it('ends a call whose provider does not recognise repeats', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: lost }, { result: good });
    expect(await call.run(guardOf(clock), { repeatability: once })).toEqual({ result: lost, attempts: 1 });
  });

  it('ends it also when only the second attempt was maybe sent', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: notSent }, { result: lost }, { result: good });
    expect(await call.run(guardOf(clock), { repeatability: once })).toEqual({ result: lost, attempts: 2 });
  });

  it('is settled by a repeat with the same key', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: lost }, { result: good });
    const repeatability = keyed(clock.now() + 60_000);
    expect(await call.run(guardOf(clock), { repeatability })).toEqual({ result: good, attempts: 2 });
  });

  it('stays when the key has grown too old', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { afterMs: 100, result: lost }, { result: good });
    const repeatability = keyed(clock.now() + 100);
    expect(await call.run(guardOf(clock), { repeatability })).toEqual({ result: lost, attempts: 1 });
    expect(call.reports[0]?.next).toContain('too old');
  });

  it('is asked about from the time of the first attempt', async () => {
    const clock = new VirtualClock();
    const asked: number[] = [];
    const call = new ScriptedCall(clock, { afterMs: 500, result: notSent });
    const startedAtMs = clock.now();
    await call.run(guardOf(clock), {
      repeatability: (firstSentAtMs) => {
        asked.push(firstSentAtMs - startedAtMs);
        return { kind: 'safe' };
      },
    });
    expect(asked).toEqual([0, 0, 0]);
  });

  it.each([
    ['a clean refusal', refused],
    ['a request that was not sent', notSent],
    ['not found', { kind: 'not_found' }],
  ] as const)('is not forgotten over %s', async (_name, later) => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: lost }, { result: later });
    const { result } = await call.run(guardOf(clock), { repeatability: keyed(clock.now() + 60_000) });
    expect(result).toBe(lost);
  });

  it('is not forgotten when the breaker or the caller stops the repeat', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { breaker: { minimumAttempts: 1 } });
    const call = new ScriptedCall(clock, { result: lost }, { result: good });
    expect(await call.run(guard)).toEqual({ result: lost, attempts: 1 });

    const caller = new AbortController();
    const second = new ScriptedCall(clock, { result: lost }, { result: good });
    const answer = second.start(guardOf(clock), { signal: caller.signal });
    await clock.advance(10);
    caller.abort();
    expect(await answer).toEqual({ result: lost, attempts: 1 });
  });
});

describe('a caller who gives up', () => {
  it('before the first attempt: nothing is sent', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: good });
    expect(await call.run(guardOf(clock), { signal: AbortSignal.abort() })).toMatchObject({
      attempts: 0,
      result: { kind: 'rejected', reason: 'aborted' },
    });
    expect(call.seen).toHaveLength(0);
  });

  it('while it waits for a place: nothing is sent, and the place goes to the next', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { bulkhead: { maxConcurrent: 1, maxQueued: 1 } });
    const first = new ScriptedCall(clock, { afterMs: 100, result: good }).start(guard);
    const caller = new AbortController();
    const answer = new ScriptedCall(clock, { result: good }).start(guard, { signal: caller.signal });
    caller.abort();
    expect(await answer).toMatchObject({ attempts: 0, result: { reason: 'aborted' } });
    const next = new ScriptedCall(clock, { result: good }).start(guard);
    expect((await clock.finish(first)).result).toBe(good);
    expect((await clock.finish(next)).result).toBe(good);
    expect(clock.waiting).toBe(0);
  });

  it('while it waits for the rate limit: its turn goes back', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { rateLimit: { perSecond: 1 } });
    await new ScriptedCall(clock, { result: good }).run(guard);
    const caller = new AbortController();
    const answer = new ScriptedCall(clock, { result: good }).start(guard, { signal: caller.signal });
    await clock.advance(0);
    caller.abort();
    expect(await answer).toMatchObject({ attempts: 0, result: { reason: 'aborted' } });
    const startedAtMs = clock.now();
    await new ScriptedCall(clock, { result: good }).run(guard);
    expect(clock.now() - startedAtMs).toBe(1_000);
  });

  it('during an attempt: the transport hears of it, and what it says counts', async () => {
    const clock = new VirtualClock();
    const caller = new AbortController();
    const aborted: AttemptResult = { kind: 'unknown', cause: 'aborted', message: 'the caller gave up' };
    let heard: AbortSignal | undefined;
    const answer = guardOf(clock).run({
      attempt: ({ signal }) => {
        heard = signal;
        return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(aborted)));
      },
      repeatability: () => ({ kind: 'safe' }),
      signal: caller.signal,
    });
    await clock.advance(0);
    caller.abort();
    expect(await answer).toEqual({ result: aborted, attempts: 1 });
    expect(heard).toBe(caller.signal);
  });

  it('does not end the calls of others', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock);
    const caller = new AbortController();
    const others = [1, 2, 3].map(() => new ScriptedCall(clock, { afterMs: 100, result: good }).start(guard));
    const own = new ScriptedCall(clock, { afterMs: 100, result: lost }).start(guard, { signal: caller.signal });
    await clock.advance(50);
    caller.abort();
    await clock.finish(own);
    for (const other of others) expect((await clock.finish(other)).result).toBe(good);
  });
});

describe('a plugin that breaks its promise', () => {
  it('throws in an attempt: nobody knows what it did', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: 'throws' }, { result: good });
    expect(await call.run(guardOf(clock))).toMatchObject({
      attempts: 1,
      result: { kind: 'unknown', cause: 'interrupted', message: 'the attempt broke off' },
    });
    expect(clock.waiting).toBe(0);
  });

  it('answers after it was cut off: nothing changes any more', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { attemptTimeoutMs: 1_000, maxAttempts: 1 });
    const call = new ScriptedCall(clock, { afterMs: 60_000, result: good });
    const { result } = await call.run(guard);
    await clock.advance(60_000);
    expect(result).toMatchObject({ kind: 'unknown', cause: 'timeout' });
    expect(call.reports).toHaveLength(1);
  });
});
