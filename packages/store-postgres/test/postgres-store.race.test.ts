import type { JobOffer, LeasedJob, Store } from '@polyrail/core';
import { expect, it } from 'vitest';
import { atMs, claimOf, offerOf, offerTo, stepOf } from './support/claims.ts';
import { describePostgres, type TestDatabase } from './support/test-database.ts';

const timeout = 120_000;

await describePostgres('several processes on one database', (database) => {
  for (const [count, keyCount] of [
    [2, 50],
    [4, 200],
  ] as const)
    it(`${count} stores give each of ${keyCount} keys to one of 32 callers`, { timeout }, async () => {
      await withStores(database, count, async (stores) => {
        let n = 0;
        for (let first = 0; first < keyCount; first += 25) {
          const keys = Array.from({ length: 25 * 32 }, (_, call) => `key-${first + (call % 25)}`);
          const answers = await Promise.all(
            keys.map(async (key) => {
              n += 1;
              return { key, answer: await at(stores, n).claim(claimOf(n, key)) };
            }),
          );
          const claimed = answers.filter(({ answer }) => answer.kind === 'claimed').map(({ key }) => key);
          expect(claimed.toSorted()).toEqual([...new Set(keys)].toSorted());
          expect(answers.filter(({ answer }) => answer.kind === 'known')).toHaveLength(25 * 31);
        }
      });
    });

  it('four stores never hold two jobs of a partition, nor take them out of order', { timeout }, async () => {
    await withStores(database, 4, async (stores) => {
      const offers = Array.from({ length: 300 }, (_, n) => offerOf(`job-${n}`, `partition-${n % 40}`));
      await offerTo(at(stores, 0), 1, offers);
      const done = await work(stores, offers.length);
      expect(done.map(({ id }) => id).toSorted()).toEqual(offers.map(({ id }) => id).toSorted());
      for (const { partition } of offers) expect(namesOf(done, partition)).toEqual(namesOf(offers, partition));
    });
  });

  it('keeps that up while four stores offer more to the same partitions', { timeout }, async () => {
    await withStores(database, 4, async (stores) => {
      const offering = stores.map(async (store, s) => {
        for (let n = 0; n < 40; n += 1)
          await offerTo(store, 1_000 * s + n, [
            offerOf(`job-${s}-${n}-a`, `p-${n % 5}`),
            offerOf(`job-${s}-${n}-b`, `p-${n % 5}`),
          ]);
      });
      const [done] = await Promise.all([work(stores, 320), ...offering]);
      expect(new Set(done.map(({ id }) => id)).size).toBe(320);
    });
  });

  it('shuts out a process whose lease has ended, also with the step that it carries out', async () => {
    await withStores(database, 2, async ([slow, heir]) => {
      if (slow === undefined || heir === undefined) throw new Error('there are two');
      await offerTo(slow, 1, [offerOf('job', 'partition')]);
      const claim = claimOf(2);
      await slow.claim(claim);
      const [late] = await slow.lease({ limit: 1, leaseMs: 1_000, nowMs: atMs });
      const [owned] = await heir.lease({ limit: 1, leaseMs: 1_000, nowMs: atMs + 1_000 });
      if (late === undefined || owned === undefined) throw new Error('both get the job');
      expect(await slow.record(stepOf(claim, { finishes: late }))).toBe('job_lost');
      expect(await heir.record(stepOf(claim, { finishes: owned }))).toBe('recorded');
      expect(await slow.record(stepOf(claim, { finishes: late }))).toBe('payment_changed');
    });
  });
});

/** Lets every store lease and finish until `count` jobs are done, and watches that no partition is held twice. */
async function work(stores: readonly Store[], count: number): Promise<readonly LeasedJob[]> {
  const held = new Set<string>();
  const done: LeasedJob[] = [];
  const carryOut = async (store: Store, job: LeasedJob) => {
    expect(held.has(job.partition), `${job.partition} is held twice`).toBe(false);
    held.add(job.partition);
    await store.notification('a moment of work');
    held.delete(job.partition);
    done.push(job);
    expect(await store.finish(job)).toBe('written');
  };
  await Promise.all(
    stores.map(async (store) => {
      while (done.length < count) {
        const jobs = await store.lease({ limit: 3, leaseMs: 60_000, nowMs: atMs });
        await Promise.all(jobs.map((job) => carryOut(store, job)));
      }
    }),
  );
  return done;
}

function namesOf(jobs: readonly JobOffer[], partition: string): readonly string[] {
  return jobs.filter((job) => job.partition === partition).map(({ id }) => id);
}

async function withStores(
  { open, schema }: TestDatabase,
  count: number,
  body: (stores: readonly Store[]) => Promise<void>,
): Promise<void> {
  const shared = schema();
  const stores = await Promise.all(Array.from({ length: count }, () => open({ schema: shared, maxConnections: 8 })));
  try {
    await body(stores);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

function at(stores: readonly Store[], n: number): Store {
  const store = stores[n % stores.length];
  if (store === undefined) throw new Error('there are no stores');
  return store;
}
