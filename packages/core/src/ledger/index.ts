export type { BuriedJob, JobAnswer, JobKind, JobOffer, Jobs, LeasedJob, LeaseRequest } from './job.ts';
export type { Claim, ClaimAnswer, Ledger, Step, StepAnswer } from './ledger.ts';
export { type MemoryLedgerOptions, memoryLedger } from './memory-ledger.ts';
export { type AcceptAnswer, type Inbox, type NotificationRecord, notificationJob } from './notification-record.ts';
export type { OperationRecord } from './operation-record.ts';
export type { Outbox, OutboxRecord } from './outbox-record.ts';
export type { Store } from './store.ts';
export { decodeStored, encodeStored } from './stored-json.ts';
export type { TimelineEntry } from './timeline-entry.ts';
