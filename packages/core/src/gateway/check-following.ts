import type { FollowingVerb } from '../model/command.ts';
import { compareMoney, equalMoney, type Money, subtractMoney } from '../model/money.ts';
import type { Payment, PaymentStatus } from '../model/payment.ts';
import type { Provider } from '../provider/provider.ts';
import type { Rejection } from '../resilience/attempt-result.ts';

const allowed: Readonly<Record<FollowingVerb, readonly PaymentStatus[]>> = {
  capture: ['authorized', 'partially_captured'],
  void: ['authorized'],
  refund: ['succeeded', 'partially_captured', 'partially_refunded'],
  recall: ['succeeded'],
};

/** The amount that a following command is about, or why the payment does not allow the command. Nothing is sent then. */
export function checkFollowing(
  provider: Provider,
  verb: FollowingVerb,
  payment: Payment,
  asked: Money | undefined,
): { readonly kind: 'allowed'; readonly amount: Money } | Rejection {
  if (provider.operations[verb] === undefined)
    return { kind: 'rejected', reason: 'unsupported', message: `${provider.id} has no ${verb}` };
  if (!allowed[verb].includes(payment.status))
    return {
      kind: 'rejected',
      reason: 'payment_state',
      message: `a payment that is ${payment.status} allows no ${verb}`,
    };
  const left = remaining(verb, payment);
  const amount = asked ?? left;
  if (amount.currency !== left.currency) return badAmount('currency_mismatch', `must be in ${left.currency}`);
  if (compareMoney(amount, left) > 0) return badAmount('too_large', `must be at most ${left.minorUnits} minor units`);
  const { partialCapture = false, partialRefund = false } = provider.capabilities;
  const partial = { capture: partialCapture, refund: partialRefund, void: false, recall: false }[verb];
  if (!partial && !equalMoney(amount, left))
    return badAmount('partial_unsupported', `must be the whole ${left.minorUnits} minor units`);
  return { kind: 'allowed', amount };
}

function remaining(verb: FollowingVerb, payment: Payment): Money {
  return verb === 'capture' || verb === 'void'
    ? subtractMoney(payment.amount, payment.captured)
    : subtractMoney(payment.captured, payment.refunded);
}

function badAmount(code: string, message: string): Rejection {
  const text = `amount ${message}`;
  return {
    kind: 'rejected',
    reason: 'invalid_command',
    message: text,
    issues: [{ path: 'amount', code, message: text }],
  };
}
