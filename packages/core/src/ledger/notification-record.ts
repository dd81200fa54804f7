import type { NotificationItem, NotificationMessage } from '../provider/notification.ts';
import type { JobOffer } from './job.ts';

/** A verified notification as it is kept, to be read again: without card numbers, account numbers and credentials. */
export interface KeptMessage {
  readonly headers: NotificationMessage['headers'];
  /** UTF-8. */
  readonly body: string;
}

/** One event of a verified notification, as it is stored. */
export interface NotificationRecord {
  /** Unique in the ledger. */
  readonly id: string;
  readonly provider: string;
  readonly item: NotificationItem;
  /** The whole notification, where some of it could not be read. */
  readonly message?: KeptMessage;
  /** SHA-256 of what the event says, in hexadecimal: the same event id with another one is a conflict. */
  readonly digest: string;
  /** Which secret verified it. */
  readonly secretId: string;
  readonly receivedAtMs: number;
}

/** What became of an event at the door. A duplicate has no second effect; a conflict is kept out and reported. */
export type AcceptAnswer = 'new' | 'duplicate' | 'conflict';

/** The durable inbox: what it has answered for is processed, whatever happens to the process. */
export interface Inbox {
  /** Stores the events of one notification and offers a job for each new one, in one durable step. Answers in their order. */
  accept(records: readonly NotificationRecord[], nowMs: number): Promise<readonly AcceptAnswer[]>;
  notification(id: string): Promise<NotificationRecord | undefined>;
}

/** The job that processes a stored event: in order for each thing that events speak of. A hint waits for none, and holds up none. */
export function notificationJob({ id, provider, item }: NotificationRecord, nowMs: number): JobOffer {
  const subject = item.subject === undefined || item.decoded === undefined ? item.eventId : item.subject.value;
  return {
    id: `notification:${id}`,
    kind: 'notification',
    subject: id,
    partition: `${provider}:${subject}`,
    runAtMs: nowMs,
  };
}
