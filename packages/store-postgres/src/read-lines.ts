import {
  decodeStored,
  type JobOffer,
  type NotificationRecord,
  type OperationRecord,
  type OutboxRecord,
  type Payment,
  type StoredJob,
  type StoredLine,
  type StoredOperation,
  type StoredPayment,
  type TimelineEntry,
} from '@polyrail/core/store';
import type { Database } from './database.ts';
import type { ExportStatements } from './export-statements.ts';
import { indexable } from './indexable.ts';

/** A row of any kind. */
export interface LineRow {
  /** As it is indexed. */
  readonly id: string;
  readonly record: string;
}

interface JobRow extends LineRow {
  readonly run_at_ms: number;
  readonly offered_at_ms: number;
  readonly attempts: number;
  readonly fence: number;
  readonly buried_at_ms: number | null;
  readonly reason: string | null;
}

interface OperationRow {
  readonly payment_id: string;
  readonly record: string;
  readonly holds_key: boolean;
  readonly references: readonly string[];
}

/** The lines that rows of one kind stand for, in their order. */
export async function readLines(
  database: Database,
  statements: ExportStatements,
  kind: StoredLine['kind'],
  rows: readonly LineRow[],
): Promise<readonly StoredLine[]> {
  switch (kind) {
    case 'payment':
      return readPayments(database, statements, rows);
    case 'notification':
      return rows.map(({ record }) => ({ kind, notification: decodeStored<NotificationRecord>(record) }));
    case 'event':
      return rows.map(({ record }) => ({ kind, event: decodeStored<OutboxRecord>(record) }));
    case 'job':
      return rows.map((row) => jobOf(row as JobRow));
  }
}

async function readPayments(
  database: Database,
  statements: ExportStatements,
  rows: readonly LineRow[],
): Promise<readonly StoredPayment[]> {
  const ids = rows.map(({ id }) => id);
  const operations = new Map<string, StoredOperation[]>(ids.map((id) => [id, []]));
  for (const row of await database.run<OperationRow>(statements.operations, [ids]))
    operations.get(row.payment_id)?.push(operationOf(row));
  const timelines = new Map<string, TimelineEntry[]>(ids.map((id) => [id, []]));
  for (const row of await database.run<{ payment_id: string; entry: string }>(statements.timeline, [ids]))
    timelines.get(row.payment_id)?.push(decodeStored<TimelineEntry>(row.entry));
  return rows.map(({ id, record }) => ({
    kind: 'payment',
    payment: decodeStored<Payment>(record),
    operations: operations.get(id) ?? [],
    timeline: timelines.get(id) ?? [],
  }));
}

function operationOf({ record, holds_key: holdsKey, references }: OperationRow): StoredOperation {
  const operation = decodeStored<OperationRecord>(record);
  const { outcome } = operation;
  // A long reference is indexed by its digest; the record still has it as it was.
  const own = outcome !== undefined && 'value' in outcome ? outcome.value.providerReference : undefined;
  const spelledOut = references.map((name) => (own !== undefined && indexable(own) === name ? own : name));
  return { operation, holdsKey, references: spelledOut };
}

function jobOf({ record, run_at_ms: runAtMs, offered_at_ms: offeredAtMs, attempts, fence, ...row }: JobRow): StoredJob {
  const { id, kind, subject, partition } = decodeStored<JobOffer>(record);
  const offer = { id, kind, subject, partition, runAtMs };
  const { buried_at_ms: atMs, reason } = row;
  return {
    kind: 'job',
    offer,
    offeredAtMs,
    attempts,
    fence,
    ...(atMs !== null && { buried: { atMs, reason: String(reason) } }),
  };
}
