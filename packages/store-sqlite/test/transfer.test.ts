import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqliteStore } from '../src/command.ts';
import { sqliteStore } from '../src/sqlite-store.ts';
import { exportStore, importStore } from '../src/transfer.ts';
import { atMs, claimOf, notificationOf, offerOf, paymentIdOf, stepOf } from './support/records.ts';
import { folder } from './support/subject.ts';

describe('exportStore and importStore', () => {
  let home: ReturnType<typeof folder>;
  let from: SqliteStore;
  let to: SqliteStore;
  beforeEach(async () => {
    home = folder();
    from = await sqliteStore({ path: join(home.path, 'from.db'), thread: 'same' });
    to = await sqliteStore({ path: join(home.path, 'to.db'), thread: 'same' });
  });
  afterEach(async () => {
    await Promise.all([from.close(), to.close()]);
    home.remove();
  });

  const linesOf = async (store: SqliteStore) => {
    const lines: string[] = [];
    for await (const line of exportStore(store)) lines.push(line);
    return lines;
  };

  async function fill(): Promise<void> {
    await Promise.all(Array.from({ length: 450 }, (_, n) => from.claim(claimOf(n))));
    const event = { id: 'evt', tenant: 'default', paymentId: 'p', type: 't', body: '{"a":1}', atMs };
    const offers = ['a', 'b', 'c', 'd'].map((id) => offerOf(id, 'one'));
    await from.record(stepOf(claimOf(1), { events: [event], offers }));
    await from.release(stepOf(claimOf(2)));
    await from.accept([notificationOf('n')], atMs);
    const bury = async () => {
      const job = (await from.lease({ limit: 10, leaseMs: 1, nowMs: atMs })).find(
        ({ partition }) => partition === 'one',
      );
      if (job) await from.bury(job, atMs, 'enough');
    };
    await bury();
    await from.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs + 10 });
  }

  it('moves everything, with its ids, its order and its keys', async () => {
    await fill();
    const lines = await linesOf(from);
    expect(await importStore(to, lines)).toBe(lines.length - 2);
    expect(await linesOf(to)).toEqual(lines);
    expect(await to.claim(claimOf(1))).toMatchObject({ kind: 'known', operation: { state: 'finished' } });
    expect(await to.operation('default', 'payment', 'key-2')).toBeUndefined();
    expect(await to.operationByProviderReference('bank', 'reference-op_1')).toMatchObject({ id: 'op_1' });
    expect(await to.timeline('default', paymentIdOf(1))).toEqual(await from.timeline('default', paymentIdOf(1)));
    expect(await to.accept([notificationOf('n')], atMs)).toEqual(['duplicate']);
    expect(await to.buried(10)).toEqual(await from.buried(10));
    const leased = await to.lease({ limit: 10, leaseMs: 1, nowMs: atMs });
    expect(leased.map(({ id }) => id)).toEqual(['b', 'notification:n']);
    expect(leased[0]).toMatchObject({ attempts: 2, fence: 2 });
    expect(await to.record(stepOf(claimOf(3)))).toBe('recorded');
  });

  it('refuses what is no export, what is cut off, and a store that holds it already', async () => {
    await fill();
    const lines = await linesOf(from);
    const invalid = { code: 'configuration_invalid' };
    await expect(importStore(to, ['{}'])).rejects.toMatchObject(invalid);
    await expect(importStore(to, [])).rejects.toMatchObject(invalid);
    await expect(importStore(to, lines.slice(0, 20))).rejects.toMatchObject(invalid);
    await expect(importStore(to, lines.toSpliced(5, 1))).rejects.toMatchObject(invalid);
    await expect(importStore(from, lines)).rejects.toMatchObject({ code: 'ledger_unavailable' });
  });
});
