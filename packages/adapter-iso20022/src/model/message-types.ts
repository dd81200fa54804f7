import type { Messages } from './generated/messages.ts';

export type { Messages };

/** The name of a message and its version, such as `pacs.008.001.08`. */
export type MessageId = keyof Messages;
