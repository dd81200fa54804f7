import { exportHead } from './export-head.ts';
import { encodeStored } from './stored-json.ts';
import type { ExportCursor, ExportPage, TransferableStore } from './transferable-store.ts';

/**
 * Everything in a store as JSON lines, without line ends: a head, one line a thing, and a tail that counts them.
 * Stop the gateway first: what is written meanwhile may be missing. One page is in memory at a time.
 */
export async function* exportStore(store: TransferableStore): AsyncGenerator<string, void, void> {
  yield exportHead;
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
