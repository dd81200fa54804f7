import assert from 'node:assert/strict';
import { money, type TimelineEntry } from '@polyrail/core';
import { atMs, claimOf, eventOf, followingOf, leaseOne, offerOf, offerTo, stepOf, succeeded } from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

class LazyEntry implements TimelineEntry {
  readonly atMs = atMs;
  readonly type = 'settled';
  readonly #words: string;

  constructor(words: string) {
    this.#words = words;
  }

  get text(): string {
    return this.#words;
  }

  toJSON(): TimelineEntry {
    return { atMs: this.atMs, type: this.type, text: this.text };
  }
}

/** One step is written as a whole or not at all. */
export const stepChecks: Readonly<Record<string, StoreCheck>> = {
  'gives back what was written, to the last unit': async ({ store }) => {
    const claim = claimOf(1, { fingerprint: 'é\u0000😀' });
    await store.claim(claim);
    assert.deepEqual(await store.payment('tenant-a', claim.payment.id), claim.payment);
    assert.deepEqual(await store.operationById('op-1'), claim.operation);
    const amount = money(999_999_999_999_999_999n, 'EUR');
    const step = stepOf(claim, { kind: 'succeeded', value: { providerReference: 'ref-1', amount } });
    assert.equal(await store.record(step), 'recorded');
    assert.deepEqual(await store.payment('tenant-a', claim.payment.id), step.payment);
    assert.deepEqual(await store.operationById('op-1'), step.operation);
    assert.deepEqual(await store.timeline('tenant-a', claim.payment.id), [claim.entry, ...step.entries]);
  },
  'keeps an entry whose words are made when somebody reads them': async ({ store }) => {
    const claim = { ...claimOf(1), entry: new LazyEntry('claimed just now') };
    await store.claim(claim);
    const step = stepOf(claim, succeeded, { entries: [new LazyEntry('settled just now')] });
    assert.equal(await store.record(step), 'recorded');
    const texts = (await store.timeline('tenant-a', claim.payment.id)).map(({ text }) => text);
    assert.deepEqual(texts, ['claimed just now', 'settled just now']);
  },
  'writes record, jobs, events and the end of its job together': async ({ store }) => {
    await offerTo(store, [offerOf('job-1')]);
    const job = await leaseOne(store);
    const claim = claimOf(1);
    await store.claim(claim);
    const offers = [offerOf('job-2'), offerOf('job-3')];
    const rest = { offers, events: [eventOf('evt-1'), eventOf('evt-2')], finishes: job };
    assert.equal(await store.record(stepOf(claim, succeeded, rest)), 'recorded');
    assert.deepEqual(await store.event('evt-1'), eventOf('evt-1'));
    assert.deepEqual(await store.event('evt-2'), eventOf('evt-2'));
    const jobs = await store.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs });
    assert.deepEqual(jobs.map(({ id }) => id).toSorted(), ['job-2', 'job-3']);
    assert.equal(await store.finish(job), 'lost');
  },
  'writes nothing of a step whose job is lost': async ({ store }) => {
    await offerTo(store, [offerOf('job-1')]);
    const late = await leaseOne(store, atMs, 1_000);
    const owner = await leaseOne(store, atMs + 1_000, 1_000);
    const claim = claimOf(1);
    await store.claim(claim);
    const rest = { offers: [offerOf('job-2')], events: [eventOf('evt-1')], finishes: late };
    assert.equal(await store.record(stepOf(claim, succeeded, rest)), 'job_lost');
    assert.equal(await store.release(stepOf(claim, succeeded, rest)), 'job_lost');
    assert.deepEqual(await store.payment('tenant-a', claim.payment.id), claim.payment);
    assert.deepEqual(await store.operation('tenant-a', 'payment', 'key-1'), claim.operation);
    assert.deepEqual(await store.timeline('tenant-a', claim.payment.id), [claim.entry]);
    assert.equal(await store.operationByProviderReference('bank', 'ref-1'), undefined);
    assert.equal(await store.event('evt-1'), undefined);
    assert.deepEqual(await store.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs + 1_000 }), []);
    assert.equal(await store.finish(owner), 'written');
  },
  'writes nothing of a step on a payment that has changed': async ({ store }) => {
    await offerTo(store, [offerOf('job-1')]);
    const job = await leaseOne(store);
    const claim = claimOf(1);
    await store.claim(claim);
    const first = stepOf(claim);
    await store.record(first);
    const outcome = { kind: 'succeeded', value: { providerReference: 'ref-2' } } as const;
    const rest = { offers: [offerOf('job-2')], events: [eventOf('evt-1')], finishes: job };
    assert.equal(await store.record(stepOf(claim, outcome, rest)), 'payment_changed');
    assert.equal(await store.release(stepOf(claim, outcome, rest)), 'payment_changed');
    assert.deepEqual(await store.payment('tenant-a', claim.payment.id), first.payment);
    assert.deepEqual(await store.operation('tenant-a', 'payment', 'key-1'), first.operation);
    assert.equal((await store.timeline('tenant-a', claim.payment.id)).length, 2);
    assert.equal(await store.operationByProviderReference('bank', 'ref-2'), undefined);
    assert.equal(await store.event('evt-1'), undefined);
    assert.equal(await store.finish(job), 'written');
    assert.deepEqual(await store.lease({ limit: 10, leaseMs: 1_000, nowMs: atMs }), []);
  },
  'lets one of 50 writers of one payment win': async ({ store }) => {
    const claim = claimOf(1);
    await store.claim(claim);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => store.record(stepOf(claim, succeeded, { events: [eventOf(`evt-${n}`)] }))),
    );
    assert.equal(answers.filter((answer) => answer === 'recorded').length, 1);
    assert.equal(answers.filter((answer) => answer === 'payment_changed').length, 49);
    const events = await Promise.all(answers.map((_, n) => store.event(`evt-${n}`)));
    assert.equal(events.filter((event) => event !== undefined).length, 1);
    assert.ok(events[answers.indexOf('recorded')]);
  },
  'refuses a step on a payment that it does not know': async ({ store }) => {
    await assert.rejects(store.record(stepOf(claimOf(1))), { code: 'ledger_unavailable' });
    assert.equal(await store.operationById('op-1'), undefined);
  },
  'keeps the timeline in order over many steps': async ({ store }) => {
    const claim = claimOf(1);
    await store.claim(claim);
    let { payment } = claim;
    const written = [claim.entry];
    for (let n = 0; n < 12; n += 1) {
      const entries = [0, 1, 2].map((part) => ({ atMs: atMs - n, type: 'inquiry' as const, text: `${n}.${part}` }));
      const step = stepOf({ operation: claim.operation, payment }, succeeded, { entries });
      assert.equal(await store.record(step), 'recorded');
      payment = step.payment;
      written.push(...entries);
    }
    const refund = followingOf(2, payment);
    await store.claim(refund);
    assert.deepEqual(await store.timeline('tenant-a', payment.id), [...written, refund.entry]);
  },
};
