import { jsonField, minorUnitsField, type RestResponse, textField } from '@polyrail/adapter-rest';
import {
  compareMoney,
  type DeclineReason,
  type Decoded,
  declineReasonOfIso8583,
  equalMoney,
  type InquiryCommand,
  isCurrencyCode,
  type Money,
  type MoneyVerb,
  money,
  type OperationResult,
  type OriginalPayment,
  type ProviderAnswer,
  subtractMoney,
} from '@polyrail/core/provider';

/** The status words that say that a verb was executed. Any other word may still become one: it is pending. */
const executed: Readonly<Record<MoneyVerb, readonly string[]>> = {
  authorize: ['authorized'],
  charge: ['succeeded'],
  transfer: ['succeeded'],
  capture: ['succeeded', 'partially_captured'],
  void: ['voided'],
  refund: ['succeeded'],
  recall: [],
  requestPayment: [],
};

type AmountReader = (json: unknown) => Money | undefined;

/**
 * Reads the answer to an operation: the resource, or why there is none.
 *
 * @param answered the payment that a capture and a void are answered with; another one is the answer to something else
 */
export function decode(
  { status, json }: RestResponse,
  verb: MoneyVerb,
  amountOf: AmountReader,
  answered?: OriginalPayment,
): Decoded<OperationResult> | undefined {
  if (status === 402 || status === 500) return decodeError(json);
  const providerReference = textField(json, 'id');
  const word = textField(json, 'status');
  const amount = amountOf(json);
  if (providerReference === undefined || word === undefined || amount === undefined) return undefined;
  if (providerReference !== (answered?.providerReference ?? providerReference)) return undefined;
  // The payment carries the key that began it.
  const reference = answered === undefined ? textField(json, 'client_reference') : undefined;
  const value = { providerReference, amount, ...(reference !== undefined && { reference }), raw: { status: word } };
  return executed[verb].includes(word) ? { kind: 'succeeded', value } : { kind: 'pending', value, expect: 'poll' };
}

function decodeError(json: unknown): Decoded<OperationResult> | undefined {
  const raw = readError(json);
  const reason = raw?.code === undefined ? undefined : declined(textField(json, 'error', 'type'), raw.code);
  return reason && { kind: 'declined', reason, ...(raw && { raw }) };
}

/** Both say that no money moved. */
function declined(type: string | undefined, code: string): DeclineReason | undefined {
  return type === 'declined' || type === 'system_error' ? declineReasonOfIso8583(code) : undefined;
}

/** Reads what the acquirer knows of an operation. */
export function decodeInquiry(
  { status, json }: RestResponse,
  { verb, payment }: InquiryCommand,
): Decoded<OperationResult> | { kind: 'not_found' } | undefined {
  if (status === 404) return textField(json, 'error', 'code') === 'not_found' ? { kind: 'not_found' } : undefined;
  const result = { status: Number(jsonField(json, 'http_status')), headers: {}, json: jsonField(json, 'result') };
  switch (textField(json, 'status')) {
    case 'succeeded':
      return decode(
        result,
        verb,
        verb === 'capture' ? (found) => capturedNow(found, payment) : resourceAmount,
        verb === 'capture' || verb === 'void' ? payment : undefined,
      );
    case 'declined':
    case 'failed':
      return decodeError(result.json);
    case 'rejected':
      return { kind: 'rejected', reason: 'provider_refused', message: 'the acquirer refused it' };
    case 'processing':
      return { kind: 'pending', value: {}, expect: 'poll' };
    default:
      return undefined;
  }
}

/** The code and the words of a refusal. */
export function readError(json: unknown): ProviderAnswer | undefined {
  const code = textField(json, 'error', 'code');
  const message = textField(json, 'error', 'message');
  return code === undefined ? undefined : { code, ...(message !== undefined && { message }) };
}

/** The amount of a charge, a transfer or a refund. */
export function resourceAmount(json: unknown): Money | undefined {
  return amountField(json, 'amount');
}

/** A capture is answered with the whole payment: what it took is the difference to what was captured before. */
export function capturedNow(json: unknown, original: OriginalPayment): Money | undefined {
  const whole = resourceAmount(json);
  const captured = amountField(json, 'amount_captured');
  if (whole === undefined || captured === undefined || !equalMoney(whole, original.amount)) return whole;
  return compareMoney(captured, original.captured) > 0 ? subtractMoney(captured, original.captured) : captured;
}

function amountField(json: unknown, name: string): Money | undefined {
  const minorUnits = minorUnitsField(json, name);
  const currency = textField(json, 'currency');
  if (minorUnits === undefined || currency === undefined || !isCurrencyCode(currency)) return undefined;
  return money(minorUnits, currency);
}
