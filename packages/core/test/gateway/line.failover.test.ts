import { describe, expect, it } from 'vitest';
import { BrittleLedger, benchOf, idOf } from '../support/bench.ts';
import { chargeOf } from '../support/records.ts';
import { answered, lost, refused, scriptedProvider, withCharge } from '../support/scripted-provider.ts';

describe('failover', () => {
  const unavailable = answered({ kind: 'rejected', reason: 'provider_unavailable', message: '503' });
  function two() {
    const a = scriptedProvider({ id: 'a' });
    const b = scriptedProvider({ id: 'b' });
    return { a, b, bench: benchOf({ providers: [a, b], policy: { maxAttempts: 1 } }) };
  }

  it.each([
    ['a request that was not delivered', refused],
    ['a provider that turned it away', unavailable],
  ])('happens after %s', async (_name, answer) => {
    const { a, b, bench } = two();
    a.answer(answer);
    const receipt = await bench.finish(bench.gateway.charge(chargeOf()));
    expect(receipt).toMatchObject({
      outcome: { kind: 'succeeded' },
      payment: { provider: 'b', status: 'succeeded', version: 3 },
    });
    expect([a.sent.length, b.sent.length]).toEqual([1, 1]);
    const texts = (await bench.gateway.timeline({ payment: idOf(receipt) })).map(({ text }) => text);
    expect(texts.find((text) => text.endsWith('b takes over'))).toMatch(/^a executed nothing/);
  });

  it.each([
    ['lost', lost],
    ['unreadable', answered({ kind: 'not_found' })],
    ['declined', answered({ kind: 'declined', reason: 'issuer_unavailable' })],
    ['refused for good', answered({ kind: 'rejected', reason: 'provider_refused', message: 'no' })],
    ['pending', answered({ kind: 'pending', value: {}, expect: 'poll' })],
  ])('never happens after an answer that is %s', async (_name, answer) => {
    const { a, b, bench } = two();
    a.answer(answer);
    const { payment } = await bench.finish(bench.gateway.charge(chargeOf()));
    expect(payment?.provider).toBe('a');
    expect(b.sent).toHaveLength(0);
  });

  it('never happens after a doubt that a later attempt refused', async () => {
    const a = scriptedProvider({ id: 'a' });
    const b = scriptedProvider({ id: 'b' });
    const { gateway, finish } = benchOf({ providers: [a, b], policy: { maxAttempts: 2 } });
    a.answer(lost, refused);
    expect((await finish(gateway.charge(chargeOf()))).outcome.kind).toBe('unknown');
    expect([a.sent.length, b.sent.length]).toEqual([2, 0]);
  });

  it('is on record before the second provider is asked', async () => {
    const { a, b, bench } = two();
    a.answer(refused);
    let recorded: unknown;
    const { send } = b.transport;
    Object.assign(b.transport, {
      send: async (...parts: Parameters<typeof send>) => {
        recorded = await bench.ledger.operation('default', 'payment', 'key-1');
        return send(...parts);
      },
    });
    await bench.finish(bench.gateway.charge(chargeOf()));
    expect(recorded).toMatchObject({ provider: 'b', state: 'in_flight' });
  });

  it('does not happen when it cannot be recorded', async () => {
    const brittle = new BrittleLedger();
    const a = scriptedProvider({ id: 'a' });
    const b = scriptedProvider({ id: 'b' });
    const { gateway, finish } = benchOf({ providers: [a, b], ledger: brittle.ledger, policy: { maxAttempts: 1 } });
    a.answer(refused);
    brittle.fail('record');
    expect((await finish(gateway.charge(chargeOf()))).outcome).toMatchObject({ kind: 'unknown', cause: 'interrupted' });
    expect(b.sent).toHaveLength(0);
  });

  it('ends with the last provider, and frees the key when nobody executed anything', async () => {
    const { a, b, bench } = two();
    a.answer(refused);
    b.answer(refused);
    const receipt = await bench.finish(bench.gateway.charge(chargeOf()));
    expect(receipt).toMatchObject({
      outcome: { kind: 'rejected', reason: 'not_delivered' },
      payment: { provider: 'b', status: 'not_executed' },
    });
    expect(await bench.ledger.operation('default', 'payment', 'key-1')).toBeUndefined();
  });

  it('passes by a provider that cannot express the command', async () => {
    const a = scriptedProvider({ id: 'a' });
    const b = withCharge(scriptedProvider({ id: 'b' }), {
      encode: () => {
        throw new Error('no');
      },
    });
    const c = scriptedProvider({ id: 'c' });
    const { gateway, finish } = benchOf({ providers: [a, b, c], policy: { maxAttempts: 1 } });
    a.answer(refused);
    expect((await finish(gateway.charge(chargeOf()))).payment?.provider).toBe('c');
  });

  it('stays inside the time that the caller gave for the whole call', async () => {
    const slow = (id: string) => {
      const provider = scriptedProvider({ id });
      const { send } = provider.transport;
      const given: number[] = [];
      Object.assign(provider.transport, {
        send: async (...parts: Parameters<typeof send>) => {
          given.push(parts[1].timeoutMs);
          await new Promise<void>((resolve) => bench.clock.schedule(Math.min(800, parts[1].timeoutMs), resolve));
          return send(...parts);
        },
      });
      provider.answer(refused);
      return { provider, given };
    };
    const [a, b, c] = [slow('a'), slow('b'), slow('c')];
    const bench = benchOf({ providers: [a.provider, b.provider, c.provider], policy: { maxAttempts: 1 } });
    const startedAtMs = bench.clock.now();
    const receipt = await bench.finish(bench.gateway.charge(chargeOf(), { deadlineMs: 1_000 }));
    expect(receipt.outcome).toMatchObject({ kind: 'rejected', reason: 'deadline_exceeded' });
    expect([...a.given, ...b.given, ...c.given]).toEqual([1_000, 200]);
    expect(bench.clock.now() - startedAtMs).toBe(1_000);
  });
});
