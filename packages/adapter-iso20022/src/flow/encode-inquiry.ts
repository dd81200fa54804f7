import { hash } from 'node:crypto';
import { type InquiryCommand, type MoneyVerb, PolyrailError } from '@polyrail/core/provider';
import type { OutgoingMessage } from '../transport/message-transport.ts';
import { outgoing } from './encode-message.ts';
import type { NetworkLink } from './network-link.ts';
import { sentOperation } from './original.ts';
import { identify, keyLength } from './payment-identity.ts';
import type { MessageKey } from './sealed-message.ts';
import { statusInquiry } from './status-inquiry.ts';

/**
 * The question what became of a transfer or a return. Each has a name of its own, by when it is asked.
 *
 * @throws PolyrailError `command_invalid` for an operation that the network takes no questions about
 */
export function encodeInquiry(
  link: NetworkLink,
  key: MessageKey | undefined,
  { verb, payment, idempotencyKey, startedAtMs, askedAtMs }: InquiryCommand,
): OutgoingMessage {
  const messageName = askedMessage(link, verb);
  if (messageName === undefined)
    throw new PolyrailError('command_invalid', `${link.profile.name} answers no question about it`);
  const asked = sentOperation(link, idempotencyKey, startedAtMs, messageName, payment.reference);
  const own = hash('sha256', `${idempotencyKey} ${askedAtMs}`, 'hex').slice(0, keyLength);
  const { messageId, businessMessageId } = identify(link.profile, link.us, own, askedAtMs);
  const value = statusInquiry(link, asked, messageId, askedAtMs);
  return outgoing(link, key, 'pacs.028.001.03', value, businessMessageId, askedAtMs);
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
