import type { Random } from '@polyrail/core';

/** What came back for one request. Nothing came back when the gateway died first; that is no answer. */
export interface Answer {
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
  readonly status: number;
  readonly paymentId: string | undefined;
  /** The code of the problem, where it is one. */
  readonly code: string | undefined;
}

/** One intention of a customer under one key: how it is asked, and every answer that it got. */
export interface Order {
  readonly key: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly amount: bigint;
  /** The account that money leaves or comes back to: no other payment has it, so the book tells keys apart by it. */
  readonly payer: string;
  readonly kind: 'charge' | 'transfer' | 'refund';
  readonly answers: Answer[];
}

// The last two digits choose the acquirer's outcome. Approved is the rule.
const endings = [0, 0, 0, 0, 0, 0, 5, 51, 68, 96];

/** A new charge or transfer. */
export function newPayment(random: Random, name: string): Order {
  const amount = BigInt(
    100 * (1 + Math.floor(random() * 5_000)) + (endings[Math.floor(random() * endings.length)] ?? 0),
  );
  const common = { amount: Number(amount), currency: 'EUR', reference: 'campaign' };
  const order = { key: name, path: '/v1/payments', amount, answers: [] };
  return random() < 0.5
    ? { ...order, kind: 'charge', payer: `token:${name}`, body: { ...common, source: { type: 'token', token: name } } }
    : {
        ...order,
        kind: 'transfer',
        payer: `account:${name}`,
        body: { ...common, source_account: name, destination_account: 'shop' },
      };
}

/** A charge of ten euros that the acquirer approves. */
export function newCharge(name: string): Order {
  const body = { amount: 1_000, currency: 'EUR', reference: 'campaign', source: { type: 'token', token: name } };
  return { key: name, path: '/v1/payments', body, amount: 1_000n, payer: `token:${name}`, kind: 'charge', answers: [] };
}

/** A refund of a part of a payment. `part` tells the refunds of one payment apart: each has another amount. */
export function newRefund(payment: Order, paymentId: string, part: number): Order {
  const amount = BigInt(part);
  const body = { amount: part };
  const key = `${payment.key}-refund-${part}`;
  return {
    key,
    path: `/v1/payments/${paymentId}/refunds`,
    body,
    amount,
    payer: payment.payer,
    kind: 'refund',
    answers: [],
  };
}

/** The last answer says how it ended. 202 is no end. */
export function isSettled({ answers }: Order): boolean {
  const status = answers.at(-1)?.status;
  return status === 201 || status === 402;
}

/** The payment that a success was answered for. */
export function succeededPayment({ kind, answers }: Order): string | undefined {
  return kind === 'refund' ? undefined : answers.find(({ status }) => status === 201)?.paymentId;
}
