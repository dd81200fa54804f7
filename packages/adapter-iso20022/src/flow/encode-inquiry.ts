import { hash } from 'node:crypto';
import { type InquiryCommand, type MoneyVerb, PolyrailError } from '@polyrail/core/provider';
import type { OutgoingMessage } from '../transport/message-transport.ts';
import { messageWriter } from './message-writer.ts';
import type { NetworkLink } from './network-link.ts';
import { sentOperation } from './original.ts';
import { identify, keyLength } from './payment-identity.ts';
import type { MessageKey } from './sealed-message.ts';
import { statusInquiry } from './status-inquiry.ts';

/**
 * Makes the writer of questions what became of a transfer or a return. Each has a name of its own, by when it is asked. It
 * throws a PolyrailError `command_invalid` for an operation that the network takes no questions about.
 */
export function inquiryEncoder(
  link: NetworkLink,
  key: MessageKey | undefined,
): (command: InquiryCommand) => OutgoingMessage {
  const write = messageWriter(link, key);
  return ({ verb, payment, idempotencyKey, startedAtMs, askedAtMs }) => {
    const messageName = askedMessage(link, verb);
    if (messageName === undefined)
      throw new PolyrailError('command_invalid', `${link.profile.name} answers no question about it`);
    const asked = sentOperation(link, idempotencyKey, startedAtMs, messageName, payment.reference);
    const own = hash('sha256', `${idempotencyKey} ${askedAtMs}`, 'hex').slice(0, keyLength(link.profile));
    const { messageId, businessMessageId } = identify(link, own, askedAtMs);
    const value = statusInquiry(link, asked, messageId, askedAtMs);
    return write('pacs.028.001.03', value, { businessMessageId, createdAtMs: askedAtMs });
  };
}

function askedMessage({ profile }: NetworkLink, verb: MoneyVerb): string | undefined {
  switch (verb) {
    case 'transfer':
      return profile.messages.creditTransfer;
    case 'refund':
      return profile.messages.return;
    default:
      return undefined;
  }
}
