import type { Delivery } from '@polyrail/core/provider';
import type { ChannelAnswer, MessageTransport, OutgoingMessage } from './message-transport.ts';

/** Hands messages to a function in the same process, for tests and simulations. */
export function memoryMessages(
  network: (message: OutgoingMessage) => Promise<Delivery<ChannelAnswer>> | Delivery<ChannelAnswer>,
): MessageTransport {
  return { send: async (message) => network(message), close: async () => undefined };
}
