import {
  decodeStored,
  encodeStored,
  type JobOffer,
  type NotificationRecord,
  type OperationRecord,
  type OutboxRecord,
  type Payment,
  PolyrailError,
  type TimelineEntry,
} from '@polyrail/core';

/** One thing that a store keeps, on its way to another store. Every id stays as it is. */
export type StoredLine =
  | StoredPayment
  | { readonly kind: 'notification'; readonly notification: NotificationRecord }
  | { readonly kind: 'event'; readonly event: OutboxRecord }
  | StoredJob;

/** A payment with everything that happened to it. */
export interface StoredPayment {
  readonly kind: 'payment';
  readonly payment: Payment;
  /** Oldest first. */
  readonly operations: readonly StoredOperation[];
  /** Oldest first. */
  readonly timeline: readonly TimelineEntry[];
}

/** An operation with the names that lead to it. */
export interface StoredOperation {
  readonly operation: OperationRecord;
  /** False when it was released: the key is free, or another operation's. */
  readonly holdsKey: boolean;
  /** The provider references that it was the first to have. */
  readonly references: readonly string[];
}

/** A job without its lease: who exports a store runs nothing on it. */
export interface StoredJob {
  readonly kind: 'job';
  readonly offer: JobOffer;
  readonly offeredAtMs: number;
  readonly attempts: number;
  readonly fence: number;
  readonly buried?: { readonly atMs: number; readonly reason: string };
}

/** Where an export goes on. */
export interface ExportCursor {
  readonly kind: StoredLine['kind'];
  /** The last one that was read. */
  readonly after: number;
}

/** A part of a store. Without `next` it was the last one. */
export interface ExportPage {
  readonly lines: readonly StoredLine[];
  readonly next?: ExportCursor;
}

/** A store that can be moved to another kind of store. */
export interface TransferableStore {
  /** @param cursor where to go on; default: at the beginning */
  exportPage(cursor?: ExportCursor): Promise<ExportPage>;
  /** Writes lines in one durable step. @throws PolyrailError `ledger_unavailable` when one of them is there already */
  importLines(lines: readonly StoredLine[]): Promise<void>;
}

const head = { format: 'polyrail-store', version: 1 } as const;
const linesPerStep = 200;

/**
 * Everything in a store as JSON lines, without line ends: a head, one line a thing, and a tail that counts them.
 * Stop the gateway first: what is written meanwhile may be missing.
 */
export async function* exportStore(store: TransferableStore): AsyncGenerator<string, void, void> {
  yield JSON.stringify(head);
  let count = 0;
  let cursor: ExportCursor | undefined;
  do {
    const page: ExportPage = await store.exportPage(cursor);
    for (const line of page.lines) yield encodeStored(line);
    count += page.lines.length;
    cursor = page.next;
  } while (cursor !== undefined);
  yield JSON.stringify({ end: count });
}

/**
 * Writes what {@link exportStore} gave into an empty store.
 *
 * @returns how many things were written
 * @throws PolyrailError `configuration_invalid` when it is no export or not a whole one
 */
export async function importStore(
  store: TransferableStore,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<number> {
  let count = -1;
  let end: number | undefined;
  let step: StoredLine[] = [];
  for await (const text of lines) {
    count += 1;
    if (count === 0) {
      if (text !== JSON.stringify(head)) refuse('this is no export of a store that this release knows');
      continue;
    }
    const line = decodeStored<StoredLine | { readonly end: number }>(text);
    if ('end' in line) {
      end = line.end;
      break;
    }
    step.push(line);
    if (step.length < linesPerStep) continue;
    await store.importLines(step);
    step = [];
  }
  if (end === undefined || end !== count - 1) refuse('the export is cut off: begin again with an empty store');
  await store.importLines(step);
  return end;
}

function refuse(message: string): never {
  throw new PolyrailError('configuration_invalid', message);
}
