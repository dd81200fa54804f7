import { describe, expect, it } from 'vitest';
import { money } from '../../src/model/money.ts';
import { type Bench, BrittleLedger, benchOf, idOf } from '../support/bench.ts';
import { chargeOf, paymentIdOf, refundOf } from '../support/records.ts';
import { answered, lost, refused, scriptedProvider, succeeded } from '../support/scripted-provider.ts';
import { settled } from '../support/virtual-clock.ts';

const eur = (minorUnits: bigint) => money(minorUnits, 'EUR');

async function charged(bench: Bench) {
  const id = idOf(await bench.finish(bench.gateway.charge(chargeOf())));
  bench.provider.sent.length = 0;
  return id;
}

describe('a command about a payment', () => {
  it('captures, and refunds in parts, each under its own key', async () => {
    const bench = benchOf();
    const { gateway, finish, provider, stored } = bench;
    const id = idOf(await finish(gateway.authorize(chargeOf())));
    const run = [
      () => gateway.capture({ payment: id, idempotencyKey: 'k', amount: eur(400n) }),
      () => gateway.capture({ payment: id, idempotencyKey: 'l' }),
      () => gateway.refund({ payment: id, idempotencyKey: 'k', amount: eur(100n) }),
      () => gateway.refund({ payment: id, idempotencyKey: 'l', amount: eur(100n) }),
      () => gateway.refund({ payment: id, idempotencyKey: 'm' }),
    ];
    const statuses: string[] = [];
    for (const step of run) {
      const { outcome, payment } = await finish(step());
      expect(outcome.kind).toBe('succeeded');
      statuses.push(payment?.status ?? '');
    }
    expect(statuses).toEqual([
      'partially_captured',
      'succeeded',
      'partially_refunded',
      'partially_refunded',
      'refunded',
    ]);
    expect(await stored(id)).toMatchObject({ captured: eur(1_000n), refunded: eur(1_000n) });
    expect(new Set(provider.sent.map(({ context }) => context?.idempotencyKey)).size).toBe(6);
    expect(provider.sent.at(-1)?.command).toMatchObject({ amount: eur(800n), original: { refunded: eur(200n) } });
  });

  it('is told again under its key, also when the payment would not allow it any more', async () => {
    const bench = benchOf();
    const id = await charged(bench);
    const first = await bench.finish(bench.gateway.refund(refundOf(id)));
    const second = await bench.finish(bench.gateway.refund(refundOf(id)));
    expect(first.payment?.status).toBe('refunded');
    expect(second).toEqual({ ...first, replayed: true });
    expect(bench.provider.sent).toHaveLength(1);
    const other = refundOf(id, { amount: eur(1n) });
    expect((await bench.finish(bench.gateway.refund(other))).outcome).toMatchObject({ reason: 'key_reused' });
  });

  it('is told with what it did to the payment, also when it ends while its key is looked up', async () => {
    const { gateway, provider, ledger, finish } = benchOf();
    const payment = idOf(await finish(gateway.authorize(chargeOf())));
    let answer = () => {};
    provider.transport.send = () => new Promise((resolve) => (answer = () => resolve(succeeded)));
    const command = { payment, idempotencyKey: 'k', amount: eur(400n) };
    const first = gateway.capture(command);
    await settled();
    const find = ledger.operation.bind(ledger);
    ledger.operation = async (...key) => {
      answer();
      await first;
      return find(...key);
    };
    expect(await gateway.capture(command)).toMatchObject({ replayed: true, payment: { captured: eur(400n) } });
  });

  it.each([
    ['another payment', () => refundOf(paymentIdOf(9)), 'payment_unknown'],
    ['too much', (id: ReturnType<typeof paymentIdOf>) => refundOf(id, { amount: eur(1_001n) }), 'invalid_command'],
    ['nothing', (id: ReturnType<typeof paymentIdOf>) => refundOf(id, { amount: eur(0n) }), 'invalid_command'],
    ['a bad key', (id: ReturnType<typeof paymentIdOf>) => refundOf(id, { idempotencyKey: '' }), 'invalid_command'],
    ['another tenant', (id: ReturnType<typeof paymentIdOf>) => refundOf(id, { tenant: 'other' }), 'payment_unknown'],
  ] as const)('about %s sends and stores nothing', async (_name, command, reason) => {
    const bench = benchOf();
    const id = await charged(bench);
    const before = await bench.stored(id);
    const receipt = await bench.finish(bench.gateway.refund(command(id)));
    expect(receipt).toMatchObject({ outcome: { kind: 'rejected', reason }, replayed: false });
    expect(receipt.payment).toBeUndefined();
    expect(bench.provider.sent).toHaveLength(0);
    expect(await bench.stored(id)).toEqual(before);
  });

  it('is refused in a state that does not allow it', async () => {
    const bench = benchOf();
    const id = await charged(bench);
    expect((await bench.finish(bench.gateway.capture({ payment: id, idempotencyKey: 'k' }))).outcome).toMatchObject({
      reason: 'payment_state',
    });
    expect((await bench.finish(bench.gateway.recall({ payment: id, idempotencyKey: 'k' }))).outcome).toMatchObject({
      reason: 'unsupported',
    });
    expect(bench.provider.sent).toHaveLength(0);
  });

  it('goes to the provider of its payment, and to no other', async () => {
    const [a, b] = [scriptedProvider({ id: 'a' }), scriptedProvider({ id: 'b' })];
    const { gateway, finish } = benchOf({ providers: [a, b], policy: { maxAttempts: 1 } });
    const id = idOf(await finish(gateway.charge(chargeOf({ provider: 'b' }))));
    b.answer(refused);
    const receipt = await finish(gateway.refund(refundOf(id)));
    expect(receipt).toMatchObject({
      outcome: { kind: 'rejected', reason: 'not_delivered' },
      payment: { provider: 'b', status: 'succeeded' },
    });
    expect(a.sent).toHaveLength(0);
    b.answer(succeeded);
    expect((await finish(gateway.refund(refundOf(id)))).outcome.kind).toBe('succeeded');
  });

  it('is refused when its provider is there no more', async () => {
    const first = benchOf();
    const id = await charged(first);
    const { gateway, finish } = benchOf({ providers: [scriptedProvider({ id: 'b' })], ledger: first.ledger });
    expect((await finish(gateway.refund(refundOf(id)))).outcome).toMatchObject({
      reason: 'unsupported',
      message: 'there is no provider scripted any more',
    });
  });

  it('that fails leaves the payment where it was, with nothing open', async () => {
    const bench = benchOf();
    const id = await charged(bench);
    bench.provider.answer(answered({ kind: 'declined', reason: 'not_permitted' }));
    const receipt = await bench.finish(bench.gateway.refund(refundOf(id)));
    expect(receipt.payment).toMatchObject({ status: 'succeeded', refunded: eur(0n) });
    expect(receipt.payment?.openOperation).toBeUndefined();
  });
});

