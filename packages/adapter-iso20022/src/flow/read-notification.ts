import { hash } from 'node:crypto';
import type { MoneyVerb, NotificationItem } from '@polyrail/core/provider';
import type { BusinessMessage } from './business-message.ts';
import type { OriginalReferences } from './correlate.ts';
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
  const contents = reportsOf(message).map((report) => content(link, report));
  const ending = (kinds: readonly string[]) =>
    new Set(contents.filter(({ decoded }) => decoded && kinds.includes(decoded.kind)).map(operationOf));
  const [executed, refused] = [ending(['succeeded']), ending(['declined', 'rejected'])];
  return contents.map((one, index) => ({
    eventId: `${document.id}:${sender}${name}:${index}`,
    type: document.id,
    ...(executed.has(operationOf(one)) && refused.has(operationOf(one)) ? contradiction : one),
  }));
}

const contradiction: Content = { quarantined: 'it says that the same operation was executed and that it was refused' };

function operationOf({ subject }: Content): string {
  return `${subject?.verb}:${subject?.value}`;
}

type Content = Omit<NotificationItem, 'eventId' | 'type'>;

function content(link: NetworkLink, report: Report): Content {
  const found = subjectOf(link, report);
  // It may be about an earlier sending of the same message: the network is asked. Where that cannot be, a person looks.
  if (report.kind === 'refusal')
    return found.kind === 'key' && link.profile.recovery.onSilence === 'inquire'
      ? { subject: { by: 'provider_key', value: found.key } }
      : { quarantined: 'the network gave a message back, and it cannot be asked what became of it' };
  if (report.kind === 'notice' || found.kind === 'none') return {};
  if (found.kind === 'conflict') return { quarantined: 'its identifiers name different payments' };
  if (report.kind === 'claim') return { quarantined: 'the money of a payment is asked back, which has to be answered' };
  const subject = { by: 'provider_key', value: found.key } as const;
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

/** What only one verb can be about, whichever operation of the payment the identifiers name. */
function verbOf(report: Report): MoneyVerb | undefined {
  switch (report.kind) {
    case 'return':
    case 'resolution':
      return 'recall';
    case 'credit':
      return 'requestPayment';
    // What leaves our account answers no request of ours. A return is booked under its message, and may have nothing else.
    case 'entry':
      return namesTransaction(report.original) ? 'transfer' : undefined;
    default:
      return undefined;
  }
}

function namesTransaction({ uetr, transactionId, instructionId }: OriginalReferences): boolean {
  return [uetr, transactionId, instructionId].some((text) => text !== undefined);
}
