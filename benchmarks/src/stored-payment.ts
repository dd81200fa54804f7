import { type Claim, type Money, money, parsePaymentId, type Step } from '@polyrail/core';

const atMs = 1_700_000_000_000;
const amount: Money = money(5000n, 'USD');
const nothing: Money = money(0n, 'USD');

/** The claim of payment number `n`, as the gateway makes it for a card payment. */
export function claimOf(n: number): Claim {
  const digits = n.toString(16).padStart(32, '0');
  const id = parsePaymentId(`pay_${digits}`);
  if (id === undefined) throw new Error(`${n} makes no payment id`);
  const common = { tenant: 'default', verb: 'charge', provider: 'payment-intents', amount } as const;
  const [operationId, reference, startedAtMs] = [`op_${digits}`, `INV-${String(n).padStart(8, '0')}`, atMs + n];
  const likeness = `6:charge4:50003:USD${reference.length}:${reference};5:token12:pm_card_visa;`;
  return {
    operation: {
      ...common,
      id: operationId,
      paymentId: id,
      idempotencyKey: `order-${String(n).padStart(30, '0')}`,
      fingerprint: `${likeness}-;`,
      providerKey: digits,
      state: 'in_flight',
      startedAtMs,
    },
    payment: {
      ...common,
      id,
      status: 'processing',
      captured: nothing,
      refunded: nothing,
      reference,
      protocol: 'rest',
      openOperation: operationId,
      version: 1,
      createdAtMs: startedAtMs,
      updatedAtMs: startedAtMs,
    },
    entry: { atMs: startedAtMs, type: 'claimed', text: 'charge of 5000 USD claimed for payment-intents' },
    likeness,
  };
}

/** The step that ends a claim: the payment succeeded at the first attempt. */
export function stepOf({ operation, payment }: Claim): Step {
  const { openOperation: _ended, ...rest } = payment;
  const providerReference = `pi_${operation.id.slice(-27)}`;
  const value = { providerReference, amount, raw: { status: '200', code: 'succeeded' } };
  const at = payment.createdAtMs + 120;
  const text = 'attempt 1 at payment-intents: succeeded after 118 ms; this is final';
  return {
    operation: { ...operation, state: 'finished', outcome: { kind: 'succeeded', value } },
    payment: {
      ...rest,
      status: 'succeeded',
      captured: amount,
      providerReference,
      raw: value.raw,
      version: 2,
      updatedAtMs: at,
    },
    entries: [
      { atMs: at, type: 'attempt', text },
      { atMs: at, type: 'settled', text: 'charge succeeded' },
    ],
  };
}
