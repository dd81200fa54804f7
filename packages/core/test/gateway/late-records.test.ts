import { describe, expect, it } from 'vitest';
import { LateRecords } from '../../src/gateway/late-records.ts';
import { memoryLedger, type Store } from '../../src/index.ts';
import { BrittleLedger, benchOf, idOf } from '../support/bench.ts';
import { chargeOf } from '../support/records.ts';
import { answered, refused } from '../support/scripted-provider.ts';
import { settled, VirtualClock } from '../support/virtual-clock.ts';

describe('an outcome that the store did not take', () => {
  it.each(['succeeded', 'declined'] as const)('is recorded once the store is back: %s', async (kind) => {
    const brittle = new BrittleLedger();
    const { gateway, finish, provider, stored, clock, events } = benchOf({ ledger: brittle.ledger });
    if (kind === 'declined') provider.answer(answered({ kind, reason: 'do_not_honour' }));
    brittle.fail('record');
    const receipt = await finish(gateway.charge(chargeOf()));
    expect(receipt.outcome).toMatchObject({ kind: 'unknown', cause: 'interrupted' });
    await clock.advance(30_000);
    expect(await stored(idOf(receipt))).toMatchObject({ status: 'processing' });
    expect(events.flatMap((event) => (event.type === 'trouble' ? [event.message] : []))).toEqual([
      `the outcome of operation ${receipt.operationId} could not be recorded yet`,
    ]);
    brittle.fail('record', 0);
    await clock.advance(5_000);
    expect(await stored(idOf(receipt))).toMatchObject({ status: kind });
    expect(await finish(gateway.charge(chargeOf()))).toMatchObject({ outcome: { kind }, replayed: true });
    expect(provider.sent).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('is recorded once others do not write to the payment all the time', async () => {
    const ledger = memoryLedger();
    let overtaken = 0;
    const record: Store['record'] = async (step) => (++overtaken <= 5 ? 'payment_changed' : ledger.record(step));
    const busy = new Proxy(ledger, {
      get: (whole, name) => {
        const method: unknown = name === 'record' ? record : Reflect.get(whole, name);
        return typeof method === 'function' ? method.bind(whole) : method;
      },
    });
    const { gateway, finish, stored, clock } = benchOf({ ledger: busy });
    const receipt = await finish(gateway.charge(chargeOf()));
    expect(receipt.outcome).toMatchObject({ kind: 'unknown', cause: 'interrupted' });
    await clock.advance(5_000);
    expect(await stored(idOf(receipt))).toMatchObject({ status: 'succeeded' });
  });

  it('frees the key later, when nothing was executed', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, provider, clock } = benchOf({ ledger: brittle.ledger, policy: { maxAttempts: 1 } });
    provider.answer(refused);
    brittle.fail('release', 2);
    expect((await finish(gateway.charge(chargeOf()))).outcome.kind).toBe('unknown');
    await clock.advance(5_000);
    expect(await finish(gateway.charge(chargeOf()))).toMatchObject({
      outcome: { kind: 'rejected', reason: 'not_delivered' },
      replayed: false,
    });
  });

  it('is brought once more when the gateway closes', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, stored } = benchOf({ ledger: brittle.ledger });
    brittle.fail('record', 1);
    const receipt = await finish(gateway.charge(chargeOf()));
    await gateway.close();
    expect(await stored(idOf(receipt))).toMatchObject({ status: 'succeeded' });
  });

  it('does not keep a gateway from closing', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, clock } = benchOf({ ledger: brittle.ledger });
    brittle.fail('record');
    await finish(gateway.charge(chargeOf()));
    await gateway.close();
    expect(clock.waiting).toBe(0);
  });
});

describe('a claim that was written and not confirmed', () => {
  it('is given back: nothing was sent', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, provider, clock, ledger } = benchOf({ ledger: brittle.ledger });
    brittle.mute('claim', 1);
    expect((await finish(gateway.charge(chargeOf()))).outcome).toMatchObject({ reason: 'ledger_unavailable' });
    expect(await ledger.operation('default', 'payment', 'key-1')).toMatchObject({ state: 'in_flight' });
    await clock.advance(1_000);
    expect(await ledger.operation('default', 'payment', 'key-1')).toBeUndefined();
    expect(await finish(gateway.charge(chargeOf()))).toMatchObject({ outcome: { kind: 'succeeded' }, replayed: false });
    expect(provider.sent).toHaveLength(1);
  });

  it('does not keep its payment from other operations', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, clock } = benchOf({ ledger: brittle.ledger });
    const payment = idOf(await finish(gateway.charge(chargeOf())));
    brittle.mute('claim', 1);
    await finish(gateway.refund({ payment, idempotencyKey: 'refund-1' }));
    await clock.advance(1_000);
    expect(await finish(gateway.refund({ payment, idempotencyKey: 'refund-2' }))).toMatchObject({
      outcome: { kind: 'succeeded' },
      payment: { status: 'refunded' },
    });
  });

  it('is nothing to give back where it was not written', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, clock, provider } = benchOf({ ledger: brittle.ledger });
    brittle.fail('claim', 1);
    await finish(gateway.charge(chargeOf()));
    const again = await finish(gateway.charge(chargeOf()));
    await clock.advance(10_000);
    expect(again.outcome.kind).toBe('succeeded');
    expect(await finish(gateway.charge(chargeOf()))).toMatchObject({ outcome: { kind: 'succeeded' }, replayed: true });
    expect(provider.sent).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });
});

describe('late records', () => {
  function bench() {
    const clock = new VirtualClock();
    const records = new LateRecords({ clock, random: () => 0.5 });
    const taken: string[] = [];
    const tries = new Map<string, number>();
    let isAway = true;
    const add = (name: string, never = false) =>
      records.add(async () => {
        tries.set(name, (tries.get(name) ?? 0) + 1);
        if (isAway || never) throw new Error('away');
        taken.push(name);
      });
    return { clock, records, taken, tries, add, comeBack: () => (isAway = false) };
  }

  it('ask a store that is away with one of them at a time, more and more seldom', async () => {
    const { clock, taken, tries, add, comeBack } = bench();
    for (const name of ['a', 'b', 'c']) add(name);
    await clock.advance(60_000);
    const asked = [...tries.values()].reduce((sum, count) => sum + count, 0);
    expect(asked).toBeGreaterThan(20);
    expect(asked).toBeLessThan(35);
    comeBack();
    await clock.advance(5_000);
    expect(taken.toSorted()).toEqual(['a', 'b', 'c']);
    expect(clock.waiting).toBe(0);
  });

  it('are not held up by one that is never taken', async () => {
    const { clock, taken, add, comeBack } = bench();
    add('never', true);
    add('a');
    add('b');
    comeBack();
    await clock.advance(10_000);
    expect(taken).toEqual(['a', 'b']);
  });

  it('are bounded', async () => {
    const { clock, taken, add, comeBack } = bench();
    for (let n = 0; n < 10_010; n += 1) add(`${n}`);
    comeBack();
    await clock.advance(5_000);
    for (let turn = 0; turn < 20; turn += 1) await settled();
    expect(taken.length).toBeGreaterThanOrEqual(10_000);
    expect(taken.length).toBeLessThan(10_010);
  });
});
