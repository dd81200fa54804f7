export type { Amount } from '../model/amount.ts';
export { messageIdOf, messageIds } from '../model/message-id.ts';
export type { MessageId, Messages } from '../model/message-types.ts';
export type { OneOf } from '../model/one-of.ts';
export type { Issue, IssueCode, SchemaIssueCode } from './issue.ts';
export { type MessageCodec, message, type Writing } from './message.ts';
export type { ReadLimits } from './read-limits.ts';
export type { Issues, Reading } from './reading.ts';
