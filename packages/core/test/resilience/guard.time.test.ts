import { describe, expect, it } from 'vitest';
import type { AttemptResult } from '../../src/resilience/attempt-result.ts';
import { guardOf, ScriptedCall } from '../support/guard-bench.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const good: AttemptResult = { kind: 'succeeded', value: { providerReference: 'x' } };
const lost: AttemptResult = { kind: 'unknown', cause: 'connection_lost', message: 'reset' };
const limited = (retryAfterMs: number): AttemptResult => ({
  kind: 'rejected',
  reason: 'rate_limited',
  message: '429',
  retryAfterMs,
});

describe('the deadline', () => {
  it('bounds an attempt that hangs: a transport that ignores its time is cut off, as unknown', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: 'hangs' });
    const startedAtMs = clock.now();
    const { result } = await call.run(guardOf(clock, { deadlineMs: 5_000, attemptTimeoutMs: 2_000 }), {
      repeatability: () => ({ kind: 'once' }),
    });
    expect(result).toMatchObject({ kind: 'unknown', cause: 'timeout' });
    expect(clock.now() - startedAtMs).toBe(2_250);
  });

  it('gives the last attempt only the time that is left', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { afterMs: 2_000, result: lost });
    await call.run(guardOf(clock, { deadlineMs: 5_000, attemptTimeoutMs: 2_000, maxAttempts: 10 }));
    expect(call.seen.map(({ timeoutMs }) => timeoutMs)).toEqual([2_000, 2_000, 850]);
    expect(call.reports.at(-1)?.next).toBe('no retry: the deadline would pass');
  });

  it('may be shortened by the caller, but not stretched', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { deadlineMs: 5_000 });
    const short = new ScriptedCall(clock, { result: good });
    const long = new ScriptedCall(clock, { result: good });
    await short.run(guard, { deadlineMs: 300 });
    await long.run(guard, { deadlineMs: 60_000 });
    expect([short, long].map(({ seen }) => seen[0]?.timeoutMs)).toEqual([300, 5_000]);
  });

  it('lets nothing start when no time is left', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: good });
    expect(await call.run(guardOf(clock), { deadlineMs: 0 })).toMatchObject({
      attempts: 0,
      result: { kind: 'rejected', reason: 'deadline_exceeded' },
    });
    expect(call.seen).toHaveLength(0);
  });

  it('ends the wait for a place', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { deadlineMs: 1_000, bulkhead: { maxConcurrent: 1, maxQueued: 1 } });
    const first = new ScriptedCall(clock, { afterMs: 1_200, result: good }).start(guard);
    const waiting = new ScriptedCall(clock, { result: good });
    const answer = waiting.start(guard);
    await clock.advance(1_000);
    expect(await answer).toMatchObject({ attempts: 0, result: { kind: 'rejected', reason: 'deadline_exceeded' } });
    expect((await clock.finish(first)).result).toBe(good);
    expect((await waiting.run(guard)).result).toBe(good);
  });
});

describe('a provider that asks for a pause', () => {
  it('gets it, and so do the calls beside it', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock);
    const startedAtMs = clock.now();
    const first = new ScriptedCall(clock, { result: limited(3_000) }, { result: good });
    const answer = first.start(guard);
    await clock.advance(0);
    const second = new ScriptedCall(clock, { result: good });
    const other = second.start(guard);
    expect((await clock.finish(answer)).result).toBe(good);
    expect((await clock.finish(other)).result).toBe(good);
    expect(first.seen.map(({ atMs }) => atMs - startedAtMs)).toEqual([0, 3_000]);
    expect(second.seen.map(({ atMs }) => atMs - startedAtMs)).toEqual([3_000]);
  });

  it('does not get one that is longer than the policy allows: the call ends and says so', async () => {
    const clock = new VirtualClock();
    const guard = guardOf(clock, { maxRetryAfterMs: 10_000 });
    const call = new ScriptedCall(clock, { result: limited(86_400_000) }, { result: good });
    expect(await call.run(guard)).toEqual({ result: limited(86_400_000), attempts: 1 });
    expect(call.reports[0]?.next).toBe('no retry: the provider asks for a pause of 86400000 ms');
    const startedAtMs = clock.now();
    const next = new ScriptedCall(clock, { result: good });
    await next.run(guard);
    expect((next.seen[0]?.atMs ?? 0) - startedAtMs).toBe(10_000);
  });

  it('gets none that is longer than the deadline', async () => {
    const clock = new VirtualClock();
    const call = new ScriptedCall(clock, { result: limited(5_000) }, { result: good });
    expect((await call.run(guardOf(clock), { deadlineMs: 5_000 })).attempts).toBe(1);
    const next = new ScriptedCall(clock, { result: good });
    const guard = guardOf(clock);
    await new ScriptedCall(clock, { result: limited(5_000) }).run(guard, { deadlineMs: 5_000 });
    expect(await next.run(guard, { deadlineMs: 4_000 })).toMatchObject({
      attempts: 0,
      result: { reason: 'rate_limited', retryAfterMs: 5_000 },
    });
  });
});
