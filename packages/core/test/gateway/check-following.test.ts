import { describe, expect, it } from 'vitest';
import { checkFollowing } from '../../src/gateway/check-following.ts';
import type { FollowingVerb } from '../../src/model/command.ts';
import { money } from '../../src/model/money.ts';
import type { PaymentStatus } from '../../src/model/payment.ts';
import { statusLattice } from '../../src/model/status-lattice.ts';
import { paymentOf } from '../support/records.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';

const eur = (minorUnits: bigint) => money(minorUnits, 'EUR');
const provider = scriptedProvider();
const allowed: Readonly<Record<Exclude<FollowingVerb, 'recall'>, readonly string[]>> = {
  capture: ['authorized', 'partially_captured'],
  void: ['authorized'],
  refund: ['partially_captured', 'partially_refunded', 'succeeded'],
};

describe('a command about a payment', () => {
  it.each(Object.entries(allowed))('%s is allowed in %j and nowhere else', (verb, statuses) => {
    for (const status of Object.keys(statusLattice)) {
      const payment = { ...paymentOf({ captured: eur(500n) }), status };
      const answer: ReturnType<typeof checkFollowing> = Reflect.apply(checkFollowing, undefined, [
        provider,
        verb,
        payment,
        undefined,
      ]);
      if (statuses.includes(status)) expect(answer.kind).toBe('allowed');
      else expect(answer).toMatchObject({ kind: 'rejected', reason: 'payment_state' });
    }
  });

  it('is refused where the provider lacks the verb', () => {
    expect(checkFollowing(provider, 'recall', paymentOf({ status: 'succeeded' }), undefined)).toMatchObject({
      kind: 'rejected',
      reason: 'unsupported',
    });
  });

  it.each([
    ['capture', 'authorized', 0n, 0n, 1_000n],
    ['capture', 'partially_captured', 300n, 0n, 700n],
    ['void', 'authorized', 0n, 0n, 1_000n],
    ['refund', 'succeeded', 1_000n, 0n, 1_000n],
    ['refund', 'partially_refunded', 1_000n, 400n, 600n],
    ['refund', 'partially_captured', 300n, 0n, 300n],
  ] as const)('%s of a payment that is %s is about all that is left', (verb, status, captured, refunded, left) => {
    const payment = paymentOf({ status, captured: eur(captured), refunded: eur(refunded) });
    expect(checkFollowing(provider, verb, payment, undefined)).toEqual({ kind: 'allowed', amount: eur(left) });
    expect(checkFollowing(provider, verb, payment, eur(left))).toEqual({ kind: 'allowed', amount: eur(left) });
    expect(checkFollowing(provider, verb, payment, eur(left + 1n))).toMatchObject({
      reason: 'invalid_command',
      issues: [{ path: 'amount', code: 'too_large' }],
    });
  });

  it('is in the currency of the payment', () => {
    const payment = paymentOf({ status: 'succeeded', captured: eur(1_000n) });
    expect(checkFollowing(provider, 'refund', payment, money(1n, 'USD'))).toMatchObject({
      issues: [{ path: 'amount', code: 'currency_mismatch' }],
    });
  });

  it.each([
    ['capture', 'partialCapture', 'authorized', 0n],
    ['refund', 'partialRefund', 'succeeded', 1_000n],
  ] as const)('%s of a part needs a provider that can', (verb, capability, status, captured) => {
    const unable = scriptedProvider({ capabilities: { [capability]: false } });
    const payment = paymentOf({ status, captured: eur(captured) });
    expect(checkFollowing(provider, verb, payment, eur(1n))).toMatchObject({ kind: 'allowed' });
    expect(checkFollowing(unable, verb, payment, eur(1n))).toMatchObject({
      issues: [{ code: 'partial_unsupported' }],
    });
    expect(checkFollowing(unable, verb, payment, eur(1_000n))).toMatchObject({ kind: 'allowed' });
  });

  it('never cancels a part', () => {
    const status: PaymentStatus = 'authorized';
    expect(checkFollowing(provider, 'void', paymentOf({ status }), eur(1n))).toMatchObject({
      issues: [{ code: 'partial_unsupported' }],
    });
  });
});
