import assert from 'node:assert/strict';
import { type DurableStore, exportStore, importStore } from '@polyrail/core';
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

/** One check of a move: `from` is filled by it, `to` is empty. It throws an AssertionError when they fail it. */
export type TransferCheck = (from: DurableStore, to: DurableStore) => Promise<void>;

const paymentCount = 450;
const dayMs = 86_400_000;

/** Something of each kind: open and finished payments, a refund, a freed key, jobs in order, leased and buried. */
async function fill(store: DurableStore): Promise<void> {
  await Promise.all(Array.from({ length: paymentCount }, (_, n) => store.claim(claimOf(n))));
  const offers = ['a', 'b', 'c'].map((id) => ({ ...offerOf(id, 'one'), runAtMs: atMs + 1 }));
  const paid = stepOf(claimOf(1), { kind: 'succeeded', value: { providerReference: 'ref-1' } });
  await store.record({ ...paid, offers, events: [eventOf('evt-1'), eventOf('evt-2')] });
  const refund = followingOf(1_001, paid.payment);
  await store.claim(refund);
  await store.record(stepOf(refund, { kind: 'succeeded', value: { providerReference: 'ref-of-refund' } }));
  await store.release(stepOf(claimOf(2), { kind: 'rejected', reason: 'not_delivered', message: 'no route' }));
  await store.claim(claimOf(1_002, { idempotencyKey: 'key-2', providerKey: 'pk-2', startedAtMs: atMs + 1 }));
  await store.bury(await leaseOne(store, atMs + 1), atMs + 2, 'enough');
  await store.accept([notificationOf('n-1'), notificationOf('n-2')], atMs);
  await store.finish(await leaseOne(store));
  await store.lease({ limit: 10, leaseMs: 5, nowMs: atMs + 1 });
}

async function linesOf(store: DurableStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of exportStore(store)) lines.push(line);
  return lines;
}

/** Moves between stores. */
export const transferChecks: Readonly<Record<string, TransferCheck>> = {
  'moves everything, with its ids, its keys and its names': async (from, to) => {
    await fill(from);
    const lines = await linesOf(from);
    assert.equal(await importStore(to, lines), lines.length - 2);
    assert.deepEqual((await linesOf(to)).toSorted(), lines.toSorted());
    for (const n of [0, 1, 2, 7, 1_002]) {
      assert.deepEqual(await to.payment('tenant-a', paymentIdOf(n)), await from.payment('tenant-a', paymentIdOf(n)));
      assert.deepEqual(await to.timeline('tenant-a', paymentIdOf(n)), await from.timeline('tenant-a', paymentIdOf(n)));
      assert.deepEqual(await to.operationsOf(paymentIdOf(n)), await from.operationsOf(paymentIdOf(n)));
    }
    assert.equal((await to.claim(claimOf(1))).kind, 'known');
    assert.equal((await to.operation('tenant-a', 'payment', 'key-2'))?.id, 'op-1002');
    assert.equal((await to.operationByProviderKey('bank', 'pk-2'))?.id, 'op-1002');
    assert.equal((await to.operationByProviderReference('bank', 'ref-1'))?.id, 'op-1');
    assert.equal((await to.operationByProviderReference('bank', 'ref-of-refund'))?.id, 'op-1001');
    assert.deepEqual(await to.event('evt-2'), eventOf('evt-2'));
    assert.deepEqual(await to.accept([notificationOf('n-1'), notificationOf('n-2')], atMs), ['duplicate', 'duplicate']);
    assert.equal(await to.record(stepOf(claimOf(3))), 'recorded');
    const interrupted = await to.interrupted(atMs + dayMs, paymentCount * 2);
    assert.equal(interrupted.length, paymentCount - 2);
  },
  'moves the queue: order, tries, fences and burials': async (from, to) => {
    await fill(from);
    await importStore(to, await linesOf(from));
    assert.deepEqual(await to.buried(10), await from.buried(10));
    const leased = await to.lease({ limit: 10, leaseMs: 1, nowMs: atMs + 1 });
    assert.deepEqual(leased.map(({ id }) => id).toSorted(), ['b', 'notification:n-2']);
    const [before] = await from.lease({ limit: 1, leaseMs: 1, nowMs: atMs + 10 });
    const after = leased.find(({ id }) => id === before?.id);
    assert.ok(before && after);
    assert.deepEqual([after.attempts, after.offeredAtMs], [before.attempts, before.offeredAtMs]);
    const next = await to.lease({ limit: 10, leaseMs: 1, nowMs: atMs + 10 });
    for (const job of leased) assert.equal(await to.finish(job), 'lost', 'a fence was given twice');
    for (const job of next) assert.equal(await to.finish(job), 'written');
    assert.equal(await to.revive('a', atMs), true);
    for (const id of ['c', 'a']) {
      const job = await leaseOne(to, atMs + 20);
      assert.equal(job.id, id);
      await to.finish(job);
    }
  },
  'shuts out who held a job in the store before': async (from, to) => {
    await fill(from);
    const held = await Promise.all(
      [10, 20, 30].map(async (sinceMs) => {
        const jobs = await from.lease({ limit: 10, leaseMs: 1, nowMs: atMs + sinceMs });
        return jobs.find(({ id }) => id === 'b');
      }),
    );
    await importStore(to, await linesOf(from));
    for (const sinceMs of [40, 50, 60, 70, 80]) {
      await to.lease({ limit: 10, leaseMs: 1, nowMs: atMs + sinceMs });
      for (const job of held) if (job !== undefined) assert.equal(await to.finish(job), 'lost');
    }
  },
  'goes on with an import that was cut off, and changes nothing when it is done again': async (from, to) => {
    await fill(from);
    const lines = await linesOf(from);
    await assert.rejects(importStore(to, lines.slice(0, 300)), { code: 'configuration_invalid' });
    await importStore(to, lines);
    await importStore(to, lines);
    assert.deepEqual((await linesOf(to)).toSorted(), lines.toSorted());
  },
  'refuses what is no export, what is not whole, and what differs from what is there': async (from, to) => {
    await fill(from);
    const lines = await linesOf(from);
    const invalid = { code: 'configuration_invalid' };
    await assert.rejects(importStore(to, ['{}']), invalid);
    await assert.rejects(importStore(to, []), invalid);
    await assert.rejects(importStore(to, lines.toSpliced(-2, 1)), invalid);
    await assert.rejects(importStore(to, lines.with(5, '{"kind"')), invalid);
    await importStore(to, lines);
    await to.record(stepOf(claimOf(3)));
    await assert.rejects(importStore(to, lines), invalid);
    assert.equal((await to.payment('tenant-a', paymentIdOf(3)))?.version, 2);
  },
  'reads and writes a page at a time': async (from, to) => {
    await fill(from);
    const { lines, next } = await from.exportPage();
    assert.ok(lines.length < paymentCount && next !== undefined);
    await to.importLines(lines);
    assert.deepEqual((await to.exportPage()).lines.length, lines.length);
  },
};
