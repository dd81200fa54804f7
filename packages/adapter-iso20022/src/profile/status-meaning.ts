import type { DeclineAdvice, DeclineReason, RejectReason } from '@polyrail/core/provider';
import { isoStatuses, type StatusKind } from './iso-status.ts';
import type { NetworkProfile } from './network-profile.ts';
import { type ReasonMeaning, reasonMeanings } from './reason-code.ts';

/** What a status report says about a payment. */
export type NetworkMeaning =
  | { readonly kind: Exclude<StatusKind, 'rejected'> }
  /** Surely not executed. `decline` judges the payment; `refusal` says that the message was at fault. */
  | {
      readonly kind: 'rejected';
      readonly decline?: DeclineReason;
      readonly refusal?: RejectReason;
      /** Default: that of the decline. */
      readonly advice?: DeclineAdvice;
      /** The code that decided. Absent when the report gives no reason. */
      readonly code?: string;
    }
  /** It says nothing sure about the payment: only an inquiry or a later report can. */
  | { readonly kind: 'unknown'; readonly notFound?: true; readonly duplicate?: true };

/** What of a network decides what its statuses mean. */
type StatusProfile = Pick<NetworkProfile, 'statuses' | 'reasons' | 'recovery'>;

/**
 * What a status and its reasons mean for a payment in this network.
 *
 * A status that nobody knows is `unknown`, never a success and never a failure. So is a rejection because of a duplicate:
 * it concerns the repetition, while the first message may have been executed. So is "not found": it answers the inquiry.
 *
 * @param status `TxSts`, or `GrpSts` for all transactions of the group
 * @param reasons the codes of `StsRsnInf/Rsn`, both `Cd` and `Prtry`
 */
export function statusMeaning(
  profile: StatusProfile,
  status: string | undefined,
  reasons: readonly string[],
): NetworkMeaning {
  const kind = status === undefined ? undefined : (own(profile.statuses, status) ?? own(isoStatuses, status));
  if (kind === undefined) return { kind: 'unknown' };
  return kind === 'rejected' ? rejectionMeaning(profile, reasons) : { kind };
}

/** What a reason code says in this network; undefined when neither the network nor ISO 20022 knows it. */
export function reasonMeaning(profile: Pick<NetworkProfile, 'reasons'>, code: string): ReasonMeaning | undefined {
  return own(profile.reasons, code) ?? reasonMeanings.get(code);
}

/** The order in which reasons decide: what leaves the payment open comes first, what explains nothing last. */
const deciding: readonly ReasonMeaning['kind'][] = ['duplicate', 'not_found', 'timeout', 'decline', 'refusal'];

function rejectionMeaning(profile: StatusProfile, reasons: readonly string[]): NetworkMeaning {
  const meanings = reasons.map((code) => ({ code, meaning: reasonMeaning(profile, code) }));
  for (const kind of deciding) {
    const found = meanings.find(({ meaning }) => meaning?.kind === kind);
    if (found?.meaning) return meaningOf(profile, found.meaning, found.code);
  }
  return meaningOf(profile, plainNo, reasons[0]);
}

/** A refusal that says nothing that is known is not repeated. */
const plainNo: ReasonMeaning = { kind: 'decline', reason: 'do_not_honour', advice: 'never' };

function meaningOf(
  { recovery }: Pick<NetworkProfile, 'recovery'>,
  meaning: ReasonMeaning,
  code: string | undefined,
): NetworkMeaning {
  const because = code === undefined ? {} : { code };
  switch (meaning.kind) {
    case 'duplicate':
      return { kind: 'unknown', duplicate: true };
    case 'not_found':
      return { kind: 'unknown', notFound: true };
    case 'timeout':
      return {
        kind: 'rejected',
        decline: 'issuer_unavailable',
        advice: recovery.onTimeoutReject === 'new_id' ? 'later' : 'never',
        ...because,
      };
    case 'decline': {
      const { reason: decline, advice } = meaning;
      return { kind: 'rejected', decline, ...(advice && { advice }), ...because };
    }
    case 'refusal':
      return { kind: 'rejected', refusal: meaning.reason, ...because };
    case 'information':
      return meaningOf({ recovery }, plainNo, code);
  }
}

/** Codes come off the wire: `constructor` is none. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
