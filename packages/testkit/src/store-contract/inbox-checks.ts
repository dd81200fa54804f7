import assert from 'node:assert/strict';
import { notificationJob } from '@polyrail/core';
import { atMs, leaseOne, notificationOf } from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

/** What is answered for at the door. */
export const inboxChecks: Readonly<Record<string, StoreCheck>> = {
  'stores a notification with its job': async ({ store }) => {
    const record = notificationOf('n-1');
    assert.deepEqual(await store.accept([record], atMs + 3), ['new']);
    assert.deepEqual(await store.notification('n-1'), record);
    const job = await leaseOne(store, atMs + 3);
    const offer = notificationJob(record, atMs + 3);
    assert.deepEqual(job, { ...offer, attempts: 1, fence: job.fence, offeredAtMs: atMs + 3 });
  },
  'tells new, duplicate and conflict apart, in order and within a batch': async ({ store }) => {
    await store.accept([notificationOf('n-1')], atMs);
    const batch = [
      notificationOf('n-2'),
      notificationOf('n-1'),
      notificationOf('n-1', 'n-1', 'another'),
      notificationOf('n-2'),
      notificationOf('n-2', 'n-2', 'another'),
      notificationOf('n-3'),
    ];
    assert.deepEqual(await store.accept(batch, atMs), ['new', 'duplicate', 'conflict', 'duplicate', 'conflict', 'new']);
    assert.deepEqual(await store.notification('n-1'), notificationOf('n-1'));
    assert.equal((await store.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs })).length, 3);
    assert.deepEqual(await store.accept([], atMs), []);
  },
  'takes one of 100 copies that arrive at once, also after it was processed': async ({ store }) => {
    const copies = Array.from({ length: 100 }, () => store.accept([notificationOf('n-1')], atMs));
    const answers = (await Promise.all(copies)).flat();
    assert.equal(answers.filter((answer) => answer === 'new').length, 1);
    assert.equal(answers.filter((answer) => answer === 'duplicate').length, 99);
    await store.finish(await leaseOne(store));
    assert.deepEqual(await store.accept([notificationOf('n-1')], atMs + 10), ['duplicate']);
    assert.deepEqual(await store.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs + 10 }), []);
  },
  'hands out the notifications on one thing one after the other': async ({ store }) => {
    await store.accept([notificationOf('n-2', 'same'), notificationOf('n-1', 'same')], atMs);
    await store.accept([notificationOf('n-0', 'same')], atMs - 10);
    for (const id of ['n-2', 'n-1', 'n-0']) {
      const job = await leaseOne(store);
      assert.equal(job.subject, id);
      assert.deepEqual(await store.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs }), []);
      await store.finish(job);
    }
  },
};
