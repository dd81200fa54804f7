import { afterEach, describe, expect, it } from 'vitest';
import type { Claim, OperationRecord, Step, TimelineEntry } from '../../src/ledger/index.ts';
import type { Store } from '../../src/ledger/store.ts';
import { money } from '../../src/model/money.ts';
import type { Payment } from '../../src/model/payment.ts';
import { operationOf, paymentIdOf, paymentOf } from '../support/records.ts';

const entry = (text: string): TimelineEntry => ({ atMs: 1_000, type: 'claimed', text });

/** A claim of a new payment, the number telling it from others. */
function claimOf(number: number, changes: Partial<OperationRecord> = {}): Claim {
  const id = `op_${number}`;
  const operation = operationOf({ id, paymentId: paymentIdOf(number), providerKey: `pk-${number}`, ...changes });
  const { tenant, paymentId } = operation;
  return { operation, payment: paymentOf({ id: paymentId, tenant, openOperation: id }), entry: entry('claimed') };
}

/** The step that finishes a claim. */
function stepOf({ operation, payment }: Claim, changes: Partial<Step> = {}): Step {
  const { openOperation: _, ...rest } = payment;
  return {
    operation: {
      ...operation,
      state: 'finished',
      outcome: { kind: 'succeeded', value: { providerReference: `theirs-${operation.id}` } },
    },
    payment: { ...rest, status: 'succeeded', captured: payment.amount, version: payment.version + 1 },
    entries: [entry('succeeded')],
    ...changes,
  };
}

/** A claim on a payment that exists. */
function followUp(payment: Payment, number: number, changes: Partial<OperationRecord> = {}): Claim {
  const id = `op_${number}`;
  return {
    operation: operationOf({
      id,
      paymentId: payment.id,
      tenant: payment.tenant,
      verb: 'refund',
      idempotencyKey: `refund-${number}`,
      fingerprint: `refund:${number}`,
      providerKey: `pk-${number}`,
      ...changes,
    }),
    payment: { ...payment, openOperation: id, version: payment.version + 1 },
    entry: entry('claimed'),
  };
}

/**
 * The semantics of a ledger. Run it for every implementation.
 *
 * @param make an empty ledger; it is closed after the test
 */
export function ledgerContract(name: string, make: () => Store | Promise<Store>): void {
  describe(`${name}, a ledger`, () => {
    const made: Store[] = [];
    const open = async (): Promise<Store> => {
      const ledger = await make();
      made.push(ledger);
      return ledger;
    };
    afterEach(async () => {
      for (const ledger of made.splice(0)) await ledger.close();
    });
    claims(open);
    steps(open);
    reads(open);
  });
}

