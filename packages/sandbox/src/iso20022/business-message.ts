import type { Fields } from './fields.ts';

/** A business message: what its application header says, and the content of its document. */
export interface BusinessMessage {
  /** The members that sent it and that it is for: a BIC, or a member id of the clearing system. */
  readonly from: string;
  readonly to: string;
  /** BizMsgIdr of the header, which is the message id of the document too. */
  readonly id: string;
  /** MsgDefIdr, such as `pacs.008.001.08`. */
  readonly definition: string;
  readonly service: string | undefined;
  readonly createdAt: number;
  /** The message that this one answers. */
  readonly related: BusinessMessage | undefined;
  /** The content of `Document`. */
  readonly document: Fields;
}
