import { describe, expect, it } from 'vitest';
import { BrittleLedger, benchOf, idOf } from '../support/bench.ts';
import { chargeOf, paymentIdOf } from '../support/records.ts';
import { answered, lost, refused, scriptedProvider, succeeded } from '../support/scripted-provider.ts';

describe('one operation', () => {
  it('is claimed, sent, recorded and told', async () => {
    const { gateway, finish, provider, events, stored } = benchOf();
    const receipt = await finish(gateway.charge(chargeOf()));
    expect(receipt).toMatchObject({
      outcome: { kind: 'succeeded', value: { providerReference: 'theirs' } },
      replayed: false,
      payment: { status: 'succeeded', version: 2 },
    });
    expect(provider.sent).toHaveLength(1);
    expect(await stored(idOf(receipt))).toEqual(receipt.payment);
    expect(events.map((event) => (event.type === 'payment' ? event.payment.status : event.type))).toEqual([
      'operation_claimed',
      'processing',
      'attempt',
      'succeeded',
      'outcome_recorded',
      'operation_answered',
    ]);
    const timeline = await gateway.timeline({ payment: idOf(receipt) });
    expect(timeline.map(({ text }) => text)).toEqual([
      'charge of 1000 EUR claimed for scripted',
      'attempt 1 at scripted: succeeded after 0 ms; this is final',
      'charge succeeded',
    ]);
  });

  it('is claimed durably before the first byte is sent', async () => {
    const clockless = scriptedProvider();
    const bench = benchOf({ provider: clockless });
    let claimed: unknown;
    const { send } = clockless.transport;
    Object.assign(clockless.transport, {
      send: async (...parts: Parameters<typeof send>) => {
        claimed = await bench.ledger.operation('default', 'payment', 'key-1');
        return send(...parts);
      },
    });
    await bench.finish(bench.gateway.charge(chargeOf()));
    expect(claimed).toMatchObject({ state: 'in_flight', verb: 'charge', provider: 'scripted' });
  });

  it('is told again under its key, and sent once', async () => {
    const { gateway, finish, provider } = benchOf();
    const first = await finish(gateway.charge(chargeOf()));
    const second = await finish(gateway.charge(chargeOf()));
    expect(second).toEqual({ ...first, replayed: true });
    expect(await finish(gateway.charge(chargeOf({ reference: 'another' })))).toMatchObject({
      outcome: { kind: 'rejected', reason: 'key_reused' },
      replayed: false,
    });
    expect(provider.sent).toHaveLength(1);
  });

  it('is in flight for the callers beside it: 200 with one key cause one request', async () => {
    const { gateway, finish, provider } = benchOf();
    const receipts = await finish(Promise.all(Array.from({ length: 200 }, () => gateway.charge(chargeOf()))));
    expect(provider.sent).toHaveLength(1);
    expect(new Set(receipts.map(idOf)).size).toBe(1);
    expect(receipts.filter(({ outcome }) => outcome.kind === 'succeeded').length).toBeGreaterThanOrEqual(1);
    for (const { outcome } of receipts)
      if (outcome.kind !== 'succeeded') expect(outcome).toMatchObject({ reason: 'key_in_flight', retryAfterMs: 1_000 });
  });

  it('keeps keys of tenants apart', async () => {
    const { gateway, finish, provider } = benchOf();
    await finish(gateway.charge(chargeOf({ tenant: 'one' })));
    await finish(gateway.charge(chargeOf({ tenant: 'two' })));
    const keys = provider.sent.map(({ context }) => context?.idempotencyKey);
    expect(new Set(keys).size).toBe(2);
  });

  it('that moved nothing frees its key, and a second try sends the same key', async () => {
    const { gateway, finish, provider, stored } = benchOf({ policy: { maxAttempts: 1 } });
    provider.answer(refused, succeeded);
    const first = await finish(gateway.charge(chargeOf()));
    const second = await finish(gateway.charge(chargeOf()));
    expect(first.outcome).toMatchObject({ kind: 'rejected', reason: 'not_delivered' });
    expect((await stored(idOf(first)))?.status).toBe('not_executed');
    expect(second).toMatchObject({ outcome: { kind: 'succeeded' }, replayed: false });
    expect(idOf(second)).not.toBe(idOf(first));
    const [one, two] = provider.sent.map(({ context }) => context?.idempotencyKey);
    expect(one).toBe(two);
  });

  it('that was refused or declined keeps its key', async () => {
    for (const answer of [
      { kind: 'declined', reason: 'do_not_honour' },
      { kind: 'rejected', reason: 'provider_refused', message: 'no' },
    ] as const) {
      const { gateway, finish, provider } = benchOf();
      provider.answer(answered(answer), succeeded);
      await finish(gateway.charge(chargeOf()));
      expect(await finish(gateway.charge(chargeOf()))).toMatchObject({ outcome: answer, replayed: true });
      expect(provider.sent).toHaveLength(1);
    }
  });

  it('that is unknown stays open, keeps its key and is never sent again by it', async () => {
    const { gateway, finish, provider } = benchOf({ policy: { maxAttempts: 1 } });
    provider.answer(lost, succeeded);
    const first = await finish(gateway.charge(chargeOf()));
    expect(first).toMatchObject({
      outcome: { kind: 'unknown', cause: 'connection_lost', ticket: { by: 'inquiry' } },
      payment: { status: 'unknown', openOperation: first.operationId },
    });
    expect(await finish(gateway.charge(chargeOf()))).toMatchObject({ outcome: { kind: 'unknown' }, replayed: true });
    expect(provider.sent).toHaveLength(1);
  });
});

