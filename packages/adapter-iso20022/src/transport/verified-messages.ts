import { isUtf8 } from 'node:buffer';
import type { Clock, Decoded, Transport } from '@polyrail/core/provider';
import type { KeyRing } from '@polyrail/xml';
import { type BusinessMessage, readBusinessMessage } from '../flow/business-message.ts';
import type { NetworkLink } from '../flow/network-link.ts';
import { type Unsealed, unseal } from '../flow/sealed-message.ts';
import type { MessageTransport, OutgoingMessage } from './message-transport.ts';

/** What a network said to a message. */
export type NetworkAnswer =
  | { readonly kind: 'message'; readonly message: BusinessMessage }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly decoded: Decoded<never> }
  /** Something came that is not believed, or is no message. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Verifies and reads what comes back on a channel: nothing that is not signed reaches a mapper.
 *
 * @param keys of the network. `undefined`: its messages are not signed
 */
export function verifiedMessages(
  link: NetworkLink,
  channel: MessageTransport,
  keys: KeyRing | undefined,
  clock: Clock,
): Transport<OutgoingMessage, NetworkAnswer> {
  return {
    async send(message, context) {
      const delivery = await channel.send(message, context);
      if (delivery.phase !== 'answered') return delivery;
      const { response } = delivery;
      if (response.kind !== 'message') return { phase: 'answered', response };
      return { phase: 'answered', response: openMessage(link, response.bytes, keys, clock.now()) };
    },
    close: () => channel.close(),
  };
}

function openMessage(link: NetworkLink, bytes: Uint8Array, keys: KeyRing | undefined, nowMs: number): NetworkAnswer {
  const unsealed = keys === undefined ? unsigned(bytes) : unseal(link.profile, bytes, keys, nowMs);
  if (unsealed.kind === 'refused') return { kind: 'unreadable', reason: `it is not believed: ${unsealed.reason}` };
  const message = readBusinessMessage(link, unsealed.text);
  return typeof message === 'string' ? { kind: 'unreadable', reason: message } : { kind: 'message', message };
}

function unsigned(bytes: Uint8Array): Unsealed {
  if (!isUtf8(bytes)) return { kind: 'refused', reason: 'it is not in UTF-8' };
  return { kind: 'verified', text: Buffer.from(bytes).toString('utf8'), keyId: '' };
}
