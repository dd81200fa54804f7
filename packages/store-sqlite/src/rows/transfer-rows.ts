import {
  type ExportCursor,
  type ExportPage,
  isSameLine,
  lineIdOf,
  type NotificationRecord,
  type OutboxRecord,
  PolyrailError,
  type StoredLine,
} from '@polyrail/core/store';
import type { Database } from '../database.ts';
import type { Row } from '../driver/driver.ts';
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
  const { kind, after = '0' } = cursor ?? { kind: 'payment' };
  const page = database.all(
    `select rowid as cursor, * from ${kind}s where rowid > ? order by rowid limit ?`,
    ...[Number(after), pageSize],
  );
  const lines = page.map((row) => lineOf(kind, row, rows));
  if (page.length === pageSize) return { lines, next: { kind, after: String(page.at(-1)?.['cursor']) } };
  const next = kinds[kinds.indexOf(kind) + 1];
  return next === undefined ? { lines } : { lines, next: { kind: next } };
}

/** Writes lines of another store, except those that are there. */
export function importLines(database: Database, rows: RowKinds, lines: readonly StoredLine[]): void {
  for (const line of lines) {
    const id = lineIdOf(line);
    const row = database.get(`select * from ${line.kind}s where id = ?`, id);
    if (row === undefined) write(line, rows);
    else if (!isSameLine(lineOf(line.kind, row, rows), line))
      throw new PolyrailError('configuration_invalid', `the store has another ${line.kind} ${id}`);
  }
}

function write(line: StoredLine, { payments, notifications, events, jobs }: RowKinds): void {
  if (line.kind === 'payment') payments.import(line);
  else if (line.kind === 'notification') notifications.add(line.notification);
  else if (line.kind === 'event') events.add(line.event);
  else jobs.import(line);
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
