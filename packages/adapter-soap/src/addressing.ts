import { characterData } from '@polyrail/xml';
import type { HeaderBlock } from './header-block.ts';

/** Namespace of WS-Addressing 1.0. */
const addressingNamespace = 'http://www.w3.org/2005/08/addressing';

/** What the header blocks of WS-Addressing say. */
export interface Addressing {
  readonly action: string;
  readonly to: string;
  /** 32 hexadecimal digits; they become the UUID of the message, so that a repeat is the same message. */
  readonly messageKey: string;
}

/** The header blocks of a request. The answer comes back on the same connection. @see https://www.w3.org/TR/ws-addr-core/ */
export function addressingHeaders({ action, to, messageKey }: Addressing): readonly HeaderBlock[] {
  const uuid = messageKey.padEnd(32, '0').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  const block = (name: string, content: string): HeaderBlock => ({
    opening: `<wsa:${name} xmlns:wsa="${addressingNamespace}"`,
    rest: `>${content}</wsa:${name}>`,
  });
  return [
    block('Action', characterData(action)),
    block('To', characterData(to)),
    block('MessageID', `urn:uuid:${uuid}`),
    block('ReplyTo', `<wsa:Address>${addressingNamespace}/anonymous</wsa:Address>`),
  ];
}
