import type { Movement } from '@polyrail/sandbox';
import { describe, expect, it } from 'vitest';
import { type Evidence, type FinalPayment, judge, type Verdict } from '../src/judge.ts';
import { type Answer, newCharge, newRefund, type Order } from '../src/order.ts';

const success: Answer = { askedAtMs: 1, answeredAtMs: 2, status: 201, paymentId: 'pay_1', code: undefined };
const decline: Answer = { ...success, status: 402, code: 'declined' };

const paid: Movement = {
  id: 'mv_1',
  kind: 'charge',
  operation: 'op_1',
  payment: 'ch_1',
  key: 'theirs',
  clientReference: undefined,
  amount: 1_000n,
  currency: 'EUR',
  debit: 'token:key',
  credit: 'merchant',
  at: 0,
};

const refunded: Movement = { ...paid, id: 'mv_2', kind: 'refund', amount: 7n, debit: 'merchant', credit: 'token:key' };

const succeeded: FinalPayment = { status: 'succeeded', providerReference: 'ch_1', refundedAmount: 0n, isOpen: false };

function ordered(...answers: readonly Answer[]): Order {
  return { ...newCharge('key'), answers: [...answers] };
}

/** A payment that was acknowledged, moved money once, and ended so. */
function verdictOn(change: Partial<Evidence>): Verdict {
  return judge({
    orders: [ordered(success)],
    movements: [paid],
    payment: () => succeeded,
    acknowledgedEvents: new Set(['evt_1']),
    storedEvents: new Set(['evt_1']),
    ...change,
  });
}

/** How much is wrong, by what it breaks. */
function counts({ lost, movedTwice, webhooksLost, untrue }: Verdict): readonly number[] {
  return [lost, movedTwice, webhooksLost, untrue].map((list) => list.length);
}

describe('the judge', () => {
  it('finds nothing wrong with a promise that was kept', () => {
    const refund: Order = { ...newRefund(ordered(success), 'pay_1', 7), answers: [{ ...success }] };
    const partly = { ...succeeded, status: 'partially_refunded', refundedAmount: 7n };
    const nothing = { ...succeeded, status: 'declined', providerReference: undefined };
    const review = { ...nothing, status: 'needs_review', isOpen: true };
    for (const change of [
      {},
      { orders: [ordered(success, { ...success, askedAtMs: 3 })] },
      { orders: [ordered(success, { ...success, askedAtMs: 3, status: 503, code: 'ledger_unavailable' })] },
      { orders: [ordered(success), refund], movements: [paid, refunded], payment: () => partly },
      { orders: [ordered(decline)], movements: [], payment: () => nothing },
      { orders: [ordered({ ...success, status: 202 })], payment: () => review },
    ])
      expect(counts(verdictOn(change))).toEqual([0, 0, 0, 0]);
  });

  it.each<[string, Partial<Evidence>, readonly number[]]>([
    ['an acknowledged payment that is gone', { payment: () => undefined }, [0, 0, 0, 1]],
    ['a success without a movement', { movements: [] }, [1, 0, 0, 1]],
    ['a success over another amount', { movements: [{ ...paid, amount: 1n }] }, [1, 0, 0, 0]],
    ['a decline although money moved', { orders: [ordered(decline)] }, [1, 0, 0, 0]],
    ['a success that became a decline', { orders: [ordered(success, { ...decline, askedAtMs: 3 })] }, [2, 0, 0, 0]],
    [
      'a success that is in flight again',
      { orders: [ordered(success, { ...success, askedAtMs: 3, status: 409 })] },
      [1, 0, 0, 0],
    ],
    [
      'two payments for one key',
      { orders: [ordered(success, { ...success, askedAtMs: 3, paymentId: 'pay_2' })] },
      [1, 0, 0, 0],
    ],
    ['two movements', { movements: [paid, { ...paid, id: 'mv_2', payment: 'ch_2' }] }, [0, 1, 0, 0]],
    ['a movement that nobody asked for', { movements: [paid, { ...paid, debit: 'token:stranger' }] }, [0, 1, 0, 0]],
    ['a webhook that is gone', { storedEvents: new Set() }, [0, 0, 1, 0]],
    [
      'a payment that is still open',
      { payment: () => ({ ...succeeded, status: 'unknown', isOpen: true }) },
      [0, 0, 0, 1],
    ],
    [
      'a payment that was given up although money moved',
      {
        orders: [ordered({ ...success, status: 202 })],
        payment: () => ({ ...succeeded, status: 'not_executed', providerReference: undefined }),
      },
      [0, 0, 0, 1],
    ],
    ['a refund that the book does not know', { payment: () => ({ ...succeeded, refundedAmount: 7n }) }, [0, 0, 0, 1]],
    ['a refund that the gateway does not know', { movements: [paid, refunded] }, [0, 0, 0, 1]],
  ])('sees %s', (_, change, wrong) => {
    expect(counts(verdictOn(change))).toEqual(wrong);
  });
});
