import type { AcceptAnswer, Inbox, NotificationRecord } from '../ledger/notification-record.ts';

/** Stores events. An id that came before with another content names two events: the later one is kept too, for a person. */
export async function acceptRecords(
  ledger: Inbox,
  records: readonly NotificationRecord[],
  nowMs: number,
): Promise<readonly AcceptAnswer[]> {
  const answers = await ledger.accept(records, nowMs);
  const others = records.filter((_, index) => answers[index] === 'conflict').map(asConflict);
  if (others.length > 0) await ledger.accept(others, nowMs);
  return answers;
}

function asConflict(record: NotificationRecord): NotificationRecord {
  const item = { ...record.item, quarantined: 'its id came before with another content' };
  return { ...record, id: `${record.id}:${record.digest}`, item };
}
