import { minorUnitsField, textField } from '@polyrail/adapter-soap';
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

/**
 * Reads an `Answer`.
 *
 * @param answered the payment that a capture and a void are answered with; another one is the answer to something else
 */
export function decode(
  answer: unknown,
  verb: MoneyVerb,
  answered?: OriginalPayment,
): Decoded<OperationResult> | undefined {
  const status = textField(answer, 'status');
  const code = textField(answer, 'responseCode');
  if ((status === 'DECLINED' || status === 'FAILED') && code !== undefined)
    return { kind: 'declined', reason: declineReasonOfIso8583(code), raw: { code } };
  const providerReference = textField(answer, 'resource', 'id');
  const state = textField(answer, 'resource', 'state');
  if (status === undefined || providerReference === undefined || state === undefined) return undefined;
  if (providerReference !== (answered?.providerReference ?? providerReference)) return undefined;
  const amount = amountOf(answer);
  // The payment carries the reference that opened it.
  const reference = answered === undefined ? textField(answer, 'resource', 'clientReference') : undefined;
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
  { verb, payment }: InquiryCommand,
): Decoded<OperationResult> | { readonly kind: 'not_found' } | undefined {
  switch (textField(answer, 'status')) {
    case 'NOT_FOUND':
      return { kind: 'not_found' };
    case 'REJECTED':
      return { kind: 'rejected', reason: 'provider_refused', message: 'the acquirer refused it' };
    case 'PROCESSING':
      return { kind: 'pending', value: {}, expect: 'poll' };
    default:
      return decode(answer, verb, verb === 'capture' || verb === 'void' ? payment : undefined);
  }
}

function amountOf(answer: unknown) {
  const minorUnits = minorUnitsField(answer, 'amount');
  const currency = textField(answer, 'resource', 'currency');
  return minorUnits === undefined || currency === undefined || !isCurrencyCode(currency)
    ? undefined
    : money(minorUnits, currency);
}
