import { hash } from 'node:crypto';
import type { MoneyVerb, NotificationItem } from '@polyrail/core/provider';
import type { NetworkProfile } from '../profile/network-profile.ts';
import type { BusinessMessage } from './business-message.ts';
import { decodeReport } from './decode-report.ts';
import { type Report, reportsOf } from './report.ts';
import { subjectOf } from './subject.ts';

/**
 * What a message that the network sent by itself says, transaction by transaction. Identifiers that name different operations
 * are a conflict: it goes to a person, and changes nothing.
 */
export function readNotification(profile: NetworkProfile, message: BusinessMessage): readonly NotificationItem[] {
  const { header, document } = message;
  const name = header?.BizMsgIdr ?? hash('sha256', JSON.stringify(document.value), 'hex');
  return reportsOf(message).map((report, index) => ({
    eventId: `${document.id}:${name}:${index}`,
    type: document.id,
    ...content(profile, report),
  }));
}

function content(profile: NetworkProfile, report: Report): Omit<NotificationItem, 'eventId' | 'type'> {
  const found = subjectOf(profile, report);
  // What was credited came with a transfer or a return of its own.
  const isCredit = report.kind === 'entry' && report.direction === 'credit';
  if (report.kind === 'notice' || found.kind === 'none' || isCredit) return {};
  if (found.kind === 'conflict') return { quarantined: 'its identifiers name different payments' };
  const verb = verbOf(report);
  const decoded = decodeReport(profile, report, found.key);
  // The late answer to an inquiry. Naming the operation would have it asked about again, and the answer would come as late.
  if (decoded.kind === 'not_found') return {};
  return { subject: { by: 'provider_key', value: found.key, ...(verb && { verb }) }, decoded };
}

/** The operation that money which comes in is about: not the one that the identifiers name, but one on the same payment. */
function verbOf({ kind }: Report): MoneyVerb | undefined {
  if (kind === 'return') return 'recall';
  return kind === 'credit' ? 'requestPayment' : undefined;
}
