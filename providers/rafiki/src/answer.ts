import { jsonField, minorUnitsField, textField } from '@polyrail/adapter-graphql';
import type { DeclineReason, Decoded, OperationResult } from '@polyrail/core/provider';
import { type RafikiAssets, readAmount } from './amount.ts';

/** What `error` says where sending was given up. Its other words come from the network. */
const reasons: ReadonlyMap<string, DeclineReason> = new Map([
  ['BadState', 'system_error'],
  ['DestinationAssetConflict', 'invalid_account'],
  ['RatesUnavailable', 'system_error'],
  ['SourceAssetConflict', 'invalid_account'],
]);

/** Reads an outgoing payment, of an answer or of a webhook. `undefined`: it has no id, and the errors decide. */
export function decode(payment: unknown, assets: RafikiAssets): Decoded<OperationResult> | undefined {
  const providerReference = textField(payment, 'id');
  if (providerReference === undefined) return undefined;
  const status = textField(payment, 'state') ?? '';
  const error = textField(payment, 'error')?.slice(0, 200);
  const raw = { status, ...(error !== undefined && { code: error }) };
  const amount = readAmount(jsonField(payment, 'debitAmount'), assets);
  if (amount === undefined && textField(payment, 'debitAmount', 'assetCode') !== undefined)
    return { kind: 'unknown', cause: 'answer_mismatch', message: 'the answer names another asset', raw };
  const reference = textField(payment, 'metadata', 'externalRef');
  const value = { providerReference, ...(amount && { amount }), ...(reference !== undefined && { reference }), raw };
  const sent = minorUnitsField(payment, 'sentAmount', 'value');
  switch (status) {
    case 'COMPLETED':
      // Somebody else paid the incoming payment, or it expired: Rafiki completes what had nothing left to do.
      if (sent === 0n) return { kind: 'declined', reason: 'invalid_account', raw };
      if (amount === undefined || sent === undefined) break;
      return { kind: 'succeeded', value: { ...value, movement: providerReference } };
    case 'FAILED':
      if (sent === 0n) return { kind: 'declined', reason: reasons.get(error ?? '') ?? 'do_not_honour', raw };
      return { kind: 'unknown', cause: 'answer_mismatch', message: 'it failed after a part was sent', raw };
    case 'CANCELLED':
      // Only what was never funded can be cancelled.
      return { kind: 'declined', reason: 'do_not_honour', raw };
  }
  return { kind: 'pending', value, expect: 'either' };
}
