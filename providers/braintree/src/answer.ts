import { jsonField, textField } from '@polyrail/adapter-graphql';
import {
  type DeclineReason,
  type Decoded,
  type InquiryCommand,
  isCurrencyCode,
  type MoneyVerb,
  type OperationResult,
  parseMoney,
} from '@polyrail/core/provider';

const taken = ['SUBMITTED_FOR_SETTLEMENT', 'SETTLING', 'SETTLED', 'SETTLEMENT_PENDING', 'SETTLEMENT_CONFIRMED'];

/** The statuses that say that a verb was executed. A status that no list has may still become one: it is pending. */
const executed: Readonly<Record<MoneyVerb, readonly string[]>> = {
  authorize: ['AUTHORIZED', ...taken],
  charge: taken,
  capture: taken,
  refund: taken,
  void: ['VOIDED'],
  transfer: [],
  requestPayment: [],
  recall: [],
};

/** Processor response codes. @see https://developer.paypal.com/braintree/docs/reference/general/processor-responses/authorization-responses */
const processorCodes = new Map<string, DeclineReason>([
  ['2001', 'insufficient_funds'],
  ['2002', 'limit_exceeded'],
  ['2003', 'limit_exceeded'],
  ['2004', 'expired_instrument'],
  ['2005', 'invalid_account'],
  ['2012', 'lost_or_stolen'],
  ['2013', 'lost_or_stolen'],
  ['2014', 'suspected_fraud'],
  ['2015', 'not_permitted'],
  ['3000', 'issuer_unavailable'],
]);

const gatewayReasons = new Map<string, DeclineReason>([
  ['DUPLICATE', 'duplicate'],
  ['FRAUD', 'suspected_fraud'],
  ['RISK_THRESHOLD', 'suspected_fraud'],
]);

type Answer = Decoded<OperationResult>;

/** Reads a transaction or a refund. `undefined`: it has no id, and the errors decide. */
export function decode(payment: unknown, verb: MoneyVerb, key: string): Answer | undefined {
  const providerReference = textField(payment, 'id');
  if (providerReference === undefined) return undefined;
  const status = textField(payment, 'status') ?? '';
  const event = jsonField(payment, 'statusHistory', 0);
  switch (status) {
    case 'PROCESSOR_DECLINED':
    case 'SETTLEMENT_DECLINED':
    case 'FAILED':
      return declined(status, event);
    case 'GATEWAY_REJECTED':
      return rejectedByGateway(event, verb, key);
    default:
      return standing(payment, providerReference, status, verb);
  }
}

function standing(payment: unknown, providerReference: string, status: string, verb: MoneyVerb): Answer {
  const amount = verb === 'void' ? undefined : amountOf(jsonField(payment, 'amount'));
  // A transaction keeps the reference that opened it, whatever followed.
  const reference = verb === 'capture' || verb === 'void' ? undefined : textField(payment, 'orderId');
  const value = { providerReference, ...(amount && { amount }), ...(reference && { reference }), raw: { status } };
  const isWhole = verb === 'void' || amount !== undefined;
  return isWhole && executed[verb].includes(status)
    ? { kind: 'succeeded', value }
    : { kind: 'pending', value, expect: 'poll' };
}

function declined(status: string, event: unknown): Answer {
  const code = textField(event, 'processorResponse', 'legacyCode');
  const otherwise = status === 'FAILED' ? 'system_error' : 'do_not_honour';
  const reason = processorCodes.get(code ?? '') ?? otherwise;
  return { kind: 'declined', reason, raw: { status, ...(code !== undefined && { code }) } };
}

/** A repeat of our own operation is refused with the original: then that says what happened. */
function rejectedByGateway(event: unknown, verb: MoneyVerb, key: string): Answer | undefined {
  const code = textField(event, 'gatewayRejectionReason') ?? 'UNKNOWN';
  const original = jsonField(event, 'duplicateOf');
  if (code === 'DUPLICATE' && textField(original, 'orderId') === key) return decode(original, verb, key);
  const reason = gatewayReasons.get(code) ?? 'do_not_honour';
  return { kind: 'declined', reason, raw: { status: 'GATEWAY_REJECTED', code } };
}

/** Reads what Braintree knows of an operation. What moved money outweighs what was refused beside it. */
export function decodeInquiry(
  data: unknown,
  { verb, idempotencyKey }: InquiryCommand,
): Answer | { readonly kind: 'not_found' } | undefined {
  if (verb === 'capture' || verb === 'void') return decodeFollowing(jsonField(data, 'node'), verb, idempotencyKey);
  const edges = jsonField(data, 'search', 'payments', 'edges');
  if (!Array.isArray(edges)) return undefined;
  const other = verb === 'refund' ? 'Transaction' : 'Refund';
  const answers = edges
    .map((edge: unknown) => jsonField(edge, 'node'))
    .filter((node) => textField(node, '__typename') !== other)
    .map((node) => decode(node, verb, idempotencyKey));
  const moved =
    answers.find((answer) => answer?.kind === 'succeeded') ?? answers.find((answer) => answer?.kind === 'pending');
  if (moved !== undefined || answers.includes(undefined)) return moved;
  return answers[0] ?? { kind: 'not_found' };
}

/** A transaction that only stands authorized was neither captured nor reversed. */
function decodeFollowing(node: unknown, verb: MoneyVerb, key: string) {
  return textField(node, 'status') === 'AUTHORIZED' ? ({ kind: 'not_found' } as const) : decode(node, verb, key);
}

function amountOf(amount: unknown) {
  const [value, currency] = [textField(amount, 'value'), textField(amount, 'currencyCode')];
  if (value === undefined || currency === undefined || !isCurrencyCode(currency)) return undefined;
  return /^\d{1,15}(\.\d{2,3})?$/.test(value) ? parseMoney(value, currency) : undefined;
}
