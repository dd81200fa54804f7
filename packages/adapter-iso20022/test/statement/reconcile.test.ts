import { type Money, money } from '@polyrail/core/provider';
import { expect, it } from 'vitest';
import { type ExpectedPayment, reconcile } from '../../src/statement/reconcile.ts';
import type { EntryReferences, StatementEntry } from '../../src/statement/statement-entry.ts';

const uetr = '8a562c67-ca16-48ba-b074-65581be6f011';

function payment(id: string, more: Partial<ExpectedPayment>): ExpectedPayment {
  return { id, amount: money(100n, 'EUR'), direction: 'debit', ...more };
}

function entry(
  references: EntryReferences,
  { amount = money(100n, 'EUR'), ...more }: Partial<StatementEntry> & { amount?: Money | undefined } = {},
): StatementEntry {
  return {
    amount,
    amountAsWritten: { Ccy: 'EUR', value: '1.00' },
    direction: 'debit',
    status: 'booked',
    isReversal: false,
    transactions: [{ amount, direction: more.direction ?? 'debit', references }],
    ...more,
  };
}

function summaryOf(entries: readonly StatementEntry[], payments: readonly ExpectedPayment[]): object {
  const result = reconcile(entries, payments);
  const ids = (list: readonly { readonly payment: ExpectedPayment }[]): readonly string[] =>
    list.map((one) => one.payment.id);
  return {
    matched: ids(result.matched),
    mismatched: ids(result.mismatched),
    duplicates: ids(result.duplicates),
    reversals: ids(result.reversals),
    ambiguous: result.ambiguous.length,
    strange: result.unmatchedTransactions.length,
    missing: result.unmatchedPayments.map(({ id }) => id),
  };
}

const nothing = { matched: [], mismatched: [], duplicates: [], reversals: [], ambiguous: 0, strange: 0, missing: [] };

it('finds a payment by its UETR, by message and transaction, or by message and instruction', () => {
  const payments = [
    payment('a', { uetr }),
    payment('b', { messageId: 'M', transactionId: 'T' }),
    payment('c', { messageId: 'M', instructionId: 'I' }),
  ];
  const entries = [
    entry({ uetr, endToEndId: 'X' }),
    entry({ messageId: 'M', transactionId: 'T' }),
    entry({ messageId: 'M', instructionId: 'I' }),
  ];
  expect(summaryOf(entries, payments)).toEqual({ ...nothing, matched: ['a', 'b', 'c'] });
});

it('never takes the EndToEndId, or half of a key, for a payment', () => {
  const payments = [payment('a', { uetr, messageId: 'M 1', transactionId: 'T' })];
  const entries = [
    entry({ endToEndId: uetr }),
    entry({ messageId: 'M 1' }),
    entry({ transactionId: 'T' }),
    entry({ messageId: 'M', transactionId: '1 T' }),
    entry({ messageId: 'M 1', instructionId: 'T' }),
  ];
  expect(summaryOf(entries, payments)).toEqual({ ...nothing, strange: 5, missing: ['a'] });
});

it('tells another amount, currency or direction from a match', () => {
  const entries = [
    entry({ uetr }, { amount: money(101n, 'EUR') }),
    entry({ messageId: 'M', transactionId: 'T' }, { amount: money(100n, 'USD') }),
    entry({ messageId: 'M', instructionId: 'I' }, { direction: 'credit' }),
  ];
  const payments = [
    payment('a', { uetr }),
    payment('b', { messageId: 'M', transactionId: 'T' }),
    payment('c', { messageId: 'M', instructionId: 'I' }),
  ];
  expect(summaryOf(entries, payments)).toEqual({ ...nothing, mismatched: ['a', 'b', 'c'] });
});

it('finds what was booked twice, taken back, or not booked', () => {
  const entries = [
    entry({ uetr }, { status: 'pending' }),
    entry({ uetr }),
    entry({ uetr }),
    entry({ uetr }, { isReversal: true, direction: 'credit' }),
  ];
  const payments = [payment('a', { uetr }), payment('b', { messageId: 'M', transactionId: 'T' })];
  expect(summaryOf(entries, payments)).toEqual({
    ...nothing,
    matched: ['a'],
    duplicates: ['a'],
    reversals: ['a'],
    missing: ['b'],
  });
});

it('decides nothing where references name two payments', () => {
  const payments = [payment('a', { uetr }), payment('b', { messageId: 'M', transactionId: 'T' })];
  const entries = [entry({ uetr, messageId: 'M', transactionId: 'T' })];
  expect(summaryOf(entries, payments)).toEqual({ ...nothing, ambiguous: 1, missing: ['a', 'b'] });
  expect(summaryOf([entry({ uetr })], [payment('a', { uetr }), payment('b', { uetr })])).toMatchObject({
    ambiguous: 1,
  });
});
