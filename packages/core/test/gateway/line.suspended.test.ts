import { describe, expect, it } from 'vitest';
import { createGateway, memoryLedger, type Resolution, type Store } from '../../src/index.ts';
import { benchOf } from '../support/bench.ts';
import { chargeOf } from '../support/records.ts';
import { lost, refused, scriptedProvider, succeeded } from '../support/scripted-provider.ts';
import { settled, VirtualClock } from '../support/virtual-clock.ts';

/** A process that is suspended, or waits for its store, between its claim and its first byte. */
function suspendedAfterClaim(resolution: Resolution) {
  const clock = new VirtualClock();
  const shared = memoryLedger();
  let goOn = () => undefined as unknown;
  const suspended: Store = new Proxy(shared, {
    get: (whole, name) => {
      const method: unknown = Reflect.get(whole, name);
      if (typeof method !== 'function') return method;
      return async (...parts: unknown[]) => {
        const answer: unknown = await Reflect.apply(method, whole, parts);
        if (name === 'claim') await new Promise((resolve) => (goOn = () => resolve(undefined)));
        return answer;
      };
    },
  });
  const own = scriptedProvider({ resolution });
  const theirs = scriptedProvider({ resolution });
  const process = createGateway({ providers: [own], clock, ledger: suspended, random: () => 0.5 });
  const heir = createGateway({ providers: [theirs], clock, ledger: shared, random: () => 0.5 });
  return { clock, shared, own, theirs, process, heir, goOn: () => goOn() };
}

describe('an operation whose process stood still', () => {
  it('is not sent when the time for it is over, and its key is free', async () => {
    const { clock, own, process, goOn } = suspendedAfterClaim({ by: 'inquiry', notFound: 'definitive' });
    const receipt = process.charge(chargeOf());
    await clock.advance(90_000);
    goOn();
    expect(await clock.finish(receipt)).toMatchObject({
      outcome: { kind: 'rejected', reason: 'deadline_exceeded' },
      payment: { status: 'not_executed' },
    });
    expect(own.sent).toEqual([]);
    const again = process.charge(chargeOf());
    await settled();
    goOn();
    expect(await clock.finish(again)).toMatchObject({ outcome: { kind: 'succeeded' }, replayed: false });
    expect(own.sent).toHaveLength(1);
  });

  it('is sent for as long as is left of that time', async () => {
    const { clock, own, process, goOn } = suspendedAfterClaim({ by: 'inquiry', notFound: 'definitive' });
    const given: number[] = [];
    const { send } = own.transport;
    Object.assign(own.transport, {
      send: (...parts: Parameters<typeof send>) => {
        given.push(parts[1].timeoutMs);
        return send(...parts);
      },
    });
    const receipt = process.charge(chargeOf());
    await clock.advance(87_000);
    goOn();
    expect(await clock.finish(receipt)).toMatchObject({ outcome: { kind: 'succeeded' } });
    expect(given).toEqual([3_000]);
  });

  it('is its heir’s: that nothing was sent here does not undo what was sent there', async () => {
    const { clock, own, theirs, process, heir, goOn } = suspendedAfterClaim({ by: 'replay', notFound: 'definitive' });
    const receipt = process.charge(chargeOf());
    await clock.advance(121_000);
    await clock.finish(heir.drain());
    // The heir has sent it with the same key, and has no answer yet.
    theirs.answer(lost);
    await clock.advance(10_000);
    await clock.finish(heir.drain());
    expect(theirs.sent.map(({ verb }) => verb)).toContain('charge');
    goOn();
    expect((await clock.finish(receipt)).outcome).toMatchObject({ kind: 'unknown', cause: 'interrupted' });
    expect(own.sent).toEqual([]);
    theirs.answer(succeeded);
    await clock.advance(60_000);
    await clock.finish(heir.drain());
    expect(await heir.charge(chargeOf())).toMatchObject({ outcome: { kind: 'succeeded' }, replayed: true });
  });
});

it('asks all candidates within the time of one operation', async () => {
  const slow = (id: string) => {
    const provider = scriptedProvider({ id });
    const { send } = provider.transport;
    Object.assign(provider.transport, {
      send: async (...parts: Parameters<typeof send>) => {
        await new Promise<void>((resolve) => bench.clock.schedule(Math.min(50_000, parts[1].timeoutMs), resolve));
        return send(...parts);
      },
    });
    provider.answer(refused);
    return provider;
  };
  const providers = [slow('a'), slow('b'), slow('c')];
  const policy = { maxAttempts: 1, deadlineMs: 80_000, attemptTimeoutMs: 80_000 };
  const bench = benchOf({ providers, policy });
  const startedAtMs = bench.clock.now();
  const receipt = await bench.finish(bench.gateway.charge(chargeOf()));
  expect(receipt.outcome).toMatchObject({ kind: 'rejected', reason: 'deadline_exceeded' });
  expect(bench.clock.now() - startedAtMs).toBe(90_000);
  expect(providers.map(({ sent }) => sent.length)).toEqual([1, 1, 0]);
});
