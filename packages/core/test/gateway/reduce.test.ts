import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFollowing } from '../../src/gateway/check-following.ts';
import { isOpen, type Reduction, reduce } from '../../src/gateway/reduce.ts';
import { isFollowingVerb, type MoneyVerb } from '../../src/model/command.ts';
import { compareMoney, money } from '../../src/model/money.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Payment } from '../../src/model/payment.ts';
import { judgeTransition, statusLattice } from '../../src/model/status-lattice.ts';
import type { OperationResult } from '../../src/provider/operation.ts';
import { seeded } from '../support/property.ts';
import { paymentOf } from '../support/records.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';

type Result = Outcome<OperationResult>;
const eur = (minorUnits: bigint) => money(minorUnits, 'EUR');
const ticket = { by: 'inquiry', providerKey: 'k', sentAtMs: 1 } as const;
const outcomes: Readonly<Record<Result['kind'], Result>> = {
  succeeded: { kind: 'succeeded', value: { providerReference: 'theirs', raw: { status: 'paid' } } },
  pending: { kind: 'pending', value: { providerReference: 'theirs' }, expect: 'poll' },
  action_required: { kind: 'action_required', action: { type: 'redirect', url: 'https://x.example' }, value: {} },
  declined: { kind: 'declined', reason: 'insufficient_funds', advice: 'later', raw: { code: '51' } },
  rejected: { kind: 'rejected', reason: 'provider_refused', message: 'no' },
  unknown: { kind: 'unknown', cause: 'timeout', message: '', ticket },
};

function paymentAfter(reduction: Reduction): Payment {
  if (reduction.kind !== 'payment') throw new Error(`no payment but ${reduction.kind}`);
  return reduction.payment;
}

const charge = { id: 'op_1', verb: 'charge', amount: eur(1_000n) } as const;

describe('the outcome of an opening operation', () => {
  it.each([
    ['charge', 'succeeded', { status: 'succeeded', captured: eur(1_000n), providerReference: 'theirs' }],
    ['transfer', 'succeeded', { status: 'succeeded', captured: eur(1_000n) }],
    ['authorize', 'succeeded', { status: 'authorized', captured: eur(0n) }],
    ['charge', 'pending', { status: 'pending', captured: eur(0n), openOperation: 'op_1', providerReference: 'theirs' }],
    ['charge', 'action_required', { status: 'action_required', openOperation: 'op_1', action: { type: 'redirect' } }],
    ['charge', 'declined', { status: 'declined', decline: { reason: 'insufficient_funds', advice: 'later' } }],
    ['charge', 'rejected', { status: 'not_executed', captured: eur(0n) }],
    ['charge', 'unknown', { status: 'unknown', captured: eur(0n), openOperation: 'op_1' }],
  ] as const)('%s %s', (verb, kind, expected) => {
    const after = paymentAfter(reduce(paymentOf(), { ...charge, verb }, outcomes[kind], 2_000));
    expect(after).toMatchObject({ ...expected, version: 2, updatedAtMs: 2_000, createdAtMs: 1_000 });
    expect(after.openOperation).toBe(isOpen(outcomes[kind]) ? 'op_1' : undefined);
  });

  it('keeps the provider’s id while later answers do not name it', () => {
    const pending = paymentAfter(reduce(paymentOf(), charge, outcomes.pending, 2));
    expect(paymentAfter(reduce(pending, charge, outcomes.declined, 3)).providerReference).toBe('theirs');
    expect(paymentAfter(reduce(pending, charge, outcomes.action_required, 3)).providerReference).toBe('theirs');
  });

  it('contradicts a payment that ended otherwise', () => {
    const declined = paymentOf({ status: 'declined' });
    expect(reduce(declined, charge, outcomes.succeeded, 2)).toEqual({
      kind: 'conflict',
      message: 'charge says succeeded, but the payment is declined',
    });
    expect(reduce(paymentOf({ status: 'succeeded' }), charge, outcomes.declined, 2).kind).toBe('conflict');
    expect(reduce(paymentOf({ status: 'not_executed' }), charge, outcomes.succeeded, 2).kind).toBe('conflict');
  });

  it('is old news for a payment that has gone on', () => {
    for (const status of ['partially_refunded', 'refunded'] as const)
      expect(reduce(paymentOf({ status }), charge, outcomes.succeeded, 2)).toEqual({ kind: 'stale' });
    expect(reduce(paymentOf({ status: 'succeeded' }), charge, outcomes.pending, 2)).toEqual({ kind: 'stale' });
    expect(reduce(paymentOf({ status: 'succeeded' }), charge, outcomes.unknown, 2)).toEqual({ kind: 'stale' });
  });
});

