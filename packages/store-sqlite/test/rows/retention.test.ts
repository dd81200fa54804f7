import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqliteStore } from '../../src/command.ts';
import { sqliteStore } from '../../src/sqlite-store.ts';
import { atMs, claimOf, notificationOf, offerOf, paymentIdOf, stepOf } from '../support/records.ts';
import { folder } from '../support/subject.ts';

const day = 86_400_000;

describe('purge', () => {
  let home: ReturnType<typeof folder>;
  let store: SqliteStore;
  beforeEach(async () => {
    home = folder();
    store = await sqliteStore({ path: join(home.path, 'store.db'), thread: 'same' });
  });
  afterEach(async () => {
    await store.close();
    home.remove();
  });

  const event = (id: string, at = atMs) => ({ id, tenant: 'default', paymentId: 'p', type: 't', body: '{}', atMs: at });

  async function finished(n: number, at: number, rest: object = {}): Promise<void> {
    const claim = claimOf(n, at);
    await store.claim(claim);
    await store.record(stepOf(claim, rest));
  }

  it('removes finished payments with everything about them, and frees their keys', async () => {
    await finished(1, atMs);
    await finished(2, atMs + day);
    expect(await store.purge({ beforeMs: atMs + 1 })).toEqual({ payments: 1, notifications: 0, events: 0 });
    expect(await store.payment('default', paymentIdOf(1))).toBeUndefined();
    expect(await store.operationById('op_1')).toBeUndefined();
    expect(await store.operationByProviderReference('bank', 'reference-op_1')).toBeUndefined();
    expect(await store.timeline('default', paymentIdOf(1))).toEqual([]);
    expect(await store.operationsOf(paymentIdOf(1))).toEqual([]);
    expect(await store.claim(claimOf(1))).toEqual({ kind: 'claimed' });
    expect(await store.operationById('op_2')).toBeDefined();
  });

  it('never removes what is open, changed lately, or spoken of by a job', async () => {
    await store.claim(claimOf(1));
    const late = claimOf(2);
    await store.claim(late);
    const { payment, ...step } = stepOf(late);
    await store.record({ ...step, payment: { ...payment, updatedAtMs: atMs + day } });
    await finished(3, atMs, { offers: [offerOf('job', 'one', 'op_3')] });
    expect(await store.purge({ beforeMs: atMs + 1 })).toMatchObject({ payments: 0 });
    const [job] = await store.lease({ limit: 1, leaseMs: 1, nowMs: atMs });
    if (job) await store.bury(job, atMs, 'enough');
    expect(await store.purge({ beforeMs: atMs + 1 })).toMatchObject({ payments: 0 });
    await store.revive('job', atMs);
    const [again] = await store.lease({ limit: 1, leaseMs: 1, nowMs: atMs });
    if (again) await store.finish(again);
    expect(await store.purge({ beforeMs: atMs + 1 })).toMatchObject({ payments: 1 });
  });

  it('removes notifications that are processed and events that are delivered', async () => {
    await store.accept([notificationOf('done'), notificationOf('later', atMs + day), notificationOf('waits')], atMs);
    const [first] = await store.lease({ limit: 1, leaseMs: 1_000, nowMs: atMs });
    if (first) await store.finish(first);
    const offers = [offerOf('delivery:evt_1:shop', 'one', 'evt_1:shop')];
    await finished(1, atMs, { offers, events: [event('evt_1'), event('evt_10'), event('evt_2', atMs + day)] });
    expect(await store.purge({ beforeMs: atMs + 1 })).toEqual({ payments: 1, notifications: 1, events: 1 });
    expect(await store.notification('done')).toBeUndefined();
    expect(await store.notification('later')).toBeDefined();
    expect(await store.notification('waits')).toBeDefined();
    expect(await store.event('evt_1')).toBeDefined();
    expect(await store.event('evt_10')).toBeUndefined();
    expect(await store.event('evt_2')).toBeDefined();
  });

  it('removes no more at a time than its limit, the oldest first', async () => {
    for (const n of [5, 4, 3, 2, 1]) await finished(n, atMs + n);
    expect(await store.purge({ beforeMs: atMs + day, limit: 2 })).toMatchObject({ payments: 2 });
    expect(await store.payment('default', paymentIdOf(1))).toBeUndefined();
    expect(await store.payment('default', paymentIdOf(3))).toBeDefined();
    expect(await store.purge({ beforeMs: atMs + day, limit: 5 })).toMatchObject({ payments: 3 });
    expect(await store.purge({ beforeMs: atMs + day })).toEqual({ payments: 0, notifications: 0, events: 0 });
  });
});
