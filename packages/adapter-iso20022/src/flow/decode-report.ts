import type { Decoded, OperationResult, ProviderAnswer } from '@polyrail/core/provider';
import type { MessageRefusal, NetworkProfile } from '../profile/network-profile.ts';
import { recallMeaning } from '../profile/recall-meaning.ts';
import { type NetworkMeaning, reasonMeaning, statusMeaning } from '../profile/status-meaning.ts';
import type { NetworkLink } from './network-link.ts';
import { paymentReference } from './payment-identity.ts';
import type { OutcomeReport } from './report.ts';
import type { ReportedAmount } from './reported-amount.ts';

/** What a report comes to; `not_found` where it answers an inquiry. */
export type DecodedReport = Decoded<OperationResult> | { readonly kind: 'not_found' };

/**
 * What a report says about the operation that it is about. A status that the network does not define is never a success and
 * never a failure.
 *
 * @param key names the operation
 */
export function decodeReport(link: NetworkLink, report: OutcomeReport, key: string): DecodedReport {
  const { profile } = link;
  const reference = paymentReference(link, key);
  switch (report.kind) {
    case 'status':
      return decodeStatus(profile, report, reference);
    case 'resolution':
      return decodeResolution(profile, report, reference);
    case 'return':
    case 'credit':
      return executed(reference, report.amount, undefined, report.movement);
    case 'entry':
      return report.isBooked ? executed(reference, report.amount, undefined) : pending(reference, undefined);
    case 'refusal':
      return decodeRefusal(profile, report.code);
  }
}

function decodeStatus(
  profile: NetworkProfile,
  { status, groupStatus, reasons, amount, isConsent }: Extract<OutcomeReport, { kind: 'status' }>,
  reference: string,
): DecodedReport {
  const meaning = statusMeaning(profile, status, reasons);
  const ends = [meaning, statusMeaning(profile, groupStatus, [])].map(({ kind }) => endOf(kind));
  if (ends.includes('executed') && ends.includes('refused'))
    return unknown('the status of the payment contradicts that of its group', { status: status ?? '' });
  switch (meaning.kind) {
    case 'settled':
    case 'posted':
    case 'settled_unposted':
    case 'blocked':
      // A debtor who agrees to pay has not paid yet.
      return isConsent ? pending(reference, status) : executed(reference, amount, status);
    case 'rejected':
      return rejected(meaning, amount, status);
    case 'cancelled':
      if (amount === 'unreadable') return foreignAmount;
      return {
        kind: 'rejected',
        reason: 'provider_refused',
        message: 'it was withdrawn before it was executed',
        ...(amount && { amount }),
      };
    case 'unknown':
      if (meaning.notFound === true) return { kind: 'not_found' };
      if (meaning.duplicate === true)
        return unknown('the network has seen it before', status === undefined ? undefined : { status });
      // A status that nobody knows: it was taken, and what becomes of it has to be asked.
      return pending(reference, status);
    default:
      return pending(reference, status);
  }
}

/** What a status leaves to wait for: nothing, one way or the other. */
function endOf(kind: NetworkMeaning['kind']): 'executed' | 'refused' | undefined {
  switch (kind) {
    case 'settled':
    case 'posted':
    case 'settled_unposted':
    case 'blocked':
      return 'executed';
    case 'rejected':
    case 'cancelled':
      return 'refused';
    default:
      return undefined;
  }
}

function rejected(
  meaning: Extract<NetworkMeaning, { kind: 'rejected' }>,
  amount: ReportedAmount | undefined,
  status: string | undefined,
): DecodedReport {
  if (amount === 'unreadable') return foreignAmount;
  const named = amount && { amount };
  const raw = { ...(meaning.code !== undefined && { code: meaning.code }), ...(status !== undefined && { status }) };
  if (meaning.refusal !== undefined) {
    // The network judged this message, and has used up its identifiers: none of the reasons that free a key.
    const reason = meaning.refusal === 'invalid_command' ? 'invalid_command' : 'provider_refused';
    return { kind: 'rejected', reason, message: 'the network refused the message', ...named, raw };
  }
  const { decline: reason = 'do_not_honour', advice } = meaning;
  return { kind: 'declined', reason, ...(advice && { advice }), ...named, raw };
}

const foreignAmount: DecodedReport = {
  kind: 'unknown',
  cause: 'answer_mismatch',
  message: 'the amount that the network names is none of its currency',
};

function decodeResolution(
  profile: NetworkProfile,
  { confirmations, reasons }: Extract<OutcomeReport, { kind: 'resolution' }>,
  reference: string,
): DecodedReport {
  const [confirmation] = confirmations;
  switch (recallMeaning(confirmations)) {
    case 'accepted':
    case 'accepted_in_part':
    case 'pending':
      // The money itself comes with a return.
      return pending(reference, confirmation);
    case 'refused': {
      const meanings = reasons.map((code) => reasonMeaning(profile, code));
      const decline = meanings.find((meaning) => meaning?.kind === 'decline');
      const [code] = reasons;
      const raw = { status: confirmation ?? '', ...(code !== undefined && { code }) };
      return {
        kind: 'declined',
        reason: decline?.kind === 'decline' ? decline.reason : 'do_not_honour',
        advice: 'never',
        raw,
      };
    }
    case 'unknown':
      return unknown(
        'the answer to the recall says nothing that is known',
        confirmation === undefined ? undefined : { status: confirmation },
      );
  }
}

const refusals: Readonly<
  Record<Exclude<MessageRefusal, 'duplicate'>, 'provider_refused' | 'provider_unauthorized' | 'provider_unavailable'>
> = {
  malformed: 'provider_refused',
  unauthorized: 'provider_unauthorized',
  unavailable: 'provider_unavailable',
};

function decodeRefusal({ messageRefusals = {} }: NetworkProfile, code: string): DecodedReport {
  const why = Object.hasOwn(messageRefusals, code) ? messageRefusals[code] : undefined;
  if (why === undefined || why === 'duplicate') return unknown('the network gave the message back', { code });
  return {
    kind: 'rejected',
    reason: refusals[why],
    message: `the network gave the message back as ${why}`,
    raw: { code },
  };
}

function executed(
  reference: string,
  amount: ReportedAmount | undefined,
  status: string | undefined,
  movement?: string,
): DecodedReport {
  if (amount === 'unreadable') return foreignAmount;
  const value = {
    ...resultOf(reference, status),
    ...(amount && { amount }),
    ...(movement !== undefined && { movement }),
  };
  return { kind: 'succeeded', value };
}

function pending(reference: string, status: string | undefined): DecodedReport {
  return { kind: 'pending', value: resultOf(reference, status), expect: 'either' };
}

function resultOf(reference: string, status: string | undefined): OperationResult {
  return { providerReference: reference, ...(status !== undefined && { raw: { status } }) };
}

function unknown(message: string, raw: ProviderAnswer | undefined): DecodedReport {
  return { kind: 'unknown', cause: 'provider_error', message, ...(raw && { raw }) };
}
