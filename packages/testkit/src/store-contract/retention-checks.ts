import assert from 'node:assert/strict';
import type { Store } from '@polyrail/core';
import {
  atMs,
  claimOf,
  eventOf,
  followingOf,
  leaseOne,
  notificationOf,
  offerOf,
  paymentIdOf,
  stepOf,
} from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

const dayMs = 86_400_000;
const beforeMs = atMs + 1;
const nothing = { payments: 0, notifications: 0, events: 0 };

/** A payment that ended at a time, with operation and provider reference of its own. */
async function finished(store: Store, n: number, startedAtMs: number, rest: Parameters<typeof stepOf>[2] = {}) {
  const claim = claimOf(n, { startedAtMs });
  await store.claim(claim);
  const step = stepOf(claim, { kind: 'succeeded', value: { providerReference: `ref-${n}` } }, rest);
  assert.equal(await store.record(step), 'recorded');
  return step;
}

/** What may go, and what never. */
export const retentionChecks: Readonly<Record<string, StoreCheck>> = {
  'forgets finished payments with everything about them, and frees their keys': async ({ store }) => {
    await finished(store, 1, atMs);
    await finished(store, 2, atMs + dayMs);
    assert.deepEqual(await store.purge({ beforeMs }), { ...nothing, payments: 1 });
    assert.equal(await store.payment('tenant-a', paymentIdOf(1)), undefined);
    assert.equal(await store.operationById('op-1'), undefined);
    assert.equal(await store.operation('tenant-a', 'payment', 'key-1'), undefined);
    assert.equal(await store.operationByProviderKey('bank', 'pk-1'), undefined);
    assert.equal(await store.operationByProviderReference('bank', 'ref-1'), undefined);
    assert.deepEqual(await store.operationsOf(paymentIdOf(1)), []);
    assert.deepEqual(await store.claim(claimOf(1)), { kind: 'claimed' });
    assert.deepEqual((await store.timeline('tenant-a', paymentIdOf(1))).length, 1);
    assert.equal((await store.operationByProviderReference('bank', 'ref-2'))?.id, 'op-2');
  },
  'never forgets what is open, in flight or changed lately': async ({ store }) => {
    await store.claim(claimOf(1));
    const pending = claimOf(2);
    await store.claim(pending);
    const { payment, ...open } = stepOf(pending, { kind: 'pending', value: {}, expect: 'poll' });
    const openOperation = pending.operation.id;
    await store.record({ ...open, payment: { ...payment, openOperation, status: 'pending' } });
    const { payment: first } = await finished(store, 3, atMs);
    await store.claim(followingOf(4, first));
    const late = claimOf(5);
    await store.claim(late);
    const step = stepOf(late);
    await store.record({ ...step, payment: { ...step.payment, updatedAtMs: beforeMs } });
    assert.deepEqual(await store.purge({ beforeMs }), nothing);
    for (const n of [1, 2, 3, 5]) assert.ok(await store.payment('tenant-a', paymentIdOf(n)), `payment ${n}`);
  },
  'never forgets what a job speaks of, waiting or buried': async ({ store }) => {
    await finished(store, 1, atMs, { offers: [{ ...offerOf('job'), subject: 'op-1' }] });
    assert.deepEqual(await store.purge({ beforeMs }), nothing);
    await store.bury(await leaseOne(store), atMs, 'enough');
    assert.deepEqual(await store.purge({ beforeMs }), nothing);
    await store.revive('job', atMs);
    await store.finish(await leaseOne(store));
    assert.deepEqual(await store.purge({ beforeMs }), { ...nothing, payments: 1 });
  },
  'forgets notifications that are processed and events that are delivered': async ({ store }) => {
    const later = { ...notificationOf('later'), receivedAtMs: atMs + dayMs };
    await store.accept([notificationOf('done'), later, notificationOf('waits')], atMs);
    await store.finish(await leaseOne(store));
    const offers = [{ ...offerOf('delivery:evt-1:shop'), subject: 'evt-1:shop' }];
    const events = [eventOf('evt-1'), eventOf('evt-10'), { ...eventOf('evt-2'), atMs: atMs + dayMs }];
    await finished(store, 1, atMs, { offers, events });
    assert.deepEqual(await store.purge({ beforeMs }), { payments: 1, notifications: 1, events: 1 });
    const left = await Promise.all(['done', 'later', 'waits'].map((id) => store.notification(id)));
    assert.deepEqual(
      left.map((record) => record?.id),
      [undefined, 'later', 'waits'],
    );
    const kept = await Promise.all(['evt-1', 'evt-10', 'evt-2'].map((id) => store.event(id)));
    assert.deepEqual(
      kept.map((event) => event?.id),
      ['evt-1', undefined, 'evt-2'],
    );
  },
  'forgets no more at a time than it is told, the oldest first': async ({ store }) => {
    for (const n of [5, 4, 3, 2, 1]) await finished(store, n, atMs + n);
    assert.deepEqual(await store.purge({ beforeMs: atMs + dayMs, limit: 2 }), { ...nothing, payments: 2 });
    assert.equal(await store.payment('tenant-a', paymentIdOf(2)), undefined);
    assert.ok(await store.payment('tenant-a', paymentIdOf(3)));
    assert.deepEqual(await store.purge({ beforeMs: atMs + dayMs, limit: 5 }), { ...nothing, payments: 3 });
    assert.deepEqual(await store.purge({ beforeMs: atMs + dayMs }), nothing);
  },
};