describe('operations on one payment take turns', () => {
  it('two refunds at once both happen, one after the other', async () => {
    const bench = benchOf();
    const id = await charged(bench);
    let running = 0;
    let most = 0;
    const { send } = bench.provider.transport;
    Object.assign(bench.provider.transport, {
      send: async (...parts: Parameters<typeof send>) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => bench.clock.schedule(120, resolve));
        running -= 1;
        return send(...parts);
      },
    });
    const keys = ['a', 'b', 'c'];
    const receipts = await bench.finish(
      Promise.all(
        keys.map((idempotencyKey) => bench.gateway.refund(refundOf(id, { idempotencyKey, amount: eur(300n) }))),
      ),
    );
    expect(receipts.map(({ outcome }) => outcome.kind)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(await bench.stored(id)).toMatchObject({ refunded: eur(900n) });
    expect(most).toBe(1);
  });

  it('refunds at once never give back more than was taken', async () => {
    const bench = benchOf();
    const id = await charged(bench);
    const receipts = await bench.finish(
      Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          bench.gateway.refund(refundOf(id, { idempotencyKey: `k${number}`, amount: eur(300n) })),
        ),
      ),
    );
    expect(receipts.filter(({ outcome }) => outcome.kind === 'succeeded')).toHaveLength(3);
    expect(bench.provider.sent).toHaveLength(3);
    expect(await bench.stored(id)).toMatchObject({ refunded: eur(900n) });
  });

  it('who waits too long is asked to come again', async () => {
    const bench = benchOf();
    const id = await charged(bench);
    Object.assign(bench.provider.transport, { send: () => new Promise(() => undefined) });
    const first = bench.gateway.refund(refundOf(id, { amount: eur(1n) }));
    await settled();
    const startedAtMs = bench.clock.now();
    const second = await bench.finish(bench.gateway.refund(refundOf(id, { idempotencyKey: 'k', amount: eur(1n) })));
    expect(second.outcome).toMatchObject({ reason: 'operation_open', retryAfterMs: 1_000 });
    expect(bench.clock.now() - startedAtMs).toBe(1_000);
    expect((await bench.finish(first)).outcome.kind).toBe('unknown');
  });

  it('who gives up while waiting has sent nothing', async () => {
    const bench = benchOf();
    const id = await charged(bench);
    Object.assign(bench.provider.transport, { send: () => new Promise(() => undefined) });
    const first = bench.gateway.refund(refundOf(id, { amount: eur(1n) }));
    await settled();
    const caller = new AbortController();
    const second = bench.gateway.refund(refundOf(id, { idempotencyKey: 'k' }), { signal: caller.signal });
    await settled();
    caller.abort();
    expect((await second).outcome).toMatchObject({ kind: 'rejected', reason: 'operation_open' });
    await bench.finish(first);
  });

  it('an unknown one keeps the others out until it is settled', async () => {
    const bench = benchOf({ policy: { maxAttempts: 1 } });
    const id = await charged(bench);
    bench.provider.answer(lost);
    await bench.finish(bench.gateway.refund(refundOf(id, { amount: eur(1n) })));
    const startedAtMs = bench.clock.now();
    const second = await bench.finish(bench.gateway.refund(refundOf(id, { idempotencyKey: 'k' })));
    expect(second.outcome).toMatchObject({ reason: 'operation_open' });
    expect(bench.clock.now()).toBe(startedAtMs);
    expect(bench.provider.sent).toHaveLength(1);
    bench.provider.answer(succeeded);
    await bench.finish(bench.gateway.retrieve({ payment: id }));
    expect((await bench.finish(bench.gateway.refund(refundOf(id, { idempotencyKey: 'k' })))).outcome.kind).toBe(
      'succeeded',
    );
  });
});

describe('a ledger that cannot be read', () => {
  it('stops the command before anything is sent, as a value', async () => {
    const brittle = new BrittleLedger();
    const bench = benchOf({ ledger: brittle.ledger });
    const id = await charged(bench);
    for (const method of ['payment', 'operation'] as const) {
      brittle.fail(method, 1);
      expect(await bench.finish(bench.gateway.refund(refundOf(id)))).toMatchObject({
        outcome: { kind: 'rejected', reason: 'ledger_unavailable' },
        replayed: false,
      });
    }
    expect(bench.provider.sent).toHaveLength(0);
  });
});
