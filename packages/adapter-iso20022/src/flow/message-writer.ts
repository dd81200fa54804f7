import type { MessageId, Messages } from '../model/message-types.ts';
import type { OutgoingMessage } from '../transport/message-transport.ts';
import { isSigned, type MessageName, writeBusinessMessage } from './business-message.ts';
import type { NetworkLink } from './network-link.ts';
import { type MessageKey, sealer } from './sealed-message.ts';

/** Writes a message as it leaves. @throws PolyrailError `command_invalid` for what the schema or the network refuses */
export type MessageWriter = <Id extends MessageId>(id: Id, value: Messages[Id], name: MessageName) => OutgoingMessage;

/**
 * Makes the writer of messages: each in its envelope, and signed where there is a key.
 *
 * @throws PolyrailError `configuration_invalid` for a key that does not fit its algorithm
 */
export function messageWriter(link: NetworkLink, key: MessageKey | undefined): MessageWriter {
  const seal = key !== undefined && isSigned(link.profile) ? sealer(key) : undefined;
  return (id, value, name) => {
    const text = writeBusinessMessage(link, id, value, name);
    return { name: name.businessMessageId, xml: seal === undefined ? text : seal(text) };
  };
}
