import { jsonField, moneyField, textField } from '@polyrail/adapter-graphql';
import type {
  DeclineReason,
  Decoded,
  InquiryCommand,
  MoneyVerb,
  OperationResult,
  OriginalPayment,
} from '@polyrail/core/provider';

const taken = ['SUBMITTED_FOR_SETTLEMENT', 'SETTLING', 'SETTLED', 'SETTLEMENT_PENDING', 'SETTLEMENT_CONFIRMED'];
const refused = ['PROCESSOR_DECLINED', 'SETTLEMENT_DECLINED', 'FAILED', 'GATEWAY_REJECTED'];

/** The statuses that say that a verb was executed. A status that no list has may still become one: it is pending. */
const executed: Readonly<Partial<Record<MoneyVerb, readonly string[]>>> = {
  authorize: ['AUTHORIZED', ...taken],
  charge: taken,
  capture: taken,
  refund: taken,
  void: ['VOIDED'],
};

/** Processor response codes, the gateway's own reasons, and what a status alone says. @see https://developer.paypal.com/braintree/docs/reference/general/processor-responses/authorization-responses */
const reasons: ReadonlyMap<string, DeclineReason> = new Map([
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
  ['DUPLICATE', 'duplicate'],
  ['FRAUD', 'suspected_fraud'],
  ['RISK_THRESHOLD', 'suspected_fraud'],
  ['FAILED', 'system_error'],
]);

type Answer = Decoded<OperationResult> | undefined;
type Found = Answer | { readonly kind: 'not_found' };

/** Reads the transaction that a capture and a reversal are answered with. `undefined`: it is another one, or there is none. */
export function decodeStanding(
  payment: unknown,
  verb: 'capture' | 'void',
  key: string,
  original: OriginalPayment,
): Answer {
  return textField(payment, 'id') === original.providerReference ? decode(payment, verb, key) : undefined;
}

/** Reads a transaction or a refund. `undefined`: it has no id, and the errors decide. */
export function decode(payment: unknown, verb: MoneyVerb, key: string): Answer {
  const providerReference = textField(payment, 'id');
  const status = textField(payment, 'status') ?? '';
  if (providerReference === undefined) return undefined;
  if (refused.includes(status)) return decodeRefusal(jsonField(payment, 'statusHistory', 0), status, verb, key);
  const amount = moneyField(jsonField(payment, 'amount'), 'value', 'currencyCode');
  const reference = textField(payment, 'orderId');
  const value = { providerReference, ...(amount && { amount }), ...(reference && { reference }), raw: { status } };
  return amount && executed[verb]?.includes(status)
    ? { kind: 'succeeded', value }
    : { kind: 'pending', value, expect: 'poll' };
}

function decodeRefusal(event: unknown, status: string, verb: MoneyVerb, key: string): Answer {
  // A repeat of our own operation is refused with the original: then that says what happened.
  const original = jsonField(event, 'duplicateOf');
  if (textField(original, 'orderId') === key) return decode(original, verb, key);
  const code = textField(event, 'processorResponse', 'legacyCode') ?? textField(event, 'gatewayRejectionReason');
  const reason = reasons.get(code ?? '') ?? reasons.get(status) ?? 'do_not_honour';
  return { kind: 'declined', reason, raw: { status, ...(code !== undefined && { code }) } };
}

/** Reads what Braintree knows of an operation. What moved money outweighs what was refused beside it. */
export function decodeInquiry(data: unknown, { verb, idempotencyKey, payment }: InquiryCommand): Found {
  if (verb === 'capture' || verb === 'void') {
    const node = jsonField(data, 'node');
    const answer = decodeStanding(node, verb, idempotencyKey, payment);
    // A transaction that only stands authorized was neither captured nor reversed.
    return answer !== undefined && textField(node, 'status') === 'AUTHORIZED' ? { kind: 'not_found' } : answer;
  }
  const edges = jsonField(data, 'search', 'payments', 'edges');
  if (!Array.isArray(edges)) return undefined;
  const answers = edges
    .map((edge: unknown) => jsonField(edge, 'node'))
    .filter((node) => textField(node, '__typename') !== (verb === 'refund' ? 'Transaction' : 'Refund'))
    .map((node) => decode(node, verb, idempotencyKey));
  const first = (kind: 'succeeded' | 'pending') => answers.find((answer) => answer?.kind === kind);
  const moved = first('succeeded') ?? first('pending');
  return moved !== undefined || answers.includes(undefined) ? moved : (answers[0] ?? { kind: 'not_found' });
}
