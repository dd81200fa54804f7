import type { Fields } from './fields.ts';

/** What the application header of a business message says. */
export interface MessageHeader {
  /** The members that sent it and that it is for: a BIC, or a member id of the clearing system. */
  readonly from: string;
  readonly to: string;
  /** BizMsgIdr, which is the message id of the document too. */
  readonly id: string;
  /** MsgDefIdr, such as `pacs.008.001.08`. */
  readonly definition: string;
  readonly service: string | undefined;
  readonly createdAt: number;
}

/** A business message: its header, and the content of its document. */
export interface BusinessMessage extends MessageHeader {
  /** The message that this one answers. */
  readonly related: MessageHeader | undefined;
  /** The content of `Document`. */
  readonly document: Fields;
}

/** The header alone, to be kept without the document. */
export function headerOf({ from, to, id, definition, service, createdAt }: MessageHeader): MessageHeader {
  return { from, to, id, definition, service, createdAt };
}
