import type { Decoded, Transport } from '@polyrail/core/provider';

/** One message on its way out: signed already, where the network has messages signed. */
export interface OutgoingMessage {
  /** `BizMsgIdr`, or `MsgId` where there is no header. */
  readonly name: string;
  readonly xml: string;
}

/** What a channel says to a message, before anything of it is believed. */
export type ChannelAnswer =
  /** The network answered on the same channel. */
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  /** It took the message, and answers by itself. */
  | { readonly kind: 'accepted' }
  /** The channel itself answered. */
  | { readonly kind: 'refused'; readonly decoded: Decoded<never> };

/**
 * A channel to a network: HTTPS, a queue, files. It sends a message at most once and says how far it got; whether it is
 * answered on the same channel or by a message of its own is the network's affair.
 */
export type MessageTransport = Transport<OutgoingMessage, ChannelAnswer>;
