/** Why the network takes a message back as it stands (admi.002): nothing was executed. */
export const MESSAGE_REFUSALS = {
  SYNTAX: 'The message cannot be read',
  SIGNATURE: 'The signature does not hold',
  SENDER: 'The sender is no participant, or not the owner of the key',
  DUPLICATE_ID: 'Another message had this id',
  UNKNOWN_MESSAGE: 'The network does not take this message',
  INQUIRY_TOO_EARLY: 'The time for an inquiry has not come',
  FULL: 'The network takes no more messages',
} as const;

export type MessageRefusalReason = keyof typeof MESSAGE_REFUSALS;

/** Thrown where a message is refused as it stands, and turned into an admi.002 in one place. */
export class MessageRefusal extends Error {
  readonly reason: MessageRefusalReason;
  /** Where in the message. */
  readonly at: string | undefined;

  constructor(reason: MessageRefusalReason, at?: string) {
    super(MESSAGE_REFUSALS[reason]);
    this.name = 'MessageRefusal';
    this.reason = reason;
    this.at = at;
  }
}
