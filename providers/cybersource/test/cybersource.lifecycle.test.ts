import { createGateway, type Gateway, memoryLedger, money, type Payment, type Receipt } from '@polyrail/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CybersourceBench, providerAt, startBench } from './cybersource-bench.ts';

let bench: CybersourceBench;
let gateway: Gateway;

beforeEach(async () => {
  bench = await startBench();
  const provider = providerAt({ secure: false, host: '127.0.0.1', port: bench.port });
  gateway = createGateway({ providers: [provider], ledger: memoryLedger() });
});

afterEach(async () => {
  await gateway.close();
  await bench.close();
});

function command(minorUnits: bigint, idempotencyKey: string) {
  const source = { type: 'token', token: 'tok_1' } as const;
  return { idempotencyKey, amount: money(minorUnits, 'EUR'), reference: 'order 7', source };
}

function paymentOf({ payment }: Receipt): Payment {
  if (payment === undefined) throw new Error('no payment was stored');
  return payment;
}

async function authorized(): Promise<Payment> {
  return paymentOf(await gateway.authorize(command(5_000n, 'auth-1')));
}

function kinds(): readonly string[] {
  return bench.sandbox.book.movements().map(({ kind }) => kind);
}

describe('a payment', () => {
  it('is authorized, and captured in two parts as far as it is held', async () => {
    const { id } = await authorized();
    const amount = money(2_000n, 'EUR');
    const first = await gateway.capture({ payment: id, idempotencyKey: 'capture-1', amount });
    expect(first).toMatchObject({ outcome: { kind: 'succeeded' }, payment: { status: 'partially_captured' } });
    expect((await gateway.capture({ payment: id, idempotencyKey: 'capture-2' })).payment?.status).toBe('succeeded');
    expect(kinds()).toEqual(['hold', 'capture', 'capture']);
  });

  it('is authorized and voided', async () => {
    const { id } = await authorized();
    expect((await gateway.void({ payment: id, idempotencyKey: 'void-1' })).payment?.status).toBe('voided');
    expect(kinds()).toEqual(['hold', 'release']);
  });

  it('is charged and given back in parts, and no more than was taken', async () => {
    const { id } = paymentOf(await gateway.charge(command(5_000n, 'charge-1')));
    const refund = (idempotencyKey: string, minorUnits: bigint) =>
      gateway.refund({ payment: id, idempotencyKey, amount: money(minorUnits, 'EUR') });
    expect((await refund('refund-1', 4_000n)).outcome.kind).toBe('succeeded');
    expect((await refund('refund-2', 1_001n)).outcome.kind).toBe('rejected');
    expect((await refund('refund-3', 1_000n)).payment?.status).toBe('refunded');
    expect(kinds()).toEqual(['charge', 'refund', 'refund']);
  });

  it('that was captured apart is given back by the request of its capture', async () => {
    const { id, providerReference } = await authorized();
    const { payment } = await gateway.capture({ payment: id, idempotencyKey: 'capture-1' });
    expect(payment?.captureReference).not.toBe(providerReference);
    const refunded = await gateway.refund({ payment: id, idempotencyKey: 'refund-1' });
    expect(refunded).toMatchObject({
      outcome: { kind: 'succeeded' },
      payment: { status: 'refunded', providerReference },
    });
    expect(kinds()).toEqual(['hold', 'capture', 'refund']);
  });

  it.each([
    [5_005n, 'do_not_honour'],
    [5_014n, 'invalid_account'],
    [5_051n, 'insufficient_funds'],
    [5_054n, 'expired_instrument'],
    [5_057n, 'not_permitted'],
    [5_061n, 'limit_exceeded'],
    [5_091n, 'issuer_unavailable'],
  ])('of %s is declined as %s', async (minorUnits, reason) => {
    expect((await gateway.charge(command(minorUnits, 'charge-1'))).outcome).toMatchObject({ kind: 'declined', reason });
    expect(kinds()).toEqual([]);
  });

  it('that met a system failure is asked for, and was never there', async () => {
    const { outcome, payment } = await gateway.charge(command(5_096n, 'charge-1'));
    expect(outcome).toMatchObject({ kind: 'unknown', raw: { code: '150' } });
    // So early, "not found" says nothing.
    expect(payment && (await gateway.retrieve({ payment: payment.id }))?.status).toBe('unknown');
  });
});

describe('an answer that was lost', () => {
  const lose = () => bench.sandbox.faults.add({ fault: 'reset_after' });

  it.each([
    ['authorize', ['hold', 'release'], 'not_executed'],
    ['charge', ['charge', 'reversal'], 'not_executed'],
  ] as const)('to %s is settled by undoing it: %s', async (verb, moved, status) => {
    lose();
    const receipt = await gateway[verb](command(5_000n, 'key-1'));
    expect(receipt.outcome).toMatchObject({ kind: 'unknown', ticket: { by: 'reversal' } });
    expect(await gateway.retrieve({ payment: paymentOf(receipt).id })).toMatchObject({ status });
    expect(kinds()).toEqual(moved);
  });

  it('to capture is settled by voiding it, and it can be captured again', async () => {
    const { id } = await authorized();
    lose();
    expect((await gateway.capture({ payment: id, idempotencyKey: 'capture-1' })).outcome.kind).toBe('unknown');
    expect((await gateway.retrieve({ payment: id }))?.status).toBe('authorized');
    expect((await gateway.capture({ payment: id, idempotencyKey: 'capture-2' })).payment?.status).toBe('succeeded');
    expect(kinds()).toEqual(['hold', 'capture', 'reversal', 'capture']);
  });

  it('to void stays unknown: a void cannot be undone', async () => {
    const { id } = await authorized();
    lose();
    expect((await gateway.void({ payment: id, idempotencyKey: 'void-1' })).outcome.kind).toBe('unknown');
    expect(await gateway.retrieve({ payment: id })).toMatchObject({ openOperation: expect.any(String) });
    expect(kinds()).toEqual(['hold', 'release']);
  });

  it('to the reversal itself leaves it unknown for a charge, and is repeated for an authorization', async () => {
    for (const [verb, status] of [
      ['charge', 'unknown'],
      ['authorize', 'not_executed'],
    ] as const) {
      lose();
      const { id } = paymentOf(await gateway[verb](command(5_000n, `key-${verb}`)));
      bench.sandbox.faults.add({ fault: 'reset_after', times: 3, match: { operation: 'inquire' } });
      await gateway.retrieve({ payment: id });
      bench.sandbox.faults.clear();
      expect((await gateway.retrieve({ payment: id }))?.status).toBe(status);
    }
  });

  it('is never found once it was submitted', async () => {
    lose();
    const { id } = paymentOf(await gateway.charge(command(5_000n, 'key-1')));
    bench.sandbox.clock.advance(25 * 3_600_000);
    expect((await gateway.retrieve({ payment: id }))?.status).toBe('unknown');
    expect(kinds()).toEqual(['charge']);
  });

  it('is told again once it was undone, and nothing is sent', async () => {
    lose();
    const { id } = paymentOf(await gateway.charge(command(5_000n, 'key-1')));
    await gateway.retrieve({ payment: id });
    const again = await gateway.charge(command(5_000n, 'key-1'));
    expect(again).toMatchObject({ replayed: true, outcome: { kind: 'rejected', reason: 'reversed' } });
    expect(kinds()).toEqual(['charge', 'reversal']);
  });
});
