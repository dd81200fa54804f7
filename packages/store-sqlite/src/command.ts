import {
  type ClaimAnswer,
  type DurableStore,
  type ErrorCode,
  PolyrailError,
  type StepAnswer,
} from '@polyrail/core/store';
import type { Database } from './database.ts';
import { EventRows } from './rows/event-rows.ts';
import { JobRows } from './rows/job-rows.ts';
import { NotificationRows } from './rows/notification-rows.ts';
import type { ClaimColumns, StepColumns } from './rows/payment-columns.ts';
import { PaymentRows } from './rows/payment-rows.ts';
import { purge } from './rows/retention.ts';
import { exportPage, importLines, type RowKinds } from './rows/transfer-rows.ts';

/** What `Method` becomes when it runs beside the file, inside a transaction. */
type Synchronous<Method> = Method extends (...args: infer Args) => Promise<infer Answer>
  ? (...args: Args) => Answer
  : never;

/** Everything that can be asked of the file. Each is atomic; several of them share one commit. */
export type Commands = {
  readonly [Name in Exclude<keyof DurableStore, 'close' | 'onOffer' | 'serverTime' | keyof Writes>]: Synchronous<
    DurableStore[Name]
  >;
} & Writes;

/** The writes of every payment. Their records are made into text where they come from. */
interface Writes {
  readonly claim: (claim: ClaimColumns) => ClaimAnswer;
  readonly record: (step: StepColumns) => StepAnswer;
  readonly release: (step: StepColumns) => StepAnswer;
}

/** A command on its way to the file. */
export interface Command {
  readonly name: keyof Commands;
  readonly args: readonly unknown[];
}

/** What became of a command. It is plain data: errors lose their code between threads. */
export type CommandResult =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** An open file and its rows. */
export interface Rows extends RowKinds {
  readonly database: Database;
}

/** The rows of an open file. */
export function rowsOf(database: Database): Rows {
  const jobs = new JobRows(database);
  const events = new EventRows(database);
  const notifications = new NotificationRows(database, jobs);
  return { database, jobs, events, notifications, payments: new PaymentRows(database, jobs, events) };
}

/** The one list of the commands: what each of them does to the rows. */
export const commands: {
  readonly [Name in keyof Commands]: (rows: Rows, ...args: Parameters<Commands[Name]>) => ReturnType<Commands[Name]>;
} = {
  claim: ({ payments }, claim) => payments.claim(claim),
  record: ({ payments }, step) => payments.record(step),
  release: ({ payments }, step) => payments.release(step),
  operation: ({ payments }, tenant, scope, key) => payments.operation(tenant, scope, key),
  operationById: ({ payments }, id) => payments.operationById(id),
  operationByProviderKey: ({ payments }, provider, key) => payments.operationByProviderKey(provider, key),
  operationByProviderReference: ({ payments }, ...named) => payments.operationByProviderReference(...named),
  interrupted: ({ payments }, startedBeforeMs, limit) => payments.interrupted(startedBeforeMs, limit),
  reviews: ({ payments }, limit, after) => payments.reviews(limit, after),
  payment: ({ payments }, tenant, id) => payments.payment(tenant, id),
  operationsOf: ({ payments }, paymentId) => payments.operationsOf(paymentId),
  timeline: ({ payments }, tenant, id) => payments.timeline(tenant, id),
  accept: ({ notifications }, records, nowMs) => notifications.accept(records, nowMs),
  notification: ({ notifications }, id) => notifications.notification(id),
  event: ({ events }, id) => events.event(id),
  due: ({ jobs }, request) => jobs.due(request),
  lease: ({ jobs }, request) => jobs.lease(request),
  finish: ({ jobs }, job) => jobs.finish(job),
  postpone: ({ jobs }, job, runAtMs, reason) => jobs.postpone(job, runAtMs, reason),
  bury: ({ jobs }, job, atMs, reason) => jobs.bury(job, atMs, reason),
  buried: ({ jobs }, limit) => jobs.buried(limit),
  revive: ({ jobs }, id, runAtMs) => jobs.revive(id, runAtMs),
  purge: ({ database }, request) => purge(database, request),
  exportPage: (rows, cursor) => exportPage(rows.database, rows, cursor),
  importLines: (rows, lines) => importLines(rows.database, rows, lines),
};

/** The result for an error: everything that SQLite throws means that the file does not do its work. */
export function failed(error: unknown): CommandResult & { readonly kind: 'failed' } {
  if (PolyrailError.is(error)) return { kind: 'failed', code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', code: 'ledger_unavailable', message };
}
