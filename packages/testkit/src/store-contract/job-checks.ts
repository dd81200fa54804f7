import assert from 'node:assert/strict';
import type { Store } from '@polyrail/core';
import { atMs, leaseOne, offerOf, offerTo } from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

async function leasedIds(store: Store, nowMs: number, limit = 100): Promise<readonly string[]> {
  const jobs = await store.lease({ limit, leaseMs: 1_000, nowMs });
  return jobs.map(({ id }) => id).toSorted();
}

/** Leases, fences, order in a partition, burials. */
export const jobChecks: Readonly<Record<string, StoreCheck>> = {
  'leases a job as it was offered, when it is due': async ({ store }) => {
    const offer = offerOf('job-1', 'partition', atMs + 10);
    await offerTo(store, [offer]);
    assert.deepEqual(await leasedIds(store, atMs + 9), []);
    const job = await leaseOne(store, atMs + 10);
    assert.deepEqual(job, { ...offer, attempts: 1, fence: job.fence, offeredAtMs: atMs });
    assert.deepEqual(await leasedIds(store, atMs + 10), []);
  },
  'offers a job once under one id, waiting or buried': async ({ store }) => {
    await offerTo(store, [offerOf('job-1'), offerOf('job-1', 'elsewhere')], 1);
    await offerTo(store, [offerOf('job-1', 'later', atMs + 5)], 2);
    const job = await leaseOne(store);
    assert.equal(job.partition, 'job-1');
    await store.bury(job, atMs, 'enough');
    await offerTo(store, [offerOf('job-1')], 3);
    assert.deepEqual(await leasedIds(store, atMs + 100_000), []);
  },
  'leases one job of a partition, in the order in which they were offered': async ({ store }) => {
    await offerTo(store, [offerOf('b', 'one'), offerOf('a', 'one', atMs - 5), offerOf('c', 'one')]);
    for (const id of ['b', 'a', 'c']) {
      assert.deepEqual(await leasedIds(store, atMs, 10), [id]);
      assert.deepEqual(await leasedIds(store, atMs, 10), []);
      const job = await leaseOne(store, atMs + 1_000);
      assert.equal(job.id, id);
      assert.equal(await store.finish(job), 'written');
    }
    assert.deepEqual(await leasedIds(store, atMs * 2), []);
  },
  'keeps a partition waiting for its oldest job, and others going': async ({ store }) => {
    await offerTo(store, [offerOf('slow', 'one', atMs + 500), offerOf('next', 'one'), offerOf('free', 'two')]);
    assert.deepEqual(await leasedIds(store, atMs), ['free']);
    assert.deepEqual(await leasedIds(store, atMs + 500), ['slow']);
  },
  'gives a job to one of 20 workers at once, and leases no more than asked': async ({ store }) => {
    await offerTo(
      store,
      Array.from({ length: 60 }, (_, n) => offerOf(`job-${n}`, `partition-${n % 30}`)),
    );
    const leases = await Promise.all(
      Array.from({ length: 20 }, () => store.lease({ limit: 4, leaseMs: 1_000, nowMs: atMs })),
    );
    const ids = leases.flat().map(({ id }) => id);
    assert.ok(leases.every((jobs) => jobs.length <= 4));
    assert.equal(new Set(ids).size, ids.length);
    const partitions = leases.flat().map(({ partition }) => partition);
    assert.equal(new Set(partitions).size, partitions.length, 'two jobs of one partition are out at once');
    const rest = await store.lease({ limit: 60, leaseMs: 1_000, nowMs: atMs });
    assert.equal(ids.length + rest.length, 30);
  },
  'leases those first that have waited longest': async ({ store }) => {
    const offers = Array.from({ length: 6 }, (_, n) => offerOf(`job-${n}`, `job-${n}`, atMs + n));
    await offerTo(store, offers);
    for (const ids of [
      ['job-0', 'job-1'],
      ['job-2', 'job-3'],
      ['job-4', 'job-5'],
    ])
      assert.deepEqual(await leasedIds(store, atMs + 10, 2), ids);
  },
  'shows what will be due, and takes nothing': async ({ store }) => {
    await offerTo(store, [offerOf('a', 'one'), offerOf('b', 'one'), offerOf('c', 'two', atMs + 5), offerOf('d')]);
    const dueIds = async (untilMs: number, limit = 10) => (await store.due({ limit, untilMs })).map(({ id }) => id);
    assert.deepEqual(await dueIds(atMs - 1), []);
    assert.deepEqual((await dueIds(atMs)).toSorted(), ['a', 'd']);
    assert.deepEqual((await dueIds(atMs + 5)).toSorted(), ['a', 'c', 'd']);
    assert.equal((await dueIds(atMs + 5, 2)).length, 2);
    assert.deepEqual(await leasedIds(store, atMs), ['a', 'd']);
    assert.deepEqual(await dueIds(atMs + 999), ['c']);
    const later = await store.due({ limit: 10, untilMs: atMs + 1_000 });
    assert.equal(later.find(({ id }) => id === 'a')?.runAtMs, atMs + 1_000);
  },
  'leases one job by its id, when it is its turn': async ({ store }) => {
    await offerTo(store, [offerOf('a', 'one'), offerOf('b', 'one'), offerOf('c', 'two', atMs + 5), offerOf('d')]);
    const lease = async (id: string, nowMs = atMs) =>
      (await store.lease({ limit: 1, leaseMs: 1_000, nowMs, id })).map((job) => job.id);
    for (const id of ['b', 'c', 'none']) assert.deepEqual(await lease(id), []);
    const twice = await Promise.all([lease('a'), lease('a')]);
    assert.deepEqual(twice.flat(), ['a']);
    assert.deepEqual(await lease('c', atMs + 5), ['c']);
    assert.deepEqual(await leasedIds(store, atMs), ['d']);
    assert.deepEqual(await lease('a', atMs + 1_000), ['a']);
  },
  'gives a job to another when its lease has ended, and shuts the first one out': async ({ store }) => {
    await offerTo(store, [offerOf('job-1')]);
    const first = await leaseOne(store, atMs, 1_000);
    assert.deepEqual(await leasedIds(store, atMs + 999), []);
    const second = await leaseOne(store, atMs + 1_000, 1_000);
    assert.ok(second.fence > first.fence);
    assert.equal(second.attempts, 2);
    assert.equal(await store.finish(first), 'lost');
    assert.equal(await store.postpone(first, atMs, 'late'), 'lost');
    assert.equal(await store.bury(first, atMs, 'late'), 'lost');
    assert.deepEqual(await store.buried(10), []);
    assert.equal(await store.finish(second), 'written');
    assert.equal(await store.finish(second), 'lost');
  },
  'lets the holder finish after its lease while nobody else has the job': async ({ store }) => {
    await offerTo(store, [offerOf('job-1')]);
    const job = await leaseOne(store, atMs, 1);
    assert.equal(await store.finish(job), 'written');
    assert.deepEqual(await leasedIds(store, atMs + 10), []);
  },
  'runs a postponed job again at its time, before the rest of its partition': async ({ store }) => {
    await offerTo(store, [offerOf('a', 'one'), offerOf('b', 'one')]);
    const job = await leaseOne(store);
    assert.equal(await store.postpone(job, atMs + 300, 'not yet'), 'written');
    assert.deepEqual(await leasedIds(store, atMs + 299), []);
    const again = await leaseOne(store, atMs + 300);
    assert.deepEqual([again.id, again.attempts, again.runAtMs], ['a', 2, atMs + 300]);
    assert.ok(again.fence > job.fence);
  },
  'buries a job, lets its partition go on, and revives it': async ({ store }) => {
    await offerTo(store, [offerOf('a', 'one'), offerOf('b', 'one')]);
    const job = await leaseOne(store);
    assert.equal(await store.bury(job, atMs + 7, 'it failed 8 times'), 'written');
    const { id, kind, subject, partition, runAtMs } = job;
    const buried = { id, kind, subject, partition, runAtMs, attempts: 1 };
    assert.deepEqual(await store.buried(10), [{ ...buried, reason: 'it failed 8 times', buriedAtMs: atMs + 7 }]);
    assert.equal(await store.finish(job), 'lost');
    assert.equal((await leaseOne(store)).id, 'b');
    assert.equal(await store.revive('a', atMs + 50), true);
    assert.equal(await store.revive('a', atMs + 50), false);
    assert.deepEqual(await store.buried(10), []);
    assert.deepEqual(await leasedIds(store, atMs + 1_000), ['b']);
    await store.finish(await leaseOne(store, atMs + 2_000));
    const revived = await leaseOne(store, atMs + 2_000);
    assert.deepEqual([revived.id, revived.attempts, revived.runAtMs], ['a', 1, atMs + 50]);
  },
  'lets nobody who held a job before it was buried touch it once it is revived': async ({ store }) => {
    await offerTo(store, [offerOf('a')]);
    const before = await leaseOne(store);
    await store.bury(before, atMs, 'enough');
    await store.revive('a', atMs);
    assert.equal(await store.finish(before), 'lost');
    const after = await leaseOne(store, atMs + 1_000);
    assert.equal(await store.finish(before), 'lost');
    assert.equal(await store.finish(after), 'written');
  },
  'lists as many buried jobs as asked for': async ({ store }) => {
    await offerTo(store, [offerOf('a'), offerOf('b'), offerOf('c')]);
    for (let n = 0; n < 3; n += 1) await store.bury(await leaseOne(store), atMs + n, 'enough');
    assert.equal((await store.buried(2)).length, 2);
    assert.equal((await store.buried(10)).length, 3);
  },
};
