import { jsonField, textField } from '@polyrail/adapter-soap';
import {
  type Decoded,
  type InquiryCommand,
  isCurrencyCode,
  type Money,
  type OperationResult,
  parseMoney,
} from '@polyrail/core/provider';
import { reasonCodes } from './reason-code.ts';

/** The replies of the services that a request can run. */
export type ServiceReply = 'ccAuthReply' | 'ccCaptureReply' | 'ccCreditReply' | 'ccAuthReversalReply' | 'voidReply';

/**
 * Reads a reply. It is a success only where decision and reason code say so, and every service that was asked for too.
 * `undefined`: it cannot be read.
 */
export function decodeReply(
  reply: unknown,
  services: readonly ServiceReply[],
  amountIn: ServiceReply,
): Decoded<OperationResult> | undefined {
  const providerReference = textField(reply, 'requestID');
  const decision = textField(reply, 'decision');
  const code = textField(reply, 'reasonCode');
  if (providerReference === undefined || decision === undefined || code === undefined) return undefined;
  const raw = { code, status: decision };
  if (decision === 'ACCEPT') {
    if (code !== '100' || services.some((service) => textField(reply, service, 'reasonCode') !== '100'))
      return undefined;
    const reference = textField(reply, 'merchantReferenceCode');
    const amount = amountOf(reply, amountIn);
    const value = { providerReference, ...(amount && { amount }), ...(reference !== undefined && { reference }), raw };
    return { kind: 'succeeded', value };
  }
  const meaning = Object.hasOwn(reasonCodes, code) ? reasonCodes[code] : undefined;
  if (decision === 'REVIEW' && meaning === 'review')
    return { kind: 'pending', value: { providerReference, raw }, expect: 'either' };
  if (decision === 'REJECT' && meaning === 'refused')
    return { kind: 'rejected', reason: 'provider_refused', message: refusal(reply), raw };
  if (decision === 'REJECT' && typeof meaning === 'object') return { kind: 'declined', reason: meaning.declined, raw };
  return { kind: 'unknown', cause: 'provider_error', message: `decision ${decision} for reason ${code}`, raw };
}

/** Reads the reply to a reversal. Reason 237 says that it was reversed before. */
export function decodeReversal(
  reply: unknown,
  { amount }: InquiryCommand,
): Decoded<OperationResult> | { readonly kind: 'not_found' } | undefined {
  const providerReference = textField(reply, 'requestID');
  const code = textField(reply, 'reasonCode');
  if (providerReference === undefined || code === undefined) return undefined;
  if (code === '100' && textField(reply, 'decision') === 'ACCEPT')
    return { kind: 'succeeded', value: { providerReference, amount } };
  if (code === '237') return { kind: 'succeeded', value: { providerReference, amount } };
  const invalid = jsonField(reply, 'invalidField');
  const isAbsent =
    code === '102' && Array.isArray(invalid) && invalid.some((field) => /merchantTransactionId/.test(`${field}`));
  if (isAbsent) return { kind: 'not_found' };
  return { kind: 'unknown', cause: 'provider_error', message: `the reversal came to reason ${code}`, raw: { code } };
}

function amountOf(reply: unknown, service: ServiceReply): Money | undefined {
  const amount = textField(reply, service, 'amount');
  const currency = textField(reply, 'purchaseTotals', 'currency');
  const isAmount = amount !== undefined && /^\d{1,15}(\.\d{1,4})?$/.test(amount);
  return isAmount && currency !== undefined && isCurrencyCode(currency) ? parseMoney(amount, currency) : undefined;
}

function refusal(reply: unknown): string {
  const fields = [jsonField(reply, 'missingField'), jsonField(reply, 'invalidField')].flat().filter(Boolean);
  return fields.length === 0 ? 'refused' : `refused for ${fields.slice(0, 5).join(', ').slice(0, 200)}`;
}
