export type { Issue, IssueCode, SchemaIssueCode } from './codec/issue.ts';
export { type MessageCodec, message, type Writing } from './codec/message.ts';
export type { ReadLimits } from './codec/read-limits.ts';
export type { Reading } from './codec/reading.ts';
export type { Amount } from './model/amount.ts';
export { messageIdOf, messageIds } from './model/message-id.ts';
export type { MessageId, Messages } from './model/message-types.ts';
export type { OneOf } from './model/one-of.ts';