describe('the outcome of a following operation', () => {
  const authorized = paymentOf({ status: 'authorized' });
  const captured = paymentOf({ status: 'succeeded', captured: eur(1_000n) });

  it.each([
    ['capture', authorized, 1_000n, { status: 'succeeded', captured: eur(1_000n) }],
    ['capture', authorized, 400n, { status: 'partially_captured', captured: eur(400n), captureReference: 'theirs' }],
    ['void', authorized, 1_000n, { status: 'voided', captured: eur(0n) }],
    ['refund', captured, 400n, { status: 'partially_refunded', refunded: eur(400n) }],
    ['refund', captured, 1_000n, { status: 'refunded', refunded: eur(1_000n) }],
    ['recall', captured, 1_000n, { status: 'refunded', refunded: eur(1_000n) }],
  ] as const)('%s that succeeded', (verb, payment, minorUnits, expected) => {
    const operation = { id: 'op_2', verb, amount: eur(minorUnits) };
    expect(paymentAfter(reduce(payment, operation, outcomes.succeeded, 2))).toMatchObject(expected);
  });

  it.each(Object.values(outcomes).filter(({ kind }) => kind !== 'succeeded'))(
    'leaves the payment as it is when it is $kind',
    (outcome) => {
      const after = paymentAfter(reduce(captured, { id: 'op_2', verb: 'refund', amount: eur(1n) }, outcome, 2));
      const { status, captured: taken, refunded, openOperation } = after;
      expect({ status, taken, refunded }).toEqual({ status: 'succeeded', taken: eur(1_000n), refunded: eur(0n) });
      expect(openOperation).toBe(isOpen(outcome) ? 'op_2' : undefined);
    },
  );
});

const anyOutcome = fc.constantFrom(...Object.values(outcomes));
const anyStep = fc.record({
  verb: fc.constantFrom<MoneyVerb>('authorize', 'charge', 'capture', 'void', 'refund'),
  minorUnits: fc.bigInt({ min: 1n, max: 1_200n }),
  outcome: anyOutcome,
  again: fc.boolean(),
});

describe('whatever comes in whatever order', () => {
  it('a payment only moves forward, and refunded ≤ captured ≤ amount', () => {
    const provider = scriptedProvider();
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom('authorize', 'charge'), fc.array(anyStep, { maxLength: 30 }), (opening, steps) => {
        let payment = paymentOf({ verb: opening });
        const opened = { id: 'op_1', verb: opening, amount: payment.amount };
        for (const { verb, minorUnits, outcome, again } of steps) {
          const following = isFollowingVerb(verb)
            ? checkFollowing(provider, verb, payment, again ? undefined : eur(minorUnits))
            : undefined;
          // Late and repeated news of the opening operation come in between.
          const operation = following?.kind === 'allowed' ? { id: 'op_2', verb, amount: following.amount } : opened;
          const reduction = reduce(payment, operation, outcome, payment.updatedAtMs + 1);
          if (reduction.kind !== 'payment') continue;
          const next = reduction.payment;
          expect(next.status === payment.status || judgeTransition(payment.status, next.status) === 'advance').toBe(
            true,
          );
          expect(compareMoney(next.refunded, next.captured)).toBeLessThanOrEqual(0);
          expect(compareMoney(next.captured, next.amount)).toBeLessThanOrEqual(0);
          expect(compareMoney(next.captured, payment.captured)).toBeGreaterThanOrEqual(0);
          expect(compareMoney(next.refunded, payment.refunded)).toBeGreaterThanOrEqual(0);
          expect(next.version).toBe(payment.version + 1);
          payment = next;
          reached.add(payment.status);
        }
      }),
      { ...seeded, numRuns: 2_000 },
    );
    // A property that reaches nothing shows nothing.
    const never = ['processing', 'needs_review'];
    expect([...reached].sort()).toEqual(
      Object.keys(statusLattice)
        .filter((status) => !never.includes(status))
        .sort(),
    );
  });

  it('the same payment and outcome always give the same result', () => {
    fc.assert(
      fc.property(anyOutcome, (outcome) => {
        const payment = Object.freeze(paymentOf());
        expect(reduce(payment, charge, outcome, 5)).toEqual(reduce(payment, charge, outcome, 5));
      }),
      seeded,
    );
  });
});
