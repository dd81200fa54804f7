export { type KeyRing, keyRing, type RingKey, type SigningKey } from '@polyrail/xml';
export type { Issue, IssueCode, SchemaIssueCode } from './codec/issue.ts';
export { type MessageCodec, message, type Writing } from './codec/message.ts';
export type { ReadLimits } from './codec/read-limits.ts';
export type { Issues, Reading } from './codec/reading.ts';
export {
  defineIso20022Provider,
  type Iso20022Connection,
  type Iso20022Definition,
  type Iso20022ProviderFactory,
  type Iso20022ProviderOptions,
  type Iso20022Wire,
} from './define-iso20022-provider.ts';
export type { BusinessMessage, Document } from './flow/business-message.ts';
export type { Institution } from './flow/institution.ts';
export type { NetworkLink } from './flow/network-link.ts';
export type { MessageKey } from './flow/sealed-message.ts';
export type { Amount } from './model/amount.ts';
export { messageIdOf, messageIds } from './model/message-id.ts';
export type { MessageId, Messages } from './model/message-types.ts';
export type { OneOf } from './model/one-of.ts';
export { checkProfile } from './profile/check-profile.ts';
export type { IdentifierFormat, IdentifierPart } from './profile/identifier-format.ts';
export * from './profile/network-profile.ts';
export { networkProfiles } from './profile/network-profiles.ts';
export type { AddressForm, Certainty, ProfileIssue, ProfileRule, RuleCheck } from './profile/profile-rule.ts';
export type { ReasonMeaning } from './profile/reason-code.ts';
export { type NetworkMeaning, statusMeaning } from './profile/status-meaning.ts';
export { readStatement, type StatementItem, type StatementLimits } from './statement/read-statement.ts';
export {
  type BookedTransaction,
  type ExpectedPayment,
  type ReconciledPayment,
  type Reconciliation,
  reconcile,
} from './statement/reconcile.ts';
export type {
  EntryDirection,
  EntryReferences,
  EntryStatus,
  EntryTransaction,
  StatementEntry,
} from './statement/statement-entry.ts';
export type { StatementBalance, StatementHeader } from './statement/statement-header.ts';
export type { StatementMessageId } from './statement/statement-model.ts';
export { type HttpsMessagesOptions, httpsMessages } from './transport/https-messages.ts';
export { memoryMessages } from './transport/memory-messages.ts';
export type { ChannelAnswer, MessageTransport, OutgoingMessage } from './transport/message-transport.ts';
export { receiveStream, type StreamReceiver, type StreamReceiverOptions } from './transport/stream-receiver.ts';
export type { NetworkAnswer } from './transport/verified-messages.ts';
