import { decimalOf } from '../../decimal-amount.ts';
import type { Order, ServiceName } from './order.ts';

/** What came of an order: a reason code, and the fields that it is about. */
export interface Verdict {
  readonly reason: number;
  readonly field?: string;
  /** What the services that ran took or gave. */
  readonly amount?: bigint;
  readonly currency?: string;
}

/** Reason codes of the Simple Order API for the ISO 8583 codes that amounts choose. */
const REASONS: ReadonlyMap<string, number> = new Map([
  ['05', 203],
  ['14', 231],
  ['51', 204],
  ['54', 202],
  ['57', 208],
  ['61', 210],
  ['91', 207],
]);

/** The reason of a decline: 233 is a general one by the processor. */
export function reasonOfDecline(code: string): number {
  return REASONS.get(code) ?? 233;
}

export const ACCEPTED = 100;
export const MISSING = 101;
export const INVALID = 102;
export const REPEATED = 104;
export const SYSTEM_FAILURE = 150;
export const UNDER_REVIEW = 480;

/** The fields of a replyMessage, in the order of its schema. */
export function replyOf(order: Order, requestID: string, verdict: Verdict, now: number): object {
  const { reason, field, currency = order.currency } = verdict;
  const reference = order.merchantReferenceCode;
  const names = field === undefined ? {} : { [reason === MISSING ? 'missingField' : 'invalidField']: [`c:${field}`] };
  const isRefused = [MISSING, INVALID, REPEATED].includes(reason);
  return {
    ...(reference !== '' && { merchantReferenceCode: reference }),
    requestID,
    decision: decisionOf(reason),
    reasonCode: reason,
    ...names,
    requestToken: Buffer.from(requestID).toString('base64'),
    ...(currency !== '' && { purchaseTotals: { currency } }),
    ...(!isRefused &&
      Object.assign({}, ...servicesThatRan(order, reason).map((name) => serviceReply(name, verdict, now)))),
  };
}

function decisionOf(reason: number): string {
  switch (reason) {
    case ACCEPTED:
      return 'ACCEPT';
    case SYSTEM_FAILURE:
      return 'ERROR';
    case UNDER_REVIEW:
      return 'REVIEW';
    default:
      return 'REJECT';
  }
}

/** A service that comes after one that failed does not run. */
function servicesThatRan({ services }: Order, reason: number): readonly ServiceName[] {
  return reason === ACCEPTED || reason === UNDER_REVIEW ? services : services.slice(0, 1);
}

function serviceReply(name: ServiceName, { reason, amount, currency }: Verdict, now: number): object {
  const time = new Date(now).toISOString();
  const decimal = amount === undefined || currency === undefined ? {} : { amount: decimalOf(amount, currency) };
  const requested = { reasonCode: reason, requestDateTime: time, ...decimal };
  switch (name) {
    case 'ccAuthService':
      return {
        ccAuthReply: {
          reasonCode: reason,
          ...decimal,
          authorizationCode: '888888',
          authorizedDateTime: time,
          processorResponse: '00',
        },
      };
    case 'ccCaptureService':
      return { ccCaptureReply: { ...requested, reconciliationID: '1' } };
    case 'ccCreditService':
      return { ccCreditReply: { ...requested, reconciliationID: '1' } };
    case 'ccAuthReversalService':
      return {
        ccAuthReversalReply: {
          reasonCode: reason,
          ...decimal,
          authorizationCode: '888888',
          processorResponse: '00',
          requestDateTime: time,
        },
      };
    case 'voidService':
      return { voidReply: requested };
  }
}
