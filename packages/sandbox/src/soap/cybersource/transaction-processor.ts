import type { Acquirer } from '../../acquirer/acquirer.ts';
import type { Command } from '../../acquirer/command.ts';
import type { Execution } from '../../acquirer/execution.ts';
import type { SandboxClock } from '../../clock.ts';
import { minorUnitsOf } from '../../decimal-amount.ts';
import type { Order } from './order.ts';
import {
  ACCEPTED,
  INVALID,
  MISSING,
  REPEATED,
  reasonOfDecline,
  replyOf,
  SYSTEM_FAILURE,
  UNDER_REVIEW,
  type Verdict,
} from './reply.ts';
import { type Transaction, Transactions } from './transactions.ts';

/** Captures and credits are submitted after so long; before it they can be voided. */
const VOIDABLE_MS = 24 * 3_600_000;

type Late = (ms: number) => void;

/** Runs the services of cards on the acquirer, and remembers what later requests can name. */
export class TransactionProcessor {
  readonly #acquirer: Acquirer;
  readonly #clock: SandboxClock;
  readonly #transactions = new Transactions();
  #requests = 0;

  constructor(acquirer: Acquirer, clock: SandboxClock) {
    this.#acquirer = acquirer;
    this.#clock = clock;
  }

  /** The fields of a replyMessage. `late` holds it back. */
  run(order: Order, late: Late): object {
    this.#requests += 1;
    const now = this.#clock.now();
    const requestID = `${now}${String(this.#requests).padStart(9, '0')}`;
    return replyOf(order, requestID, this.#decide(order, requestID, late), now);
  }

  reset(): void {
    this.#transactions.reset();
  }

  #decide(order: Order, requestID: string, late: Late): Verdict {
    const { merchantReferenceCode: reference, merchantTransactionIdentifier: identifier, services } = order;
    if (reference === '') return { reason: MISSING, field: 'merchantReferenceCode' };
    const [service] = services;
    const isUndoing = service === 'voidService' || service === 'ccAuthReversalService';
    if (isUndoing && order.requestID === '') return this.#undo(order, this.#transactions.byIdentifier(identifier));
    const isNew = this.#transactions.claim(identifier, reference, service === 'ccAuthService', this.#clock.now());
    if (!isNew) return { reason: REPEATED };
    switch (service) {
      case undefined:
        return { reason: MISSING, field: 'ccAuthService' };
      case 'ccAuthService':
        return this.#authorize(order, requestID, late);
      case 'ccCaptureService':
      case 'ccCreditService':
        return this.#follow(order, service, requestID, late);
      default:
        return this.#undo(order, this.#transactions.byRequest(order.requestID));
    }
  }

  #authorize(order: Order, requestID: string, late: Late): Verdict {
    const { currency, subscriptionID, comments, services, merchantReferenceCode: clientReference } = order;
    if (subscriptionID === '') return { reason: MISSING, field: 'recurringSubscriptionInfo/subscriptionID' };
    const amount = minorUnitsOf(order.grandTotalAmount, currency);
    if (amount === undefined) return { reason: INVALID, field: 'purchaseTotals/grandTotalAmount' };
    const capture = services.includes('ccCaptureService');
    const reference = comments === '' ? undefined : comments;
    const payer = `token:${subscriptionID}`;
    const command: Command = { kind: 'charge', amount, currency, payer, capture, reference, clientReference };
    const kind = capture ? 'sale' : 'authorization';
    return this.#execute(order, command, { requestID, kind, amount, currency }, late);
  }

  /** A capture of an authorization, or a credit for what was captured: each names the request that did it. */
  #follow(order: Order, service: 'ccCaptureService' | 'ccCreditService', requestID: string, late: Late): Verdict {
    const isCapture = service === 'ccCaptureService';
    const earlier = this.#transactions.byRequest(order.requestID);
    const kinds = isCapture ? ['authorization'] : ['sale', 'capture'];
    if (earlier === undefined || !kinds.includes(earlier.kind))
      return { reason: INVALID, field: `${service}/${isCapture ? 'authRequestID' : 'captureRequestID'}` };
    if (earlier.isUndone) return { reason: isCapture ? 243 : 247 };
    const { payment: paymentId, currency } = earlier;
    const amount = minorUnitsOf(order.grandTotalAmount, currency);
    if (amount === undefined || order.currency !== currency)
      return { reason: INVALID, field: 'purchaseTotals/grandTotalAmount' };
    const on = { paymentId, amount, clientReference: order.merchantReferenceCode };
    const command: Command = isCapture
      ? { kind: 'capture', ...on }
      : { kind: 'refund', of: 'charge', reference: undefined, ...on };
    return this.#execute(order, command, { requestID, kind: isCapture ? 'capture' : 'credit', amount, currency }, late);
  }

  #execute(
    { merchantTransactionIdentifier: identifier, merchantReferenceCode: reference }: Order,
    command: Command,
    facts: Pick<Transaction, 'requestID' | 'kind' | 'amount' | 'currency'>,
    late: Late,
  ): Verdict {
    const execution = this.#acquirer.execute(command, undefined, false);
    const reason = reasonOf(execution);
    if (execution.kind !== 'executed' || execution.answer.kind !== 'accepted') return { reason };
    late(execution.lateMs);
    const { operation, answer } = execution;
    const { resource } = answer;
    const names = {
      operation,
      resource: resource.id,
      payment: resource.kind === 'refund' ? resource.paymentId : resource.id,
    };
    this.#transactions.keep({ ...facts, ...names, identifier, reference, at: this.#clock.now(), isUndone: false });
    return { reason, amount: facts.amount, currency: facts.currency };
  }

  /** Undoes an earlier transaction, whether its request names it or its identifier. */
  #undo({ services, requestID }: Order, earlier: Transaction | undefined): Verdict {
    const [service] = services;
    if (earlier === undefined)
      return { reason: INVALID, field: requestID === '' ? 'merchantTransactionIdentifier' : `${service}` };
    const reason = service === 'voidService' ? this.#takeBack(earlier) : this.#release(earlier);
    if (reason !== ACCEPTED) return { reason };
    this.#transactions.undo(earlier);
    return { reason, amount: earlier.amount, currency: earlier.currency };
  }

  /** 246: it was submitted already, was voided before, or is nothing that can be voided. */
  #takeBack({ kind, operation, resource, at, isUndone }: Transaction): number {
    const isVoidable = !isUndone && this.#clock.now() - at < VOIDABLE_MS;
    return isVoidable && this.#acquirer.reverse(operation, kind === 'credit' ? resource : undefined) ? ACCEPTED : 246;
  }

  /** 237: it was reversed before. 243: it was captured, or is no authorization. */
  #release({ kind, payment: paymentId, reference, isUndone }: Transaction): number {
    if (kind !== 'authorization') return 243;
    if (isUndone) return 237;
    return reasonOf(this.#acquirer.execute({ kind: 'void', paymentId, clientReference: reference }, undefined, false));
  }
}

function reasonOf(execution: Execution): number {
  if (execution.kind !== 'executed') return SYSTEM_FAILURE;
  const { answer } = execution;
  switch (answer.kind) {
    case 'accepted':
      return answer.resource.status === 'pending' ? UNDER_REVIEW : ACCEPTED;
    case 'declined':
      return reasonOfDecline(answer.code);
    case 'failed':
      return SYSTEM_FAILURE;
    case 'refused':
      return { not_found: 241, amount_too_large: 235, not_capturable: 242, not_voidable: 243, not_refundable: INVALID }[
        answer.reason
      ];
  }
}
