import type { StoredLine } from './stored-line.ts';

/** Where an export goes on. */
export interface ExportCursor {
  readonly kind: StoredLine['kind'];
  /** The store's own mark of the last one that was read. Absent: none of this kind yet. */
  readonly after?: string;
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
  /**
   * Writes lines in one durable step. What is there already stays as it is.
   *
   * @throws PolyrailError `configuration_invalid` when something else is there under the same id; nothing is written
   */
  importLines(lines: readonly StoredLine[]): Promise<void>;
}