describe('a ledger that fails', () => {
  it('at the claim: nothing is sent', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, provider, events } = benchOf({ ledger: brittle.ledger });
    brittle.fail('claim');
    const receipt = await finish(gateway.charge(chargeOf()));
    expect(receipt).toEqual({
      outcome: {
        kind: 'rejected',
        reason: 'ledger_unavailable',
        message: 'the key could not be claimed, nothing was sent',
      },
      replayed: false,
    });
    expect(provider.sent).toHaveLength(0);
    expect(events).toEqual([{ type: 'claim_failed', message: expect.stringContaining('disk') }]);
  });

  it.each(['succeeded', 'declined'] as const)(
    'at the record: %s is not told, because nobody could prove it',
    async (kind) => {
      const brittle = new BrittleLedger();
      const { gateway, finish, provider, stored } = benchOf({ ledger: brittle.ledger });
      if (kind === 'declined') provider.answer(answered({ kind, reason: 'do_not_honour' }));
      brittle.fail('record');
      const receipt = await finish(gateway.charge(chargeOf()));
      expect(receipt.outcome).toMatchObject({ kind: 'unknown', cause: 'interrupted' });
      expect(JSON.stringify(receipt.outcome)).not.toContain('disk');
      expect(await stored(idOf(receipt))).toMatchObject({ status: 'processing', version: 1 });
      brittle.fail('record', 0);
      expect(await finish(gateway.charge(chargeOf()))).toMatchObject({ outcome: { reason: 'key_in_flight' } });
      expect(provider.sent).toHaveLength(1);
    },
  );

  it('at the release: the key stays taken', async () => {
    const brittle = new BrittleLedger();
    const { gateway, finish, provider } = benchOf({ ledger: brittle.ledger, policy: { maxAttempts: 1 } });
    provider.answer(refused);
    brittle.fail('release');
    expect((await finish(gateway.charge(chargeOf()))).outcome.kind).toBe('unknown');
    expect(await finish(gateway.charge(chargeOf()))).toMatchObject({ outcome: { reason: 'key_in_flight' } });
  });

  it('has a payment with the new id already: nothing is sent', async () => {
    const { gateway, finish, provider } = benchOf({
      identifiers: { paymentId: () => paymentIdOf(7), operationId: () => 'op_7' },
    });
    await finish(gateway.charge(chargeOf()));
    const second = await finish(gateway.charge(chargeOf({ idempotencyKey: 'key-2' })));
    expect(second.outcome).toMatchObject({ kind: 'rejected', reason: 'ledger_unavailable' });
    expect(provider.sent).toHaveLength(1);
  });
});
