import { type DurableStore, money, parsePaymentId } from '@polyrail/core';

/** Puts deliveries of events `evt-0`, `evt-1`, … to the endpoint `shop` into a store, with the step of a payment. */
export async function offerDeliveries(store: DurableStore, count: number): Promise<void> {
  const id = parsePaymentId(`pay_${'1'.padStart(32, '0')}`);
  if (id === undefined) throw new Error('not the id of a payment');
  const amount = money(100n, 'EUR');
  const nothing = money(0n, 'EUR');
  const common = { tenant: 'default', verb: 'charge', provider: 'bank', amount } as const;
  const operation = {
    ...common,
    id: 'op-1',
    paymentId: id,
    idempotencyKey: 'key',
    fingerprint: 'one',
    providerKey: 'pk-1',
    state: 'in_flight',
    startedAtMs: 1,
  } as const;
  const payment = {
    ...common,
    id,
    status: 'succeeded',
    captured: amount,
    refunded: nothing,
    reference: 'invoice',
    protocol: 'rest',
    version: 1,
    createdAtMs: 1,
    updatedAtMs: 1,
  } as const;
  await store.claim({ operation, payment, entry: { atMs: 1, type: 'claimed', text: 'claimed' } });
  const numbers = Array.from({ length: count }, (_, n) => n);
  await store.record({
    operation: { ...operation, state: 'finished' },
    payment: { ...payment, version: 2 },
    entries: [],
    events: numbers.map((n) => ({ id: `evt-${n}`, tenant: 'default', paymentId: id, type: 't', body: '{}', atMs: 1 })),
    offers: numbers.map((n) => ({
      id: `delivery:evt-${n}:shop`,
      kind: 'delivery',
      subject: `evt-${n}:shop`,
      partition: `shop:${n}`,
      runAtMs: 1,
    })),
  });
}
