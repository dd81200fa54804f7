import type { Payment } from '../model/payment.ts';
import type { JobOffer } from './job.ts';
import type { NotificationRecord } from './notification-record.ts';
import type { OperationRecord } from './operation-record.ts';
import type { OutboxRecord } from './outbox-record.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** One thing that a store keeps, on its way to another store. Every id stays as it is. */
export type StoredLine =
  | StoredPayment
  | { readonly kind: 'notification'; readonly notification: NotificationRecord }
  | { readonly kind: 'event'; readonly event: OutboxRecord }
  | StoredJob;

/** A payment with everything that happened to it. */
export interface StoredPayment {
  readonly kind: 'payment';
  readonly payment: Payment;
  /** Oldest first. */
  readonly operations: readonly StoredOperation[];
  /** Oldest first. */
  readonly timeline: readonly TimelineEntry[];
}

/** An operation with the names that lead to it. */
export interface StoredOperation {
  readonly operation: OperationRecord;
  /** False when it was released: the key is free, or another operation's. */
  readonly holdsKey: boolean;
  /** The provider references that it was the first to have. */
  readonly references: readonly string[];
}

/** A job without its lease: who exports a store runs nothing on it. */
export interface StoredJob {
  readonly kind: 'job';
  readonly offer: JobOffer;
  readonly offeredAtMs: number;
  readonly attempts: number;
  readonly fence: number;
  readonly buried?: { readonly atMs: number; readonly reason: string };
}
