import { money, type Payment, parsePaymentId } from '@polyrail/core';
import type { Movement } from '@polyrail/sandbox';
import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { judgeTransfers } from '../../src/iso20022/judge-transfers.ts';
import { type TransferOrder, tell, transferOrders } from '../../src/iso20022/transfer-order.ts';

const orders = transferOrders('fednow', 1, seededRandom(1));
const [order] = orders;
if (order === undefined) throw new Error('there is one');
const { amount } = order.command;

function movement(change: Partial<Movement> = {}): Movement {
  return {
    id: 'mv_1',
    kind: 'transfer',
    operation: 'op',
    payment: 'pay',
    key: undefined,
    clientReference: undefined,
    amount: amount.minorUnits,
    currency: amount.currency,
    debit: order?.payer ?? '',
    credit: 'account:acc_payee',
    at: 0,
    ...change,
  };
}

function payment(change: Partial<Payment> = {}): Payment {
  const id = parsePaymentId(`pay_${'0'.repeat(32)}`);
  if (id === undefined) throw new Error('this is an id');
  return {
    id,
    tenant: 'default',
    verb: 'transfer',
    status: 'succeeded',
    amount,
    captured: amount,
    refunded: money(0n, amount.currency),
    reference: 'Invoice 0',
    provider: 'sandbox-iso20022',
    protocol: 'iso20022',
    version: 1,
    createdAtMs: 0,
    updatedAtMs: 0,
    ...change,
  };
}

const declined = payment({ status: 'declined', captured: money(0n, amount.currency) });

function judged(movements: readonly Movement[], payments: readonly Payment[], of: readonly TransferOrder[] = orders) {
  const { ends, ...lists } = judgeTransfers({ orders: of, movements, payments: () => payments });
  return Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [] : [name]));
}

describe('judgeTransfers', () => {
  it.each([
    ['succeeded, one movement', [movement()], [payment()]],
    ['declined, none', [], [declined]],
    ['with a person', [movement()], [payment({ status: 'needs_review', openOperation: 'op' })]],
    ['not executed, then again', [movement()], [payment({ status: 'not_executed' }), payment()]],
  ])('finds nothing wrong: %s', (_, movements, payments) => {
    expect(judged(movements, payments)).toEqual([]);
  });

  it.each([
    ['two credits', [movement(), movement()], [payment()], ['doubled']],
    ['a payment that nobody knows', [], [], ['lost']],
    ['success without a movement', [], [payment()], ['untrue']],
    ['a decline with one', [movement()], [declined], ['untrue']],
    ['another amount', [movement({ amount: 1n })], [payment()], ['untrue']],
    ['another currency', [movement({ currency: 'EUR' })], [payment()], ['untrue']],
    ['a movement of nobody', [movement(), movement({ debit: 'account:other' })], [payment()], ['untrue']],
    ['two payments', [movement()], [payment(), payment()], ['untrue']],
    ['an open payment', [], [payment({ status: 'pending', openOperation: 'op' })], ['open']],
    ['an open operation', [movement()], [payment({ openOperation: 'op' })], ['open']],
  ])('finds %s', (_, movements, payments, wrong) => {
    expect(judged(movements, payments)).toEqual(wrong);
  });

  it('holds what a customer was told against the end', () => {
    const [told] = transferOrders('fednow', 1, seededRandom(1));
    if (told === undefined) throw new Error('there is one');
    const receipt = { outcome: { kind: 'succeeded', value: { providerReference: 'x' } }, replayed: false } as const;
    expect(tell(told, receipt)).toBeUndefined();
    expect(judged([], [declined], [told])).toEqual(['untrue']);
    const refused = { kind: 'declined', reason: 'do_not_honour', advice: 'never' } as const;
    expect(tell(told, { outcome: refused, replayed: true })).toMatch(/succeeded, then declined/);
  });
});
