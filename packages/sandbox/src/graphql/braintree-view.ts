import type { Payment, Refund } from '../acquirer/payment.ts';
import { decimalOf } from '../decimal-amount.ts';

/** A transaction or a refund in Braintree's words. */
export interface BraintreeView {
  readonly __typename: 'Transaction' | 'Refund';
  readonly id: string;
  readonly legacyId: string;
  readonly createdAt: string;
  readonly amount: { readonly value: string; readonly currencyCode: string };
  readonly orderId: string | undefined;
  readonly status: string;
  readonly statusHistory: readonly object[];
  readonly merchantAccountId: string;
}

/** Braintree's processor response codes for the ISO 8583 codes that amounts choose; the network itself failed for 91 and 96. */
const PROCESSOR_CODES: ReadonlyMap<string, string> = new Map([
  ['05', '2000'],
  ['14', '2005'],
  ['51', '2001'],
  ['54', '2004'],
  ['57', '2015'],
  ['61', '2002'],
  ['91', '3000'],
  ['96', '3000'],
]);

/** `isSettled`: whether money that was taken has already been settled. A mutation answers before that. */
export function viewOf(resource: Payment | Refund, isSettled: boolean): BraintreeView {
  const { id, createdAt, currency, clientReference } = resource;
  const status = statusOf(resource, isSettled);
  return {
    __typename: resource.kind === 'refund' ? 'Refund' : 'Transaction',
    id,
    legacyId: id.slice(3),
    createdAt: new Date(createdAt).toISOString(),
    amount: { value: decimalOf(takenBy(resource), currency), currencyCode: currency },
    orderId: clientReference,
    status,
    statusHistory: [eventOf(resource, status)],
    merchantAccountId: `merchant_${currency}`,
  };
}

/** The refusal of what looks like a repeat. */
export function duplicateView(id: string, of: Payment): BraintreeView {
  const original = viewOf(of, true);
  const status = 'GATEWAY_REJECTED';
  const event = {
    __typename: 'GatewayRejectedEvent',
    status,
    gatewayRejectionReason: 'DUPLICATE',
    duplicateOf: original,
  };
  return { ...original, id, legacyId: id.slice(4), status, statusHistory: [event] };
}

/** What was captured, once something was: the amount that Braintree then shows. */
function takenBy(resource: Payment | Refund): bigint {
  return resource.kind !== 'refund' && resource.captured > 0n ? resource.captured : resource.amount;
}

function statusOf({ status, declineCode }: Payment | Refund, isSettled: boolean): string {
  switch (status) {
    case 'succeeded':
    case 'partially_captured':
      return isSettled ? 'SETTLED' : 'SUBMITTED_FOR_SETTLEMENT';
    case 'authorized':
      return 'AUTHORIZED';
    case 'voided':
      return 'VOIDED';
    case 'pending':
      return 'AUTHORIZING';
    default:
      return processorCode(declineCode) === '3000' ? 'FAILED' : 'PROCESSOR_DECLINED';
  }
}

function processorCode(declineCode: string | undefined): string {
  return PROCESSOR_CODES.get(declineCode ?? '') ?? '2000';
}

function eventOf({ declineCode }: Payment | Refund, status: string): object {
  if (declineCode === undefined) return { __typename: 'AuthorizedEvent', status };
  const processorResponse = { legacyCode: processorCode(declineCode), message: 'Declined' };
  return { __typename: status === 'FAILED' ? 'FailedEvent' : 'ProcessorDeclinedEvent', status, processorResponse };
}
