export type { DurableStore } from './durable-store.ts';
export { exportStore } from './export-store.ts';
export { importStore } from './import-store.ts';
export { isSameLine } from './is-same-line.ts';
export type { BuriedJob, DueRequest, JobAnswer, JobKind, JobOffer, Jobs, LeasedJob, LeaseRequest } from './job.ts';
export type { Claim, ClaimAnswer, Ledger, Review, Step, StepAnswer } from './ledger.ts';
export { isLikelyDouble, likelyDoubleWindowMs } from './likely-double.ts';
export { lineIdOf } from './line-id.ts';
export { type MemoryLedgerOptions, memoryLedger } from './memory-ledger.ts';
export {
  type AcceptAnswer,
  type Inbox,
  type KeptMessage,
  type NotificationRecord,
  notificationJob,
} from './notification-record.ts';
export type { OperationRecord } from './operation-record.ts';
export type { Outbox, OutboxRecord } from './outbox-record.ts';
export { type PurgePolicy, purgeStore } from './purge-store.ts';
export type { PurgeAnswer, PurgeRequest, Retention } from './retention.ts';
export type { Store } from './store.ts';
export { decodeStored, encodeStored } from './stored-json.ts';
export type { StoredJob, StoredLine, StoredOperation, StoredPayment } from './stored-line.ts';
export type { TimelineEntry } from './timeline-entry.ts';
export type { ExportCursor, ExportPage, TransferableStore } from './transferable-store.ts';
export type { WakeSignal } from './wake-signal.ts';
