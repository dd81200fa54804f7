import { isSameLine, lineIdOf, PolyrailError, type StoredLine, type TransferableStore } from '@polyrail/core/store';
import type { Database } from './database.ts';
import { beforeAll, exportStatements } from './export-statements.ts';
import { importStatements } from './import-statements.ts';
import { indexable } from './indexable.ts';
import { type LineRow, readLines } from './read-lines.ts';
import { writeLines } from './write-lines.ts';

const pageSize = 200;
const kinds: readonly StoredLine['kind'][] = ['payment', 'notification', 'event', 'job'];

/** Moves what is stored to and from another store. */
export function transfer(database: Database, schema: string): TransferableStore {
  const reading = exportStatements(schema);
  const writing = importStatements(schema);

  /** The lines among these that are not there yet. */
  async function missing(kind: StoredLine['kind'], lines: readonly StoredLine[]): Promise<readonly StoredLine[]> {
    if (lines.length === 0) return [];
    const ids = lines.map((line) => indexable(lineIdOf(line)));
    const rows = await database.run<LineRow>(reading.found[kind], [ids]);
    const stored = await readLines(database, reading, kind, rows);
    const byId = new Map(stored.map((line) => [lineIdOf(line), line]));
    return lines.filter((line) => {
      const there = byId.get(lineIdOf(line));
      if (there !== undefined && !isSameLine(there, line))
        throw new PolyrailError('configuration_invalid', `the store has another ${kind} ${lineIdOf(line)}`);
      return there === undefined;
    });
  }

  return {
    async exportPage(cursor = { kind: 'payment' }) {
      const { kind, after = beforeAll[kind] } = cursor;
      const rows = await database.run<LineRow & { readonly mark: string }>(reading.page[kind], [after, pageSize]);
      const lines = await readLines(database, reading, kind, rows);
      const last = rows.at(-1);
      if (rows.length === pageSize && last !== undefined) return { lines, next: { kind, after: last.mark } };
      const next = kinds[kinds.indexOf(kind) + 1];
      return next === undefined ? { lines } : { lines, next: { kind: next } };
    },

    async importLines(lines) {
      const wanted: StoredLine[] = [];
      for (const kind of kinds) {
        const ofKind = lines.filter((line) => line.kind === kind);
        wanted.push(...(await missing(kind, ofKind)));
      }
      if (wanted.length > 0) await database.with((client) => writeLines(client, writing, wanted));
    },
  };
}
