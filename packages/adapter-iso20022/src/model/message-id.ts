import { messageRoots } from './generated/type-table.ts';
import type { MessageId } from './message-types.ts';

const prefix = 'urn:iso:std:iso:20022:tech:xsd:';

/** The messages that can be read and written, in order of their names. */
export const messageIds: readonly MessageId[] = Object.keys(messageRoots).filter(isMessageId);

/** The namespace of a message. */
export function namespaceOf(id: MessageId): string {
  return `${prefix}${id}`;
}

/** The message that a namespace belongs to; `undefined` for a namespace that is none of ours. */
export function messageIdOf(namespace: string): MessageId | undefined {
  const id = namespace.startsWith(prefix) ? namespace.slice(prefix.length) : '';
  return isMessageId(id) ? id : undefined;
}

/** True for the name of a message that can be read and written. */
export function isMessageId(text: string): text is MessageId {
  return Object.hasOwn(messageRoots, text);
}
