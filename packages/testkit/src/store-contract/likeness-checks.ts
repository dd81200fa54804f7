import assert from 'node:assert/strict';
import { type Claim, likelyDoubleWindowMs, type OperationRecord, type Store } from '@polyrail/core';
import { atMs, claimOf, paymentIdOf, stepOf } from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

const plain = { kind: 'claimed' };

/** A claim for one and the same invoice, under a key of its own. */
function likeOf(n: number, given: Partial<OperationRecord> = {}, likeness = 'charge 5 EUR of card 1'): Claim {
  const claim = claimOf(n, given);
  return { ...claim, payment: { ...claim.payment, reference: 'one invoice' }, likeness };
}

async function decline(store: Store, claim: Claim): Promise<void> {
  const outcome = { kind: 'declined', reason: 'insufficient_funds', advice: 'later' } as const;
  const { payment, ...step } = stepOf(claim, outcome);
  await store.record({ ...step, payment: { ...payment, status: 'declined' } });
}

/** Payments that look like one payment asked for twice. */
export const likenessChecks: Readonly<Record<string, StoreCheck>> = {
  'names an earlier payment that looks alike, and claims all the same': async ({ store }) => {
    assert.deepEqual(await store.claim(likeOf(1)), plain);
    assert.deepEqual(await store.claim(likeOf(2)), { kind: 'claimed', alike: paymentIdOf(1) });
    await store.record(stepOf(likeOf(2)));
    assert.deepEqual(await store.claim(likeOf(3)), { kind: 'claimed', alike: paymentIdOf(2) });
    assert.equal((await store.claim(likeOf(3))).kind, 'known');
    assert.ok(await store.payment('tenant-a', paymentIdOf(3)));
  },
  'finds nothing alike in another tenant, of other accounts, or without a likeness': async ({ store }) => {
    await store.claim(likeOf(1));
    assert.deepEqual(await store.claim(likeOf(2, { tenant: 'tenant-b' })), plain);
    assert.deepEqual(await store.claim(likeOf(3, {}, 'charge 5 EUR of card 2')), plain);
    const { likeness: _none, ...unlike } = likeOf(4);
    assert.deepEqual(await store.claim(unlike), plain);
    assert.deepEqual(await store.claim(likeOf(5, {}, 'x'.repeat(4_000))), plain);
    assert.deepEqual(await store.claim(likeOf(6, {}, 'x'.repeat(4_000))), { kind: 'claimed', alike: paymentIdOf(5) });
  },
  'compares payments that were begun ten minutes apart, and no more': async ({ store }) => {
    const [at, late] = [atMs + likelyDoubleWindowMs, atMs + 2 * likelyDoubleWindowMs + 1];
    await store.claim(likeOf(1));
    assert.deepEqual(await store.claim(likeOf(2, { startedAtMs: at })), { kind: 'claimed', alike: paymentIdOf(1) });
    assert.deepEqual(await store.claim(likeOf(3, { startedAtMs: late })), plain);
  },
  'passes over a payment that surely moved nothing, to the one before': async ({ store }) => {
    await store.claim(likeOf(1));
    await decline(store, likeOf(1));
    assert.deepEqual(await store.claim(likeOf(2)), plain);
    await store.claim(likeOf(3));
    await decline(store, likeOf(3));
    assert.deepEqual(await store.claim(likeOf(4)), { kind: 'claimed', alike: paymentIdOf(2) });
  },
  'finds all but the first of 30 that come at once': async ({ store }) => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => store.claim(likeOf(n))));
    const alike = answers.flatMap((answer) => (answer.kind === 'claimed' ? (answer.alike ?? []) : []));
    assert.equal(answers.filter(({ kind }) => kind === 'claimed').length, 30);
    assert.equal(alike.length, 29);
  },
};