function claims(open: () => Promise<Store>): void {
  it('lets one of 200 callers with one key claim it', async () => {
    const ledger = await open();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, number) => ledger.claim(claimOf(number + 1))));
    const winner = answers.findIndex(({ kind }) => kind === 'claimed') + 1;
    expect(answers.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    for (const answer of answers)
      if (answer.kind !== 'claimed')
        expect(answer).toMatchObject({ kind: 'known', operation: { id: `op_${winner}` }, payment: { version: 1 } });
    const stored = await Promise.all(answers.map((_, index) => ledger.payment('default', paymentIdOf(index + 1))));
    expect(stored.filter((payment) => payment !== undefined)).toHaveLength(1);
  });

  it('lets one of 50 callers claim a payment that all have read', async () => {
    const ledger = await open();
    const first = claimOf(1);
    await ledger.claim(first);
    const step = stepOf(first);
    await ledger.record(step);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => ledger.claim(followUp(step.payment, number + 2))),
    );
    expect(answers.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === 'payment_changed')).toHaveLength(49);
    expect(await ledger.operationsOf(first.payment.id)).toHaveLength(2);
  });

  it('knows the same request again, and refuses another one under its key', async () => {
    const ledger = await open();
    const first = claimOf(1);
    expect(await ledger.claim(first)).toEqual({ kind: 'claimed' });
    expect(await ledger.claim(claimOf(2))).toEqual({ kind: 'known', ...recordsOf(first) });
    expect(await ledger.claim(claimOf(3, { fingerprint: 'charge:{other}' }))).toEqual({ kind: 'key_reused' });
    const step = stepOf(first);
    await ledger.record(step);
    expect(await ledger.claim(claimOf(4))).toEqual({ kind: 'known', ...recordsOf(step) });
    expect(await ledger.claim(claimOf(5, { fingerprint: 'charge:{other}' }))).toEqual({ kind: 'key_reused' });
    for (const number of [2, 3, 4, 5]) expect(await ledger.payment('default', paymentIdOf(number))).toBeUndefined();
  });

  it('keeps tenants and key spaces apart', async () => {
    const ledger = await open();
    const claim = claimOf(1);
    await ledger.claim(claim);
    const step = stepOf(claim);
    await ledger.record(step);
    expect(await ledger.claim(claimOf(2, { tenant: 'other' }))).toEqual({ kind: 'claimed' });
    const sameKey = followUp(step.payment, 3, { idempotencyKey: 'key-1' });
    expect(await ledger.claim(sameKey)).toEqual({ kind: 'claimed' });
    const transfer = claimOf(4, { verb: 'transfer' });
    expect(await ledger.claim(transfer)).toMatchObject({ kind: 'known', operation: { id: 'op_1' } });
    expect((await ledger.operation('other', 'payment', 'key-1'))?.id).toBe('op_2');
    expect((await ledger.operation('default', 'refund', 'key-1'))?.id).toBe('op_3');
    expect(await ledger.operation('other', 'refund', 'key-1')).toBeUndefined();
  });

  it('tells apart what only looks the same when it is joined', async () => {
    const ledger = await open();
    const pairs = [
      ['a', 'b:c'],
      ['a:b', 'c'],
      ['a/b', 'c'],
      ['a', 'b/c'],
      ['A', 'b:c'],
      ['a', 'B:c'],
      ['é', 'x'],
      ['e\u0301', 'x'],
    ];
    for (const [index, [tenant = '', idempotencyKey = '']] of pairs.entries())
      expect(await ledger.claim(claimOf(index + 1, { tenant, idempotencyKey }))).toEqual({ kind: 'claimed' });
  });

  it('refuses a claim on a payment that has changed, and keeps nothing of it', async () => {
    const ledger = await open();
    const first = claimOf(1);
    await ledger.claim(first);
    const step = stepOf(first);
    await ledger.record(step);
    for (const version of [0, 1, 3]) {
      const stale = followUp({ ...step.payment, version }, 2);
      expect(await ledger.claim(stale)).toEqual({ kind: 'payment_changed' });
    }
    expect(await ledger.operation('default', 'refund', 'refund-2')).toBeUndefined();
    expect(await ledger.timeline('default', first.payment.id)).toHaveLength(2);
    expect(await ledger.claim(claimOf(9, { paymentId: first.payment.id, idempotencyKey: 'new' }))).toEqual({
      kind: 'payment_changed',
    });
  });
}

function steps(open: () => Promise<Store>): void {
  it('records a step whole: operation, payment and timeline', async () => {
    const ledger = await open();
    const claim = claimOf(1, { amount: money(999_999_999_999_999_999n, 'KWD') });
    await ledger.claim(claim);
    const step = stepOf(claim);
    expect(await ledger.record(step)).toBe('recorded');
    expect(await ledger.operationById('op_1')).toEqual(step.operation);
    expect(await ledger.payment('default', claim.payment.id)).toEqual(step.payment);
    expect(await ledger.timeline('default', claim.payment.id)).toEqual([entry('claimed'), entry('succeeded')]);
  });

  it('refuses a step after another writer, and writes nothing of it', async () => {
    const ledger = await open();
    const claim = claimOf(1);
    await ledger.claim(claim);
    const steps = Array.from({ length: 20 }, (_, number) =>
      stepOf(claim, { entries: [entry(`writer ${number}`)], events: [] }),
    );
    const answers = await Promise.all(steps.map((step) => ledger.record(step)));
    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'payment_changed')).toHaveLength(19);
    expect(await ledger.timeline('default', claim.payment.id)).toHaveLength(2);
    expect(await ledger.release(stepOf(claim))).toBe('payment_changed');
    expect(await ledger.operation('default', 'payment', 'key-1')).toMatchObject({ state: 'finished' });
  });

  it('keeps a key after a record and frees it after a release', async () => {
    const ledger = await open();
    const claim = claimOf(1);
    await ledger.claim(claim);
    const { payment } = stepOf(claim);
    const rejected = { kind: 'rejected', reason: 'not_delivered', message: 'refused' } as const;
    const step = stepOf(claim, {
      operation: { ...claim.operation, state: 'finished', outcome: rejected },
      payment: { ...payment, status: 'not_executed' },
    });
    expect(await ledger.release(step)).toBe('recorded');
    expect(await ledger.operation('default', 'payment', 'key-1')).toBeUndefined();
    expect(await ledger.operationById('op_1')).toEqual(step.operation);
    expect(await ledger.claim(claimOf(2))).toEqual({ kind: 'claimed' });
    expect((await ledger.operation('default', 'payment', 'key-1'))?.id).toBe('op_2');
    expect(await ledger.payment('default', claim.payment.id)).toMatchObject({ status: 'not_executed' });
  });

  it('writes a step only while the lease of its job holds', async () => {
    const ledger = await open();
    const claim = claimOf(1);
    await ledger.claim(claim);
    const offer = { id: 'job-1', kind: 'settlement', subject: 'op_1', partition: 'pay', runAtMs: 2_000 } as const;
    const unknown = stepOf(claim, {
      operation: { ...claim.operation, state: 'open' },
      payment: { ...claim.payment, status: 'unknown', version: 2 },
      offers: [offer],
    });
    await ledger.record(unknown);
    const [first] = await ledger.lease({ limit: 10, leaseMs: 100, nowMs: 2_000 });
    const [second] = await ledger.lease({ limit: 10, leaseMs: 100, nowMs: 3_000 });
    if (first === undefined || second === undefined) throw new Error('the job was not leased');
    const finish = (job: typeof first) =>
      stepOf({ ...claim, payment: { ...claim.payment, version: 2 } }, { finishes: job });
    expect(await ledger.record(finish(first))).toBe('job_lost');
    expect(await ledger.payment('default', claim.payment.id)).toMatchObject({ status: 'unknown', version: 2 });
    expect(await ledger.record(finish(second))).toBe('recorded');
    expect(await ledger.lease({ limit: 10, leaseMs: 100, nowMs: 9_000 })).toEqual([]);
  });
}

