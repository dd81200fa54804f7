import assert from 'node:assert/strict';
import {
  type Claim,
  isFollowingVerb,
  type JobOffer,
  type LeasedJob,
  type MoneyVerb,
  money,
  type NotificationRecord,
  type OpeningVerb,
  type OperationRecord,
  type OutboxRecord,
  type Outcome,
  type Payment,
  type PaymentId,
  parsePaymentId,
  type Step,
  type Store,
} from '@polyrail/core';

/** The time of every specimen, in milliseconds since 1970: stores take their times from what they are given. */
export const atMs = 1_700_000_000_000;

export const succeeded: Outcome<{ readonly providerReference: string }> = {
  kind: 'succeeded',
  value: { providerReference: 'ref-1' },
};

/** The id of payment number `n`. */
export function paymentIdOf(n: number): PaymentId {
  const id = parsePaymentId(`pay_${n.toString(16).padStart(32, '0')}`);
  assert.ok(id);
  return id;
}

/** A claim of key `key-<n>` for a new payment: operation `op-<n>`, provider key `pk-<n>`. */
export function claimOf(n: number, given: Partial<OperationRecord> = {}): Claim {
  const operation = operationOf(n, { paymentId: paymentIdOf(n), ...given });
  const { tenant, provider, amount, paymentId: id } = operation;
  const payment: Payment = {
    id,
    tenant,
    verb: openingVerbOf(operation.verb),
    status: 'processing',
    amount,
    captured: money(0n, amount.currency),
    refunded: money(0n, amount.currency),
    reference: `invoice ${n}`,
    provider,
    protocol: 'rest',
    openOperation: operation.id,
    version: 1,
    createdAtMs: operation.startedAtMs,
    updatedAtMs: operation.startedAtMs,
  };
  return { operation, payment, entry: { atMs, type: 'claimed', text: `${operation.verb} claimed` } };
}

/** A claim of key `key-<n>` for a further operation on a payment. */
export function followingOf(n: number, payment: Payment, given: Partial<OperationRecord> = {}): Claim {
  const { id: paymentId, tenant, provider } = payment;
  const operation = operationOf(n, { paymentId, tenant, provider, verb: 'refund', ...given });
  return {
    operation,
    payment: { ...payment, openOperation: operation.id, version: payment.version + 1 },
    entry: { atMs, type: 'claimed', text: `${operation.verb} claimed` },
  };
}

/** The step that ends what was claimed. */
export function stepOf(
  { operation, payment }: Pick<Claim, 'operation' | 'payment'>,
  outcome: OperationRecord['outcome'] = succeeded,
  rest: Partial<Step> = {},
): Step {
  const { openOperation: _ended, ...settled } = payment;
  return {
    operation: { ...operation, state: 'finished', ...(outcome && { outcome }) },
    payment: { ...settled, status: 'succeeded', version: payment.version + 1 },
    entries: [{ atMs: atMs + 1, type: 'settled', text: `${operation.verb} ${outcome?.kind}` }],
    ...rest,
  };
}

export function offerOf(id: string, partition: string = id, runAtMs: number = atMs): JobOffer {
  return { id, kind: 'settlement', subject: `subject of ${id}`, partition, runAtMs };
}

export function eventOf(id: string): OutboxRecord {
  return {
    id,
    tenant: 'tenant-a',
    paymentId: paymentIdOf(1),
    type: 'payment.succeeded',
    body: '{"é":"\\u0000"}',
    atMs,
  };
}

export function notificationOf(id: string, subject: string = id, digest = 'digest'): NotificationRecord {
  return {
    id,
    provider: 'bank',
    item: {
      eventId: id,
      subject: { by: 'provider_reference', value: subject },
      decoded: { kind: 'succeeded', value: { providerReference: subject, amount: money(2n ** 59n, 'EUR') } },
      type: 'payment.succeeded',
    },
    digest,
    secretId: 'secret-1',
    receivedAtMs: atMs,
  };
}

/** Puts jobs into the store the way the gateway does: with a step. */
export async function offerTo(store: Store, offers: readonly JobOffer[], n = 900): Promise<void> {
  const claim = claimOf(n);
  assert.deepEqual(await store.claim(claim), { kind: 'claimed' });
  const outcome = { kind: 'succeeded', value: { providerReference: `ref of ${n}` } } as const;
  assert.equal(await store.record(stepOf(claim, outcome, { offers })), 'recorded');
}

/** Leases one job, which has to be there. */
export async function leaseOne(store: Store, nowMs: number = atMs, leaseMs = 1_000): Promise<LeasedJob> {
  const [job, ...others] = await store.lease({ limit: 1, leaseMs, nowMs });
  assert.ok(job, 'there is no job to lease');
  assert.equal(others.length, 0, 'it leased more than the limit');
  return job;
}

function operationOf(n: number, given: Partial<OperationRecord> & Pick<OperationRecord, 'paymentId'>): OperationRecord {
  return {
    id: `op-${n}`,
    tenant: 'tenant-a',
    verb: 'charge',
    idempotencyKey: `key-${n}`,
    fingerprint: `charge:${n}`,
    provider: 'bank',
    providerKey: `pk-${n}`,
    amount: money(2n ** 59n + 1n, 'EUR'),
    state: 'in_flight',
    startedAtMs: atMs,
    ...given,
  };
}

function openingVerbOf(verb: MoneyVerb): OpeningVerb {
  return isFollowingVerb(verb) ? 'charge' : verb;
}
