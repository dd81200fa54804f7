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
import { exportPage, importLines } from './rows/transfer-rows.ts';

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

/** The commands on an open file. */
export function commandsOn(database: Database): Commands {
  const jobs = new JobRows(database);
  const events = new EventRows(database);
  const notifications = new NotificationRows(database, jobs);
  const payments = new PaymentRows(database, jobs, events);
  const rows = { payments, notifications, events, jobs };
  return {
    claim: (claim) => payments.claim(claim),
    record: (step) => payments.record(step),
    release: (step) => payments.release(step),
    operation: (tenant, scope, key) => payments.operation(tenant, scope, key),
    operationById: (id) => payments.operationById(id),
    operationByProviderKey: (provider, key) => payments.operationByProviderKey(provider, key),
    operationByProviderReference: (provider, reference) => payments.operationByProviderReference(provider, reference),
    interrupted: (startedBeforeMs, limit) => payments.interrupted(startedBeforeMs, limit),
    reviews: (limit, after) => payments.reviews(limit, after),
    payment: (tenant, id) => payments.payment(tenant, id),
    operationsOf: (paymentId) => payments.operationsOf(paymentId),
    timeline: (tenant, id) => payments.timeline(tenant, id),
    accept: (records, nowMs) => notifications.accept(records, nowMs),
    notification: (id) => notifications.notification(id),
    event: (id) => events.event(id),
    due: (request) => jobs.due(request),
    lease: (request) => jobs.lease(request),
    finish: (job) => jobs.finish(job),
    postpone: (job, runAtMs, reason) => jobs.postpone(job, runAtMs, reason),
    bury: (job, atMs, reason) => jobs.bury(job, atMs, reason),
    buried: (limit) => jobs.buried(limit),
    revive: (id, runAtMs) => jobs.revive(id, runAtMs),
    purge: (request) => purge(database, request),
    exportPage: (cursor) => exportPage(database, rows, cursor),
    importLines: (lines) => importLines(database, rows, lines),
  };
}

/** The result for an error: everything that SQLite throws means that the file does not do its work. */
export function failed(error: unknown): CommandResult & { readonly kind: 'failed' } {
  if (PolyrailError.is(error)) return { kind: 'failed', code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', code: 'ledger_unavailable', message };
}
