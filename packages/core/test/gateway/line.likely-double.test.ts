import { expect, it } from 'vitest';
import { likenessOf } from '../../src/gateway/fingerprint.ts';
import { benchOf, idOf } from '../support/bench.ts';
import { chargeOf, transferOf } from '../support/records.ts';

it('flags a payment that looks like an earlier one under another key, and carries it out', async () => {
  const { gateway, finish, stored, events } = benchOf();
  const first = await finish(gateway.charge(chargeOf({ idempotencyKey: 'one' })));
  const second = await finish(gateway.charge(chargeOf({ idempotencyKey: 'two' })));
  expect(first.outcome.kind).toBe('succeeded');
  expect(second.outcome.kind).toBe('succeeded');
  expect(second.payment?.likelyDoubleOf).toBe(idOf(first));
  expect((await stored(idOf(second)))?.likelyDoubleOf).toBe(idOf(first));
  expect((await stored(idOf(first)))?.likelyDoubleOf).toBeUndefined();
  const lines = await gateway.timeline({ payment: idOf(second) });
  expect(lines.find(({ type }) => type === 'likely_double')?.text).toContain(idOf(first));
  const told = events.filter(({ type }) => type === 'likely_double');
  expect(told).toMatchObject([{ payment: { id: idOf(second) }, earlier: idOf(first) }]);
});

it('says nothing of a repeat under one key, of another reference, or after ten minutes', async () => {
  const { gateway, finish, clock, events } = benchOf();
  await finish(gateway.charge(chargeOf({ idempotencyKey: 'one' })));
  await finish(gateway.charge(chargeOf({ idempotencyKey: 'one' })));
  await finish(gateway.charge(chargeOf({ idempotencyKey: 'two', reference: 'another' })));
  await clock.advance(600_001);
  await finish(gateway.charge(chargeOf({ idempotencyKey: 'three' })));
  expect(events.filter(({ type }) => type === 'likely_double')).toEqual([]);
});

it('takes payments for alike whatever provider and parties are named', () => {
  const transfer = transferOf({ idempotencyKey: 'one' });
  const other = { ...transfer, idempotencyKey: 'two', provider: 'bank', debtor: { name: 'Ada' } };
  expect(likenessOf('transfer', other)).toBe(likenessOf('transfer', transfer));
  expect(likenessOf('requestPayment', transfer)).not.toBe(likenessOf('transfer', transfer));
  expect(likenessOf('transfer', { ...transfer, from: transfer.to, to: transfer.from })).not.toBe(
    likenessOf('transfer', transfer),
  );
});
