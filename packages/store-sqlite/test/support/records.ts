import {
  type Claim,
  type JobOffer,
  money,
  type NotificationRecord,
  type Payment,
  type PaymentId,
  parsePaymentId,
  type Step,
} from '@polyrail/core';

/** The time of every record, in milliseconds since 1970. */
export const atMs = 1_700_000_000_000;

export function paymentIdOf(n: number): PaymentId {
  const id = parsePaymentId(`pay_${n.toString(16).padStart(32, '0')}`);
  if (id === undefined) throw new Error(`${n} makes no payment id`);
  return id;
}

/** A claim of key `key-<n>` for a new payment, at `atMs`. */
export function claimOf(n: number, startedAtMs: number = atMs): Claim {
  const amount = money(BigInt(n) + 100n, 'EUR');
  const payment: Payment = {
    id: paymentIdOf(n),
    tenant: 'default',
    verb: 'charge',
    status: 'processing',
    amount,
    captured: money(0n, 'EUR'),
    refunded: money(0n, 'EUR'),
    reference: `invoice ${n}`,
    provider: 'bank',
    protocol: 'rest',
    openOperation: `op_${n}`,
    version: 1,
    createdAtMs: startedAtMs,
    updatedAtMs: startedAtMs,
  };
  return {
    operation: {
      id: `op_${n}`,
      tenant: 'default',
      verb: 'charge',
      paymentId: payment.id,
      idempotencyKey: `key-${n}`,
      fingerprint: `charge:${n}`,
      provider: 'bank',
      providerKey: `provider-key-${n}`,
      amount,
      state: 'in_flight',
      startedAtMs,
    },
    payment,
    entry: { atMs: startedAtMs, type: 'claimed', text: 'charge claimed' },
  };
}

/** The step that finishes a claim. */
export function stepOf({ operation, payment }: Claim, rest: Partial<Step> = {}): Step {
  const { openOperation: _ended, ...settled } = payment;
  const outcome = { kind: 'succeeded', value: { providerReference: `reference-${operation.id}` } } as const;
  return {
    operation: { ...operation, state: 'finished', outcome },
    payment: { ...settled, status: 'succeeded', version: payment.version + 1 },
    entries: [{ atMs: payment.createdAtMs, type: 'settled', text: 'charge succeeded' }],
    ...rest,
  };
}

export function offerOf(id: string, partition: string = id, subject: string = id): JobOffer {
  return { id, kind: 'settlement', subject, partition, runAtMs: atMs };
}

export function notificationOf(id: string, receivedAtMs: number = atMs): NotificationRecord {
  return { id, provider: 'bank', item: { eventId: id, type: 'paid' }, digest: 'digest', secretId: 's', receivedAtMs };
}
