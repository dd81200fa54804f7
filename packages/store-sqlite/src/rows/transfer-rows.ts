import { type NotificationRecord, type OutboxRecord, PolyrailError } from '@polyrail/core';
import type { Database } from '../database.ts';
import type { Row } from '../driver/driver.ts';
import type { ExportCursor, ExportPage, StoredLine } from '../transfer.ts';
import type { EventRows } from './event-rows.ts';
import type { JobRows } from './job-rows.ts';
import type { NotificationRows } from './notification-rows.ts';
import type { PaymentRows } from './payment-rows.ts';
import { recordOf } from './record.ts';

/** The rows of each kind. */
export interface RowKinds {
  readonly payments: PaymentRows;
  readonly notifications: NotificationRows;
  readonly events: EventRows;
  readonly jobs: JobRows;
}

const pageSize = 200;
const kinds: readonly StoredLine['kind'][] = ['payment', 'notification', 'event', 'job'];

/** Reads one page for another store. */
export function exportPage(database: Database, rows: RowKinds, cursor?: ExportCursor): ExportPage {
  const { kind, after } = cursor ?? { kind: 'payment', after: 0 };
  const page = database.all(
    `select rowid as cursor, * from ${kind}s where rowid > ? order by rowid limit ?`,
    ...[after, pageSize],
  );
  const lines = page.map((row) => lineOf(kind, row, rows));
  if (page.length === pageSize) return { lines, next: { kind, after: Number(page.at(-1)?.['cursor']) } };
  const next = kinds[kinds.indexOf(kind) + 1];
  return next === undefined ? { lines } : { lines, next: { kind: next, after: 0 } };
}

/** Writes lines of another store. */
export function importLines(lines: readonly StoredLine[], rows: RowKinds): void {
  for (const line of lines)
    switch (line.kind) {
      case 'payment':
        rows.payments.import(line);
        break;
      case 'notification':
        if (!rows.notifications.add(line.notification)) refuse(`notification ${line.notification.id}`);
        break;
      case 'event':
        rows.events.add(line.event);
        break;
      case 'job':
        rows.jobs.import(line);
    }
}

function lineOf(kind: StoredLine['kind'], row: Row, { payments, jobs }: RowKinds): StoredLine {
  switch (kind) {
    case 'payment':
      return payments.export(row);
    case 'notification':
      return { kind, notification: recordOf<NotificationRecord>(row) };
    case 'event':
      return { kind, event: recordOf<OutboxRecord>(row) };
    case 'job':
      return jobs.export(row);
  }
}

function refuse(what: string): never {
  throw new PolyrailError('ledger_unavailable', `${what} is in the store already`);
}