function reads(open: () => Promise<Store>): void {
  it('shows payments and timelines to their tenant only', async () => {
    const ledger = await open();
    const claim = claimOf(1, { tenant: 'one' });
    await ledger.claim(claim);
    expect(await ledger.payment('one', claim.payment.id)).toEqual(claim.payment);
    expect(await ledger.payment('two', claim.payment.id)).toBeUndefined();
    expect(await ledger.timeline('two', claim.payment.id)).toEqual([]);
    expect(await ledger.operation('two', 'payment', 'key-1')).toBeUndefined();
  });

  it('finds operations by every name that they have', async () => {
    const ledger = await open();
    const claim = claimOf(1);
    await ledger.claim(claim);
    expect((await ledger.operationByProviderKey('scripted', 'pk-1'))?.id).toBe('op_1');
    expect(await ledger.operationByProviderKey('another', 'pk-1')).toBeUndefined();
    expect(await ledger.operationByProviderReference('scripted', 'theirs-op_1')).toBeUndefined();
    const step = stepOf(claim);
    await ledger.record(step);
    expect(await ledger.operationByProviderReference('scripted', 'theirs-op_1')).toEqual(step.operation);
    expect(await ledger.operationByProviderReference('another', 'theirs-op_1')).toBeUndefined();
    await ledger.claim(followUp(step.payment, 2));
    expect((await ledger.operationsOf(claim.payment.id)).map(({ id }) => id)).toEqual(['op_1', 'op_2']);
  });

  it('names operations in flight whose owner must have died', async () => {
    const ledger = await open();
    for (const number of [1, 2, 3])
      await ledger.claim(claimOf(number, { idempotencyKey: `key-${number}`, startedAtMs: number * 1_000 }));
    await ledger.record(stepOf(claimOf(2, { idempotencyKey: 'key-2', startedAtMs: 2_000 })));
    const ids = async (before: number, limit: number) => (await ledger.interrupted(before, limit)).map(({ id }) => id);
    expect(await ids(3_000, 10)).toEqual(['op_1']);
    expect(await ids(3_001, 10)).toEqual(['op_1', 'op_3']);
    expect(await ids(3_001, 1)).toEqual(['op_1']);
  });

  it('knows nothing of what was never there', async () => {
    const ledger = await open();
    expect(await ledger.payment('default', paymentIdOf(1))).toBeUndefined();
    expect(await ledger.timeline('default', paymentIdOf(1))).toEqual([]);
    expect(await ledger.operationsOf(paymentIdOf(1))).toEqual([]);
    expect(await ledger.operation('default', 'payment', 'key-1')).toBeUndefined();
    expect(await ledger.operationById('op_1')).toBeUndefined();
    expect(await ledger.interrupted(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });
}

function recordsOf({ operation, payment }: Claim | Step) {
  return { operation, payment };
}
