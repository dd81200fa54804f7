import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteStore } from '../src/sqlite-store.ts';
import { atMs, claimOf, offerOf, paymentIdOf, stepOf } from './support/records.ts';
import { folder } from './support/subject.ts';

describe('sqliteStore', () => {
  let home: ReturnType<typeof folder>;
  let path: string;
  beforeEach(() => {
    home = folder();
    path = join(home.path, 'new', 'store.db');
  });
  afterEach(() => home.remove());

  it('makes its file, and finds everything in it again', async () => {
    const first = await sqliteStore({ path });
    await first.claim(claimOf(1));
    await first.close();
    const second = await sqliteStore({ path });
    expect(await second.payment('default', paymentIdOf(1))).toEqual(claimOf(1).payment);
    await second.close();
  });

  it('refuses a second store on one file, also by another path to it', async () => {
    const first = await sqliteStore({ path });
    const refusal = { code: 'ledger_unavailable', message: expect.stringContaining(`process ${process.pid}`) };
    await expect(sqliteStore({ path })).rejects.toMatchObject(refusal);
    await expect(sqliteStore({ path: join(home.path, '.', 'new', '..', 'new', 'store.db') })).rejects.toMatchObject(
      refusal,
    );
    await first.close();
    await (await sqliteStore({ path })).close();
  });

  it('lets the file go when it cannot open it', async () => {
    const first = await sqliteStore({ path });
    await first.close();
    await expect(sqliteStore({ path: join(path, 'below') })).rejects.toMatchObject({ code: 'ledger_unavailable' });
    await (await sqliteStore({ path })).close();
  });

  it('answers for what was asked before it was closed, and refuses the rest', async () => {
    const store = await sqliteStore({ path });
    const claims = Promise.all([1, 2, 3].map((n) => store.claim(claimOf(n))));
    await store.close();
    expect(await claims).toEqual([{ kind: 'claimed' }, { kind: 'claimed' }, { kind: 'claimed' }]);
    await expect(store.claim(claimOf(4))).rejects.toMatchObject({ code: 'ledger_unavailable' });
  });

  it('shuts out who held a job before it was buried and revived', async () => {
    const store = await sqliteStore({ path });
    const claim = claimOf(1);
    await store.claim(claim);
    await store.record(stepOf(claim, { offers: [offerOf('job')] }));
    const lease = async (nowMs: number) => {
      const [job] = await store.lease({ limit: 1, leaseMs: 1, nowMs });
      if (job === undefined) throw new Error('there is no job');
      return job;
    };
    const early = await lease(atMs);
    await store.bury(await lease(atMs + 1), atMs, 'enough');
    await store.revive('job', atMs);
    const last = await lease(atMs + 2);
    expect(await store.finish(early)).toBe('lost');
    expect(await store.finish(last)).toBe('written');
    await store.close();
  });

  it('keeps names apart that hold a character that SQLite cannot store', async () => {
    const store = await sqliteStore({ path });
    const record = (id: string) => ({
      id,
      provider: 'bank',
      item: { eventId: id, type: 't' },
      digest: 'd',
      secretId: 's',
      receivedAtMs: atMs,
    });
    expect(await store.accept([record('a'), record('a\0b'), record('a\0c'), record('a\0b')], atMs)).toEqual([
      ...['new', 'new', 'new', 'duplicate'],
    ]);
    const jobs = await store.lease({ limit: 10, leaseMs: 1, nowMs: atMs });
    const found = await Promise.all(jobs.map(({ subject }) => store.notification(subject)));
    expect(found.map((notification) => notification?.id).toSorted()).toEqual(['a', 'a\0b', 'a\0c']);
    await store.close();
  });
});
