import {
  encodeStored,
  keyScopeOf,
  type NotificationRecord,
  type OutboxRecord,
  type StoredJob,
  type StoredLine,
  type StoredPayment,
} from '@polyrail/core/store';
import type { PoolClient } from 'pg';
import type { Statement } from './database.ts';
import type { ImportStatements } from './import-statements.ts';
import { indexable } from './indexable.ts';
import { offerValues } from './jobs.ts';

type Write = (statement: Statement, values: readonly unknown[]) => Promise<unknown>;

/** Writes lines, none of which is there, in one transaction. */
export async function writeLines(
  client: PoolClient,
  statements: ImportStatements,
  lines: readonly StoredLine[],
): Promise<void> {
  const write: Write = (statement, values) => client.query({ ...statement, values: [...values] });
  await client.query('begin');
  await writePayments(write, statements, lines.filter(isPayment));
  await writeNotifications(
    write,
    statements,
    lines.flatMap((line) => (line.kind === 'notification' ? line.notification : [])),
  );
  await writeEvents(
    write,
    statements,
    lines.flatMap((line) => (line.kind === 'event' ? line.event : [])),
  );
  await writeJobs(write, statements, lines.filter(isJob));
  await client.query('commit');
}

function isPayment(line: StoredLine): line is StoredPayment {
  return line.kind === 'payment';
}

function isJob(line: StoredLine): line is StoredJob {
  return line.kind === 'job';
}

async function writePayments(
  write: Write,
  statements: ImportStatements,
  lines: readonly StoredPayment[],
): Promise<void> {
  await write(
    statements.payments,
    columns(lines, 7, ({ payment }) => [
      indexable(payment.id),
      indexable(payment.tenant),
      payment.version,
      payment.openOperation !== undefined,
      payment.createdAtMs,
      payment.updatedAtMs,
      encodeStored(payment),
    ]),
  );
  const stored = lines.flatMap(({ operations }) => operations);
  await write(
    statements.operations,
    columns(stored, 8, ({ operation, holdsKey }) => [
      indexable(operation.id),
      indexable(operation.tenant),
      keyScopeOf(operation.verb),
      holdsKey ? indexable(operation.idempotencyKey) : null,
      indexable(operation.paymentId),
      operation.state,
      operation.startedAtMs,
      encodeStored(operation),
    ]),
  );
  await write(
    statements.names,
    columns([...namesOf(lines).values()], 4, (name) => name),
  );
  const entries = lines.flatMap(({ payment, timeline }) =>
    timeline.map((entry) => [indexable(payment.id), encodeStored(entry)]),
  );
  await write(
    statements.timeline,
    columns(entries, 2, (entry) => entry),
  );
}

/** Each name once, as one statement wants it. */
function namesOf(lines: readonly StoredPayment[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  const add = (kind: string, providerName: string, value: string, operationId: string) => {
    const row = [indexable(providerName), kind, indexable(value), indexable(operationId)];
    const name = JSON.stringify(row.slice(0, 3));
    if (kind === 'key' || !names.has(name)) names.set(name, row);
  };
  for (const { operation, references } of lines.flatMap(({ operations }) => operations)) {
    add('key', operation.provider, operation.providerKey, operation.id);
    for (const reference of references) add('reference', operation.provider, reference, operation.id);
  }
  return names;
}

async function writeNotifications(
  write: Write,
  { notifications }: ImportStatements,
  records: readonly NotificationRecord[],
): Promise<void> {
  const values = columns(records, 4, (record) => {
    const { id, digest, receivedAtMs } = record;
    return [indexable(id), digest, receivedAtMs, encodeStored(record)];
  });
  await write(notifications, values);
}

async function writeEvents(
  write: Write,
  { events }: ImportStatements,
  records: readonly OutboxRecord[],
): Promise<void> {
  await write(
    events,
    columns(records, 3, (record) => [indexable(record.id), record.atMs, encodeStored(record)]),
  );
}

async function writeJobs(write: Write, statements: ImportStatements, lines: readonly StoredJob[]): Promise<void> {
  if (lines.length === 0) return;
  await write(
    statements.offers,
    offerValues(
      lines.map(({ offer }) => offer),
      0,
    ),
  );
  await write(
    statements.jobs,
    columns(lines, 6, ({ offer, offeredAtMs, attempts, fence, buried }) => [
      indexable(offer.id),
      offeredAtMs,
      attempts,
      fence,
      buried?.atMs ?? null,
      buried?.reason ?? null,
    ]),
  );
  await write(statements.fences, [Math.max(...lines.map(({ fence }) => fence))]);
}

/** The values of rows, column by column, as `unnest` takes them. */
function columns<Item>(
  items: readonly Item[],
  width: number,
  rowOf: (item: Item) => readonly unknown[],
): readonly (readonly unknown[])[] {
  const rows = items.map(rowOf);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}
