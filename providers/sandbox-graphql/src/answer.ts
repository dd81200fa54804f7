import { jsonField, minorUnitsField, textField } from '@polyrail/adapter-graphql';
import {
  type Decoded,
  declineReasonOfIso8583,
  type InquiryCommand,
  isCurrencyCode,
  type MoneyVerb,
  money,
  type OperationResult,
  type OriginalPayment,
} from '@polyrail/core/provider';

/** The words that say that a verb was executed. Any other word may still become one: it is pending. */
const executed: Readonly<Record<MoneyVerb, readonly string[]>> = {
  authorize: ['AUTHORIZED'],
  charge: ['SUCCEEDED'],
  transfer: ['SUCCEEDED'],
  capture: ['SUCCEEDED', 'PARTIALLY_CAPTURED'],
  void: ['VOIDED'],
  refund: ['SUCCEEDED'],
  recall: [],
  requestPayment: [],
};

/**
 * Reads the payload of a mutation. `undefined`: it holds no resource, and its errors decide.
 *
 * @param answered the payment that a capture and a void are answered with; another one is the answer to something else
 */
export function decode(
  payload: unknown,
  verb: MoneyVerb,
  answered?: OriginalPayment,
): Decoded<OperationResult> | undefined {
  const declineCode = textField(payload, 'declineCode');
  if (declineCode !== undefined)
    return { kind: 'declined', reason: declineReasonOfIso8583(declineCode), raw: { code: declineCode } };
  const resource = jsonField(payload, 'resource');
  const providerReference = textField(resource, 'id');
  if (providerReference === undefined) return undefined;
  if (providerReference !== (answered?.providerReference ?? providerReference)) return undefined;
  const status = textField(resource, 'status') ?? '';
  const amount = amountOf(payload);
  // The payment carries the reference that opened it.
  const reference = answered === undefined ? textField(resource, 'clientReference') : undefined;
  const value = {
    providerReference,
    ...(amount && { amount }),
    ...(reference !== undefined && { reference }),
    raw: { status },
  };
  const isWhole = verb === 'void' || amount !== undefined;
  return isWhole && executed[verb].includes(status)
    ? { kind: 'succeeded', value }
    : { kind: 'pending', value, expect: 'poll' };
}

/** Reads what the acquirer knows of an operation. */
export function decodeInquiry(
  data: unknown,
  { verb, payment }: InquiryCommand,
): Decoded<OperationResult> | { readonly kind: 'not_found' } | undefined {
  const operation = jsonField(data, 'operation');
  if (operation === null) return { kind: 'not_found' };
  switch (textField(operation, 'status')) {
    case 'SUCCEEDED':
    case 'DECLINED':
    case 'FAILED':
      return decode(jsonField(operation, 'payload'), verb, verb === 'capture' || verb === 'void' ? payment : undefined);
    case 'REJECTED':
      return { kind: 'rejected', reason: 'provider_refused', message: 'the acquirer refused it' };
    case 'PROCESSING':
      return { kind: 'pending', value: {}, expect: 'poll' };
    default:
      return undefined;
  }
}

function amountOf(payload: unknown) {
  const minorUnits = minorUnitsField(payload, 'amount');
  const currency = textField(payload, 'resource', 'currency');
  return minorUnits === undefined || currency === undefined || !isCurrencyCode(currency)
    ? undefined
    : money(minorUnits, currency);
}
