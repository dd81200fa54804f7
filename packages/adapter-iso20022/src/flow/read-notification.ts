import { hash } from 'node:crypto';
import type { MoneyVerb, NotificationItem } from '@polyrail/core/provider';
import type { BusinessMessage } from './business-message.ts';
import { decodeReport } from './decode-report.ts';
import { institutionText } from './institution.ts';
import type { NetworkLink } from './network-link.ts';
import { type Report, reportsOf } from './report.ts';
import { subjectOf } from './subject.ts';

/**
 * What a message that the network sent by itself says, transaction by transaction. What contradicts itself goes to a person,
 * and changes nothing.
 */
export function readNotification(link: NetworkLink, message: BusinessMessage): readonly NotificationItem[] {
  const { header, document } = message;
  // An identifier is unique for its sender only.
  const sender = header === undefined ? '' : `${institutionText(header.Fr.FIId)}:`;
  const name = header?.BizMsgIdr ?? hash('sha256', JSON.stringify(document.value), 'hex');
  return reportsOf(message).map((report, index) => ({
    eventId: `${document.id}:${sender}${name}:${index}`,
    type: document.id,
    ...content(link, report),
  }));
}

function content(link: NetworkLink, report: Report): Omit<NotificationItem, 'eventId' | 'type'> {
  const found = subjectOf(link, report);
  if (report.kind === 'notice' || found.kind === 'none') return {};
  if (found.kind === 'conflict') return { quarantined: 'its identifiers name different payments' };
  const subject = { by: 'provider_key', value: found.key } as const;
  // It may be about an earlier sending of the same message: the network is asked.
  if (report.kind === 'refusal') return { subject };
  if (report.kind === 'entry') {
    if (report.isReversal) return { quarantined: 'a booking of the payment was taken back' };
    // What was credited came with a transfer or a return of its own.
    if (report.direction === 'credit') return {};
  }
  const verb = verbOf(report);
  const decoded = decodeReport(link, report, found.key);
  // A late "not found" may be older than the message that was sent again because of another one: it says nothing.
  if (decoded.kind === 'not_found') return {};
  return { subject: { ...subject, ...(verb && { verb }) }, decoded };
}

/** The operation that money which comes in is about: not the one that the identifiers name, but one on the same payment. */
function verbOf({ kind }: Report): MoneyVerb | undefined {
  if (kind === 'return') return 'recall';
  return kind === 'credit' ? 'requestPayment' : undefined;
}
