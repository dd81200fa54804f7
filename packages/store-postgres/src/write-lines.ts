import {
  encodeStored,
  keyScopeOf,
  type StoredJob,
  type StoredLine,
  type StoredOperation,
  type StoredPayment,
} from '@polyrail/core/store';
import type { PoolClient } from 'pg';
import type { Statement } from './database.ts';
import type { ImportStatements } from './import-statements.ts';
import { indexable } from './indexable.ts';
import { offerValues } from './jobs.ts';

type Row = readonly unknown[];

/** Writes lines, none of which is there, in one transaction. */
export async function writeLines(
  client: PoolClient,
  statements: ImportStatements,
  lines: readonly StoredLine[],
): Promise<void> {
  const run = (statement: Statement, values: Row) => client.query({ ...statement, values: [...values] });
  /** Column by column, as `unnest` takes them. */
  const write = async (statement: Statement, rows: readonly Row[]) => {
    const [first] = rows;
    if (first === undefined) return;
    const columns = first.map((_, column) => rows.map((row) => row[column]));
    await run(statement, columns);
  };
  const payments = lines.filter((line) => line.kind === 'payment');
  const jobs = lines.filter((line) => line.kind === 'job');
  await client.query('begin');
  await write(statements.payments, payments.map(paymentRow));
  await write(statements.operations, payments.flatMap(({ operations }) => operations).map(operationRow));
  await write(statements.names, nameRows(payments));
  await write(statements.timeline, payments.flatMap(timelineRows));
  await write(statements.notifications, lines.flatMap(notificationRows));
  await write(statements.events, lines.flatMap(eventRows));
  if (jobs.length > 0) {
    const offers = jobs.map(({ offer }) => offer);
    await run(statements.offers, offerValues(offers, 0));
    await write(statements.jobs, jobs.map(jobRow));
    await run(statements.fences, [Math.max(...jobs.map(({ fence }) => fence))]);
  }
  await client.query('commit');
}

function paymentRow({ payment }: StoredPayment): Row {
  const { id, tenant, version, openOperation, createdAtMs, updatedAtMs } = payment;
  const isOpen = openOperation !== undefined;
  return [indexable(id), indexable(tenant), version, isOpen, createdAtMs, updatedAtMs, encodeStored(payment)];
}

function operationRow({ operation, holdsKey }: StoredOperation): Row {
  return [
    indexable(operation.id),
    indexable(operation.tenant),
    keyScopeOf(operation.verb),
    holdsKey ? indexable(operation.idempotencyKey) : null,
    indexable(operation.paymentId),
    operation.state,
    operation.startedAtMs,
    encodeStored(operation),
  ];
}

/** Each name once, as one statement wants it. */
function nameRows(lines: readonly StoredPayment[]): readonly Row[] {
  const names = new Map<string, Row>();
  const add = (kind: string, providerName: string, value: string, operationId: string) => {
    const row = [indexable(providerName), kind, indexable(value), indexable(operationId)];
    const name = JSON.stringify(row.slice(0, 3));
    if (kind === 'key' || !names.has(name)) names.set(name, row);
  };
  for (const { operation, references } of lines.flatMap(({ operations }) => operations)) {
    add('key', operation.provider, operation.providerKey, operation.id);
    for (const reference of references) add('reference', operation.provider, reference, operation.id);
  }
  return [...names.values()];
}

function timelineRows({ payment, timeline }: StoredPayment): readonly Row[] {
  return timeline.map((entry) => [indexable(payment.id), encodeStored(entry)]);
}

function notificationRows(line: StoredLine): readonly Row[] {
  if (line.kind !== 'notification') return [];
  const { id, digest, receivedAtMs } = line.notification;
  return [[indexable(id), digest, receivedAtMs, encodeStored(line.notification)]];
}

function eventRows(line: StoredLine): readonly Row[] {
  return line.kind === 'event' ? [[indexable(line.event.id), line.event.atMs, encodeStored(line.event)]] : [];
}

function jobRow({ offer, offeredAtMs, attempts, fence, buried }: StoredJob): Row {
  return [indexable(offer.id), offeredAtMs, attempts, fence, buried?.atMs ?? null, buried?.reason ?? null];
}
