import type { Payment, Refund } from '../acquirer/payment.ts';
import type { WebhookEvent } from '../webhook/webhook-event.ts';

/** The scale of every asset here: cents. */
export const ASSET_SCALE = 2;

/** Where an outgoing payment stands. */
export type RafikiState = 'FUNDING' | 'SENDING' | 'COMPLETED' | 'FAILED';

/** Why Rafiki says that it failed, for the ISO 8583 codes that amounts choose. */
const ERRORS: ReadonlyMap<string, string> = new Map([
  ['91', 'RatesUnavailable'],
  ['96', 'RatesUnavailable'],
  ['14', 'DestinationAssetConflict'],
]);

/** An outgoing payment in Rafiki's words, as answers and webhooks show it. */
export function viewOf(payment: Payment | Refund, state: RafikiState): object {
  const { id, amount, currency, declineCode, reference, clientReference, createdAt } = payment;
  const amountOf = (value: bigint) => ({ value: String(value), assetCode: currency, assetScale: ASSET_SCALE });
  return {
    id,
    walletAddressId: 'payer' in payment ? payment.payer.replace(/^wallet_address:/, '') : '',
    receiver: 'payee' in payment ? payment.payee.replace(/^incoming_payment:/, '') : '',
    state,
    ...(state === 'FAILED' && { error: ERRORS.get(declineCode ?? '') ?? 'QuoteExpired' }),
    stateAttempts: 0,
    debitAmount: amountOf(amount),
    receiveAmount: amountOf(amount),
    sentAmount: amountOf(state === 'COMPLETED' ? amount : 0n),
    metadata: { description: reference, externalRef: clientReference },
    createdAt: new Date(createdAt).toISOString(),
  };
}

/** Where a payment stands for who asks: `SENDING` until it is decided. */
export function stateOf({ status, settledAt }: Payment, now: number): RafikiState {
  if (status === 'pending' || now < settledAt) return 'SENDING';
  return status === 'succeeded' ? 'COMPLETED' : 'FAILED';
}

/** The body of the webhook that tells what became of an outgoing payment. */
export function encodeRafikiEvent({ id, type, resource }: WebhookEvent): string {
  const state = type === 'transfer.succeeded' ? 'COMPLETED' : 'FAILED';
  return JSON.stringify({ id, type: `outgoing_payment.${state.toLowerCase()}`, data: viewOf(resource, state) });
}
