import { minorUnitsField, textField } from '@polyrail/adapter-soap';
import {
  type Decoded,
  declineReasonOfIso8583,
  type InquiryCommand,
  isCurrencyCode,
  type MoneyVerb,
  money,
  type OperationResult,
} from '@polyrail/core/provider';

/** The states that say that a verb was executed. Any other may still become one: it is pending. */
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

/** Reads an `Answer`. */
export function decode(answer: unknown, verb: MoneyVerb): Decoded<OperationResult> | undefined {
  const status = textField(answer, 'status');
  const code = textField(answer, 'responseCode');
  if ((status === 'DECLINED' || status === 'FAILED') && code !== undefined)
    return { kind: 'declined', reason: declineReasonOfIso8583(code), raw: { code } };
  const providerReference = textField(answer, 'resource', 'id');
  const state = textField(answer, 'resource', 'state');
  if (status === undefined || providerReference === undefined || state === undefined) return undefined;
  const amount = amountOf(answer);
  // A capture and a void answer with the payment, and that carries the reference that opened it.
  const isOwn = verb !== 'capture' && verb !== 'void';
  const reference = isOwn ? textField(answer, 'resource', 'clientReference') : undefined;
  const value = {
    providerReference,
    ...(amount && { amount }),
    ...(reference !== undefined && { reference }),
    raw: { status: state },
  };
  const isWhole = status === 'ACCEPTED' && (verb === 'void' || amount !== undefined);
  return isWhole && executed[verb].includes(state)
    ? { kind: 'succeeded', value }
    : { kind: 'pending', value, expect: 'poll' };
}

/** Reads what the acquirer knows of an operation. */
export function decodeInquiry(
  answer: unknown,
  { verb }: InquiryCommand,
): Decoded<OperationResult> | { readonly kind: 'not_found' } | undefined {
  switch (textField(answer, 'status')) {
    case 'NOT_FOUND':
      return { kind: 'not_found' };
    case 'REJECTED':
      return { kind: 'rejected', reason: 'provider_refused', message: 'the acquirer refused it' };
    case 'PROCESSING':
      return { kind: 'pending', value: {}, expect: 'poll' };
    default:
      return decode(answer, verb);
  }
}

function amountOf(answer: unknown) {
  const minorUnits = minorUnitsField(answer, 'amount');
  const currency = textField(answer, 'resource', 'currency');
  return minorUnits === undefined || currency === undefined || !isCurrencyCode(currency)
    ? undefined
    : money(minorUnits, currency);
}
