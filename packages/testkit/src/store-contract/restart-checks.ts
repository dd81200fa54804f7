import assert from 'node:assert/strict';
import { atMs, claimOf, eventOf, leaseOne, notificationOf, offerOf, offerTo, stepOf, succeeded } from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

/** What was answered for is there after the process has ended. */
export const restartChecks: Readonly<Record<string, StoreCheck>> = {
  'keeps claims, records, events and notifications over a restart': async ({ store, restart }) => {
    assert.ok(restart, 'the subject is durable, but cannot be restarted');
    const [open, done] = [{ ...claimOf(1), likeness: 'one' }, claimOf(2)];
    const step = stepOf(done, succeeded, { events: [eventOf('evt-1')] });
    await Promise.all([store.claim(open), store.claim(done)]);
    await store.record(step);
    await store.accept([notificationOf('n-1')], atMs);
    const after = await restart();
    assert.deepEqual(await after.claim(open), { kind: 'known', operation: open.operation, payment: open.payment });
    assert.deepEqual(await after.payment('tenant-a', done.payment.id), step.payment);
    assert.deepEqual(await after.timeline('tenant-a', done.payment.id), [done.entry, ...step.entries]);
    assert.equal((await after.operationByProviderKey('bank', 'pk-2'))?.id, 'op-2');
    assert.equal((await after.operationByProviderReference('bank', 'ref-1'))?.id, 'op-2');
    const double = { ...claimOf(3), payment: { ...claimOf(3).payment, reference: open.payment.reference } };
    assert.deepEqual(await after.claim({ ...double, likeness: 'one' }), { kind: 'claimed', alike: open.payment.id });
    assert.deepEqual(await after.event('evt-1'), eventOf('evt-1'));
    assert.deepEqual(await after.accept([notificationOf('n-1')], atMs), ['duplicate']);
    assert.deepEqual(
      (await after.interrupted(atMs + 1, 10)).map(({ id }) => id),
      ['op-1', 'op-3'],
    );
  },
  'keeps jobs, their leases, their fences and their order over a restart': async ({ store, restart }) => {
    assert.ok(restart, 'the subject is durable, but cannot be restarted');
    await offerTo(store, [offerOf('a', 'one'), offerOf('b', 'one'), offerOf('c', 'two')]);
    const first = await leaseOne(store);
    const after = await restart();
    const rest = await after.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs + 999 });
    assert.equal(rest.length, 1);
    assert.notEqual(rest[0]?.partition, first.partition);
    const second = await leaseOne(after, atMs + 1_000);
    assert.deepEqual([second.id, second.attempts], [first.id, 2]);
    assert.equal(await after.finish(first), 'lost');
    assert.equal(await after.bury(second, atMs, 'enough'), 'written');
    const last = await restart();
    assert.deepEqual(
      (await last.buried(10)).map(({ id }) => id),
      [first.id],
    );
    assert.equal(await last.revive(first.id, atMs), true);
  },
};
