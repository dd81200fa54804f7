import assert from 'node:assert/strict';
import { claimOf, followingOf, paymentIdOf, stepOf, succeeded } from './specimen.ts';
import type { StoreCheck } from './store-subject.ts';

/** Who gets a key, and who does not. */
export const claimChecks: Readonly<Record<string, StoreCheck>> = {
  'gives a key to one of 200 callers at once': async ({ store }) => {
    const claims = Array.from({ length: 200 }, (_, n) => claimOf(n, { idempotencyKey: 'one', fingerprint: 'same' }));
    const answers = await Promise.all(claims.map((claim) => store.claim(claim)));
    const winner = claims[answers.findIndex(({ kind }) => kind === 'claimed')];
    assert.equal(answers.filter(({ kind }) => kind === 'claimed').length, 1);
    assert.ok(winner);
    const known = { kind: 'known', operation: winner.operation, payment: winner.payment };
    for (const answer of answers) if (answer.kind !== 'claimed') assert.deepEqual(answer, known);
  },
  'gives each of 50 keys to one of 32 callers at once': async ({ store }) => {
    const calls = Array.from({ length: 50 * 32 }, (_, n) =>
      store.claim(claimOf(n, { idempotencyKey: `key-${n % 50}`, fingerprint: `${n % 50}` })),
    );
    const answers = await Promise.all(calls);
    const claimed = answers.flatMap(({ kind }, n) => (kind === 'claimed' ? [n % 50] : []));
    assert.deepEqual(
      claimed.toSorted((a, b) => a - b),
      [...Array(50).keys()],
    );
    assert.equal(answers.filter(({ kind }) => kind === 'known').length, 50 * 31);
  },
  'answers a known key with its operation and its payment as they stand': async ({ store }) => {
    const claim = claimOf(1);
    await store.claim(claim);
    assert.deepEqual(await store.claim(claim), { kind: 'known', operation: claim.operation, payment: claim.payment });
    const step = stepOf(claim);
    await store.record(step);
    assert.deepEqual(await store.claim(claim), { kind: 'known', operation: step.operation, payment: step.payment });
  },
  'refuses another request under a key, in flight and finished': async ({ store }) => {
    const claim = claimOf(1);
    const other = claimOf(2, { idempotencyKey: 'key-1' });
    await store.claim(claim);
    assert.deepEqual(await store.claim(other), { kind: 'key_reused' });
    await store.record(stepOf(claim));
    assert.deepEqual(await store.claim(other), { kind: 'key_reused' });
    assert.equal(await store.operationById('op-2'), undefined);
    assert.equal(await store.payment('tenant-a', paymentIdOf(2)), undefined);
  },
  'keeps the keys of tenants and of scopes apart': async ({ store }) => {
    const first = claimOf(1, { idempotencyKey: 'key' });
    await store.claim(first);
    assert.deepEqual(await store.claim(claimOf(2, { idempotencyKey: 'key', tenant: 'tenant-b' })), { kind: 'claimed' });
    const step = stepOf(first);
    await store.record(step);
    const refund = followingOf(3, step.payment, { idempotencyKey: 'key' });
    assert.deepEqual(await store.claim(refund), { kind: 'claimed' });
    assert.equal((await store.operation('tenant-a', 'payment', 'key'))?.id, 'op-1');
    assert.equal((await store.operation('tenant-b', 'payment', 'key'))?.id, 'op-2');
    assert.equal((await store.operation('tenant-a', 'refund', 'key'))?.id, 'op-3');
    assert.equal(await store.operation('tenant-a', 'capture', 'key'), undefined);
  },
  'takes a charge and a transfer for requests under one key': async ({ store }) => {
    const given = { idempotencyKey: 'key', fingerprint: 'same' };
    await store.claim(claimOf(1, given));
    const answer = await store.claim(claimOf(2, { ...given, verb: 'transfer' }));
    assert.equal(answer.kind === 'known' && answer.operation.id, 'op-1');
  },
  'keeps tenants and keys apart that only look alike when they are joined': async ({ store }) => {
    const pairs = [
      ['a', 'b:c'],
      ['a:b', 'c'],
      ['a', 'b/c'],
      ['a/b', 'c'],
      ['A', 'b:c'],
      ['é', 'x'],
      ['e\u0301', 'x'],
    ];
    for (const [n, [tenant = '', idempotencyKey = '']] of pairs.entries())
      assert.deepEqual(await store.claim(claimOf(n, { tenant, idempotencyKey })), { kind: 'claimed' });
  },
  'keeps keys apart that only look alike': async ({ store }) => {
    const keys = ['a', 'A', 'a ', 'á', 'a\n', '%', '_', "'", '"', '\\', 'x'.repeat(255)];
    for (const [n, idempotencyKey] of keys.entries())
      assert.deepEqual(await store.claim(claimOf(n, { idempotencyKey })), { kind: 'claimed' }, idempotencyKey);
    for (const [n, key] of keys.entries())
      assert.equal((await store.operation('tenant-a', 'payment', key))?.id, `op-${n}`);
  },
  'opens one of 50 further operations on a payment at once': async ({ store }) => {
    const first = claimOf(100);
    await store.claim(first);
    const step = stepOf(first);
    await store.record(step);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => store.claim(followingOf(n, step.payment))));
    assert.equal(answers.filter(({ kind }) => kind === 'claimed').length, 1);
    assert.equal(answers.filter(({ kind }) => kind === 'payment_changed').length, 49);
    assert.equal((await store.operationsOf(first.payment.id)).length, 2);
    assert.equal((await store.timeline('tenant-a', first.payment.id)).length, 3);
  },
  'claims nothing on a payment that has changed': async ({ store }) => {
    const first = claimOf(1);
    await store.claim(first);
    await store.record(stepOf(first));
    assert.deepEqual(await store.claim(followingOf(2, first.payment)), { kind: 'payment_changed' });
    assert.deepEqual(await store.claim(claimOf(3, { paymentId: paymentIdOf(1) })), { kind: 'payment_changed' });
    assert.deepEqual(await store.claim(followingOf(4, claimOf(4).payment)), { kind: 'payment_changed' });
    for (const id of ['op-2', 'op-3', 'op-4']) assert.equal(await store.operationById(id), undefined);
    assert.equal(await store.operation('tenant-a', 'refund', 'key-2'), undefined);
  },
  'frees a key with a release, and keeps what happened': async ({ store }) => {
    const first = claimOf(1, { idempotencyKey: 'key', fingerprint: 'same' });
    await store.claim(first);
    const outcome = { kind: 'rejected', reason: 'not_delivered', message: 'no route' } as const;
    assert.equal(await store.release(stepOf(first, outcome)), 'recorded');
    assert.equal(await store.operation('tenant-a', 'payment', 'key'), undefined);
    assert.deepEqual((await store.operationById('op-1'))?.outcome, outcome);
    const again = claimOf(2, { idempotencyKey: 'key', fingerprint: 'same', providerKey: 'pk-1' });
    assert.deepEqual(await store.claim(again), { kind: 'claimed' });
    assert.equal((await store.operation('tenant-a', 'payment', 'key'))?.id, 'op-2');
    assert.equal((await store.operationByProviderKey('bank', 'pk-1'))?.id, 'op-2');
    assert.equal((await store.timeline('tenant-a', first.payment.id)).length, 2);
  },
  'lets a released request begin again on the same payment': async ({ store }) => {
    const first = claimOf(1);
    await store.claim(first);
    const step = stepOf(first);
    await store.record(step);
    const refund = followingOf(2, step.payment);
    await store.claim(refund);
    const released = stepOf(refund, succeeded);
    assert.equal(await store.release(released), 'recorded');
    assert.deepEqual(await store.claim(followingOf(3, released.payment, { idempotencyKey: 'key-2' })), {
      kind: 'claimed',
    });
  },
};
