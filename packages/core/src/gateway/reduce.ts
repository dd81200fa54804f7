import { isFollowingVerb, type MoneyVerb } from '../model/command.ts';
import { addMoney, equalMoney, type Money } from '../model/money.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import { judgeTransition } from '../model/status-lattice.ts';
import type { OperationResult } from '../provider/operation.ts';

/** The operation that an outcome belongs to. */
export interface ReducedOperation {
  readonly id: string;
  readonly verb: MoneyVerb;
  readonly amount: Money;
}

/** The payment after an outcome, or why there is none: it is older news, or contradicts what is known. */
export type Reduction =
  | { readonly kind: 'payment'; readonly payment: Payment }
  | { readonly kind: 'stale' }
  | { readonly kind: 'conflict'; readonly message: string };

/**
 * The one place where an outcome changes a payment, whether it came as a response, by an inquiry or as a notification.
 * Pure: the same payment and outcome always give the same result.
 */
export function reduce(
  payment: Payment,
  operation: ReducedOperation,
  outcome: Outcome<OperationResult>,
  nowMs: number,
): Reduction {
  const change = isFollowingVerb(operation.verb)
    ? followed(payment, operation, outcome)
    : opened(payment, operation, outcome);
  const status = change.status ?? payment.status;
  const transition = judgeTransition(payment.status, status);
  if (transition === 'stale' && status !== payment.status) return { kind: 'stale' };
  if (transition === 'conflict')
    return { kind: 'conflict', message: `${operation.verb} says ${status}, but the payment is ${payment.status}` };
  const openOperation = isOpen(outcome) ? operation.id : undefined;
  const version = payment.version + 1;
  return { kind: 'payment', payment: { ...payment, ...change, status, openOperation, version, updatedAtMs: nowMs } };
}

/** True while the outcome of an operation is not final. */
export function isOpen(outcome: Outcome<OperationResult>): boolean {
  return outcome.kind === 'unknown' || outcome.kind === 'pending' || outcome.kind === 'action_required';
}

type Change = Partial<Omit<Payment, 'openOperation'>>;

function opened(payment: Payment, operation: ReducedOperation, outcome: Outcome<OperationResult>): Change {
  switch (outcome.kind) {
    case 'succeeded': {
      const { providerReference, raw } = outcome.value;
      const authorized = operation.verb === 'authorize';
      const captured = authorized ? payment.captured : payment.amount;
      return { status: authorized ? 'authorized' : 'succeeded', captured, providerReference, raw };
    }
    case 'pending':
      return { status: 'pending', ...providerFacts(payment, outcome.value) };
    case 'action_required':
      return { status: 'action_required', action: outcome.action, ...providerFacts(payment, outcome.value) };
    case 'declined':
      return { status: 'declined', decline: { reason: outcome.reason, advice: outcome.advice }, raw: outcome.raw };
    case 'rejected':
      return { status: 'not_executed', raw: outcome.raw };
    case 'unknown':
      return { status: 'unknown', raw: outcome.raw };
  }
}

function followed(payment: Payment, { verb, amount }: ReducedOperation, outcome: Outcome<OperationResult>): Change {
  if (outcome.kind !== 'succeeded') return {};
  switch (verb) {
    case 'capture': {
      const captured = addMoney(payment.captured, amount);
      const { providerReference: captureReference } = outcome.value;
      const status = equalMoney(captured, payment.amount) ? 'succeeded' : 'partially_captured';
      return { captured, captureReference, status };
    }
    case 'void':
      return { status: 'voided' };
    case 'refund':
    case 'recall': {
      const refunded = addMoney(payment.refunded, amount);
      return { refunded, status: equalMoney(refunded, payment.captured) ? 'refunded' : 'partially_refunded' };
    }
    default:
      return {};
  }
}

/** An answer that leaves something out does not take back what an earlier one said. */
function providerFacts(payment: Payment, { providerReference, raw }: Partial<OperationResult>): Change {
  return { providerReference: providerReference ?? payment.providerReference, raw: raw ?? payment.raw };
}
