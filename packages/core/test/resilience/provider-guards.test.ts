import { describe, expect, it } from 'vitest';
import type { Breaker } from '../../src/resilience/breaker.ts';
import type { Guard } from '../../src/resilience/guard.ts';
import { type GuardPolicyOptions, guardPolicy } from '../../src/resilience/guard-policy.ts';
import { opossumBreaker } from '../../src/resilience/opossum-breaker.ts';
import { ProviderGuards } from '../../src/resilience/provider-guards.ts';
import { ScriptedCall } from '../support/guard-bench.ts';
import { half } from '../support/property.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

function guardsOf(clock: VirtualClock, options: GuardPolicyOptions = {}) {
  const made: Breaker[] = [];
  const guards = new ProviderGuards(guardPolicy(options), {
    clock,
    random: half,
    breaker: (...parts) => {
      const breaker = opossumBreaker(...parts);
      made.push(breaker);
      return breaker;
    },
  });
  return { guards, made };
}

const failing = { result: { kind: 'rejected', reason: 'not_delivered', message: '' } } as const;
const good = { result: { kind: 'succeeded', value: { providerReference: 'x' } } } as const;

async function fail(clock: VirtualClock, guard: Guard, calls: number): Promise<number> {
  let attempts = 0;
  for (let count = 0; count < calls; count += 1)
    attempts += (await new ScriptedCall(clock, failing).run(guard)).attempts;
  return attempts;
}

describe('the guards of one provider', () => {
  it('are made when they are needed, once', () => {
    const { guards, made } = guardsOf(new VirtualClock());
    expect(made).toHaveLength(0);
    expect(guards.breakers()).toEqual({});
    expect(guards.of('charge')).toBe(guards.of('charge'));
    expect(made).toHaveLength(1);
    expect(guards.breakers()).toEqual({ charge: 'closed' });
  });

  it('let inquiries pass while charges are cut off', async () => {
    const clock = new VirtualClock();
    const { guards } = guardsOf(clock, { maxAttempts: 1 });
    await fail(clock, guards.of('charge'), 10);
    const cutOff = await new ScriptedCall(clock, good).run(guards.of('charge'));
    const inquiry = await new ScriptedCall(clock, good).run(guards.of('inquire'));
    expect(cutOff.result).toMatchObject({ kind: 'rejected', reason: 'breaker_open' });
    expect(cutOff.attempts).toBe(0);
    expect(inquiry.result.kind).toBe('succeeded');
    expect(guards.breakers()).toEqual({ charge: 'open', inquire: 'closed' });
  });

  it('share one retry budget', async () => {
    const clock = new VirtualClock();
    const { guards } = guardsOf(clock, {
      maxAttempts: 2,
      retryBudget: { ratio: 0, perSecond: 0, burst: 3 },
      breaker: { minimumAttempts: 1_000 },
    });
    expect(await fail(clock, guards.of('charge'), 2)).toBe(4);
    expect(await fail(clock, guards.of('modify'), 2)).toBe(3);
    expect(await fail(clock, guards.of('pay_out'), 2)).toBe(2);
  });

  it('share one rate limit', async () => {
    const clock = new VirtualClock();
    const { guards } = guardsOf(clock, { rateLimit: { perSecond: 1 } });
    const startedAtMs = clock.now();
    await new ScriptedCall(clock, good).run(guards.of('charge'));
    await new ScriptedCall(clock, good).run(guards.of('inquire'));
    expect(clock.now() - startedAtMs).toBe(1_000);
  });

  it('have a bulkhead each', async () => {
    const clock = new VirtualClock();
    const { guards } = guardsOf(clock, { bulkhead: { maxConcurrent: 1, maxQueued: 0 } });
    const hanging = new ScriptedCall(clock, { result: 'hangs' });
    const first = hanging.start(guards.of('charge'));
    const second = await new ScriptedCall(clock, good).run(guards.of('charge'));
    const inquiry = await new ScriptedCall(clock, good).run(guards.of('inquire'));
    expect(second.result).toMatchObject({ kind: 'rejected', reason: 'overloaded' });
    expect(inquiry.result.kind).toBe('succeeded');
    expect((await clock.finish(first)).result.kind).toBe('unknown');
  });
});
