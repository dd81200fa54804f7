import assert from 'node:assert/strict';
import { type OperationRecord, parsePaymentId } from '@polyrail/core';
import { atMs, claimOf, followingOf, paymentIdOf, stepOf, succeeded } from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

/** What a store finds again, and by which name. */
export const lookupChecks: Readonly<Record<string, StoreCheck>> = {
  'knows nothing at first': async ({ store }) => {
    assert.equal(await store.operation('tenant-a', 'payment', 'key-1'), undefined);
    assert.equal(await store.operationById('op-1'), undefined);
    assert.equal(await store.operationByProviderKey('bank', 'pk-1'), undefined);
    assert.equal(await store.operationByProviderReference('bank', 'ref-1'), undefined);
    assert.equal(await store.payment('tenant-a', paymentIdOf(1)), undefined);
    assert.deepEqual(await store.operationsOf(paymentIdOf(1)), []);
    assert.deepEqual(await store.timeline('tenant-a', paymentIdOf(1)), []);
    assert.deepEqual(await store.interrupted(atMs * 2, 10), []);
    assert.deepEqual(await store.reviews(10), []);
    assert.equal(await store.notification('none'), undefined);
    assert.equal(await store.event('none'), undefined);
    assert.deepEqual(await store.buried(10), []);
    assert.equal(await store.revive('none', atMs), false);
  },
  'shows a payment to its tenant only': async ({ store }) => {
    const claim = claimOf(1);
    await store.claim(claim);
    assert.equal(await store.payment('tenant-b', claim.payment.id), undefined);
    assert.deepEqual(await store.timeline('tenant-b', claim.payment.id), []);
    const { id } = claim.payment;
    assert.equal(await store.payment('tenant-a', parsePaymentId(id.replace('0', 'f')) ?? id), undefined);
  },
  'finds an operation by the key that its provider got': async ({ store }) => {
    await store.claim(claimOf(1));
    await store.claim(claimOf(2, { provider: 'other', providerKey: 'pk-1' }));
    assert.equal((await store.operationByProviderKey('bank', 'pk-1'))?.id, 'op-1');
    assert.equal((await store.operationByProviderKey('other', 'pk-1'))?.id, 'op-2');
    assert.equal(await store.operationByProviderKey('bank', 'pk-2'), undefined);
  },
  'finds the first operation that has a provider reference': async ({ store }) => {
    const claim = claimOf(1);
    await store.claim(claim);
    assert.equal(await store.operationByProviderReference('bank', 'ref-1'), undefined);
    const step = stepOf(claim);
    await store.record(step);
    const refund = followingOf(2, step.payment);
    await store.claim(refund);
    await store.record(stepOf(refund));
    assert.deepEqual(await store.operationByProviderReference('bank', 'ref-1'), step.operation);
    assert.equal(await store.operationByProviderReference('other', 'ref-1'), undefined);
  },
  'keeps each reference that a provider gave to an operation': async ({ store }) => {
    const claim = claimOf(1);
    await store.claim(claim);
    const pending = { kind: 'pending', value: { providerReference: 'first' }, expect: 'poll' } as const;
    const open = stepOf(claim, pending);
    await store.record({ ...open, operation: { ...open.operation, state: 'open' } });
    assert.equal((await store.operationByProviderReference('bank', 'first'))?.state, 'open');
    await store.record(stepOf(open, { kind: 'succeeded', value: { providerReference: 'second' } }));
    for (const reference of ['first', 'second'])
      assert.equal((await store.operationByProviderReference('bank', reference))?.state, 'finished');
  },
  'lists the operations on a payment, oldest first': async ({ store }) => {
    const claim = claimOf(9);
    await store.claim(claim);
    let { payment } = stepOf(claim);
    await store.record(stepOf(claim));
    for (const n of [5, 7, 1]) {
      const refund = followingOf(n, payment);
      await store.claim(refund);
      const step = stepOf(refund);
      await store.record(step);
      payment = step.payment;
    }
    const ids = (await store.operationsOf(payment.id)).map(({ id }) => id);
    assert.deepEqual(ids, ['op-9', 'op-5', 'op-7', 'op-1']);
  },
  'finds operations whose owner died, and no others': async ({ store }) => {
    const states: readonly OperationRecord['state'][] = ['open', 'review', 'finished'];
    for (const [n, state] of states.entries()) {
      const claim = claimOf(n);
      await store.claim(claim);
      const step = stepOf(claim, succeeded);
      await store.record({ ...step, operation: { ...step.operation, state } });
    }
    for (const n of [10, 11, 12, 13]) await store.claim(claimOf(n, { startedAtMs: atMs + n }));
    const idsBefore = async (beforeMs: number, limit: number) =>
      (await store.interrupted(beforeMs, limit)).map(({ id }) => id);
    assert.deepEqual(await idsBefore(atMs + 13, 10), ['op-10', 'op-11', 'op-12']);
    assert.deepEqual(await idsBefore(atMs + 13, 2), ['op-10', 'op-11']);
    assert.deepEqual(await idsBefore(atMs + 10, 10), []);
  },
  'pages through what a person has to settle, of all tenants': async ({ store }) => {
    const step = async (n: number, state: OperationRecord['state'], tenant = 'tenant-a') => {
      const claim = claimOf(n, { tenant });
      await store.claim(claim);
      const { operation, payment, ...rest } = stepOf(claim);
      const recorded = { ...rest, operation: { ...operation, state }, payment };
      await store.record(recorded);
      return recorded;
    };
    for (const [n, state] of (['in_flight', 'open', 'finished'] as const).entries()) await step(n, state);
    const second = await step(12, 'review');
    const first = await step(11, 'review', 'tenant-b');
    await step(13, 'review');
    const page = async (limit: number, after?: string) =>
      (await store.reviews(limit, after)).map(({ operation }) => operation.id);
    assert.deepEqual(await page(2), ['op-11', 'op-12']);
    assert.deepEqual(await page(2, 'op-12'), ['op-13']);
    assert.deepEqual(await page(2, 'op-13'), []);
    assert.deepEqual((await store.reviews(1))[0], { operation: first.operation, payment: first.payment });
    await store.record(stepOf(second));
    assert.deepEqual(await page(10), ['op-11', 'op-13']);
  },
};
