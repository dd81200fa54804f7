import type { Payment } from '../model/payment.ts';
import type { NotificationRecord } from './notification-record.ts';
import type { OperationRecord } from './operation-record.ts';
import type { OutboxRecord } from './outbox-record.ts';
import type { PurgeAnswer, PurgeRequest } from './retention.ts';

interface PurgeablePayment {
  readonly payment: Payment;
  readonly operations: readonly OperationRecord[];
}

/** What is kept in memory, as far as it can go. */
export interface Purgeable {
  readonly payments: ReadonlyMap<string, PurgeablePayment>;
  readonly notifications: Map<string, NotificationRecord>;
  readonly events: Map<string, OutboxRecord>;
  /** What the jobs are about. */
  readonly subjects: Iterable<string>;
  removePayment(id: string): void;
}

/** Removes what is older than every window, as a durable store does. */
export function purgeMemory(memory: Purgeable, { beforeMs, limit = 500 }: PurgeRequest): PurgeAnswer {
  const { payments, notifications, events } = memory;
  const spokenOf = new Set<string>();
  for (const subject of memory.subjects) {
    spokenOf.add(subject);
    // The subject of a delivery is the event and the endpoint.
    spokenOf.add(subject.split(':', 1)[0] ?? subject);
  }
  const old = [...payments.values()]
    .filter(({ payment, operations }) => mayGo(payment, beforeMs) && !operations.some(({ id }) => spokenOf.has(id)))
    .sort((a, b) => a.payment.createdAtMs - b.payment.createdAtMs)
    .slice(0, limit);
  for (const { payment } of old) memory.removePayment(payment.id);
  const isOver = (id: string, atMs: number) => atMs < beforeMs && !spokenOf.has(id);
  return {
    payments: old.length,
    notifications: drop(notifications, limit, ({ id, receivedAtMs }) => isOver(id, receivedAtMs)),
    events: drop(events, limit, ({ id, atMs }) => isOver(id, atMs)),
  };
}

function mayGo({ createdAtMs, updatedAtMs, openOperation }: Payment, beforeMs: number): boolean {
  return createdAtMs < beforeMs && updatedAtMs < beforeMs && openOperation === undefined;
}

function drop<Item>(items: Map<string, Item>, limit: number, isOver: (item: Item) => boolean): number {
  const old = [...items].filter(([, item]) => isOver(item)).slice(0, limit);
  for (const [id] of old) items.delete(id);
  return old.length;
}
