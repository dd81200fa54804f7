import { type Claim, type JobOffer, money, type Payment, parsePaymentId, type Step, type Store } from '@polyrail/core';

/** The time of every record here, in milliseconds since 1970. */
export const atMs = 1_700_000_000_000;

/** A claim of a key for payment number `n`. */
export function claimOf(n: number, idempotencyKey: string = `key-${n}`): Claim {
  const id = parsePaymentId(`pay_${n.toString(16).padStart(32, '0')}`);
  if (id === undefined) throw new Error('not the id of a payment');
  const amount = money(1234n, 'EUR');
  const common = { tenant: 'tenant', verb: 'charge', provider: 'bank', amount } as const;
  const nothing = money(0n, 'EUR');
  const payment: Payment = {
    ...common,
    id,
    status: 'processing',
    captured: nothing,
    refunded: nothing,
    reference: 'invoice',
    protocol: 'rest',
    openOperation: `op-${n}`,
    version: 1,
    createdAtMs: atMs,
    updatedAtMs: atMs,
  };
  return {
    operation: {
      ...common,
      id: `op-${n}`,
      paymentId: id,
      idempotencyKey,
      fingerprint: idempotencyKey,
      providerKey: `pk-${n}`,
      state: 'in_flight',
      startedAtMs: atMs,
    },
    payment,
    entry: { atMs, type: 'claimed', text: 'claimed' },
  };
}

/** The step that ends what was claimed. */
export function stepOf({ operation, payment }: Claim, rest: Partial<Step> = {}): Step {
  return {
    operation: {
      ...operation,
      state: 'finished',
      outcome: { kind: 'succeeded', value: { providerReference: `ref of ${operation.id}` } },
    },
    payment: { ...payment, status: 'succeeded', version: payment.version + 1 },
    entries: [{ atMs, type: 'settled', text: 'succeeded' }],
    ...rest,
  };
}

/** Puts jobs into the store with the step of payment number `n`. */
export async function offerTo(store: Store, n: number, offers: readonly JobOffer[]): Promise<void> {
  const claim = claimOf(n);
  await store.claim(claim);
  await store.record(stepOf(claim, { offers }));
}

export function offerOf(id: string, partition: string): JobOffer {
  return { id, kind: 'settlement', subject: id, partition, runAtMs: atMs };
}
