import type { BusinessMessage } from '../business-message.ts';
import { MessageRefusal } from '../message-refusal.ts';
import type { Participants } from '../participant.ts';
import type { Rail } from '../rail.ts';
import { type SigningKey, signingKey } from '../signing-key.ts';
import { readMessage } from './read-message.ts';
import { signMessage } from './sign-message.ts';
import { verifyMessage } from './verify-message.ts';
import { writeMessage } from './write-message.ts';

/** Turns bytes into messages of members and messages of the network into bytes. */
export interface NetworkCodec {
  /** Reads what a member signed. Throws MessageRefusal. */
  open(xml: string): BusinessMessage;
  /** The signed text of a message, the same each time. */
  seal(message: BusinessMessage): string;
  /** Signs the text of a message anew: by the network, or by a stranger in its name. */
  sign(unsigned: string, by?: 'network' | 'stranger'): string;
}

export interface NetworkCodecParts {
  readonly rail: Rail;
  readonly key: SigningKey;
  readonly participants: Participants;
}

export function networkCodec({ rail, key, participants }: NetworkCodecParts): NetworkCodec {
  const sealed = new WeakMap<BusinessMessage, string>();
  const stranger = signingKey(key.id);
  const sign: NetworkCodec['sign'] = (unsigned, by = 'network') =>
    signMessage(unsigned, by === 'network' ? key : stranger);
  return {
    open: (xml) => {
      const { text, keyId } = verifyMessage(xml, (id) => participants.key(id));
      const message = readMessage(text);
      if (!participants.owns(message.from, keyId)) throw new MessageRefusal('SENDER', 'AppHdr/Fr');
      return message;
    },
    seal: (message) => {
      const xml = sealed.get(message) ?? sign(writeMessage(message, rail));
      sealed.set(message, xml);
      return xml;
    },
    sign,
  };
}
