import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DurableStore } from '@polyrail/core';
import type { DurableSubject } from '@polyrail/testkit';
import { type SqliteStoreOptions, sqliteStore } from '../../src/sqlite-store.ts';

/** Lets a thread or a process of Node 20 run the sources. */
export const sourceLoader: readonly string[] = [
  ...['--import', new URL('./source-loader.mjs', import.meta.url).href],
  '--conditions=@polyrail/source',
];

/** The drivers that this Node has. */
export const drivers = ['node-sqlite3-wasm', 'node:sqlite'].filter(
  (name) => name !== 'node:sqlite' || process.getBuiltinModule('node:sqlite') !== undefined,
) as readonly NonNullable<SqliteStoreOptions['driver']>[];

/** A folder of its own, and how to remove it. */
export function folder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'store-sqlite-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A store in a folder of its own. A restart opens a copy of the files as they lie there while the store is open. */
export function subjectOf(options: Omit<SqliteStoreOptions, 'path'>): DurableSubject {
  return {
    name: `${options.driver} in ${options.thread === 'same' ? 'the same thread' : 'a thread of its own'}`,
    durable: true,
    async open() {
      const { path, remove } = folder();
      const opened: DurableStore[] = [];
      const openNext = async () => {
        const file = join(path, `${opened.length}`, 'store.db');
        const store = await sqliteStore({ ...options, execArgv: sourceLoader, path: file });
        opened.push(store);
        return store;
      };
      return {
        store: await openNext(),
        restart() {
          const [from, to] = [opened.length - 1, opened.length].map((n) => join(path, `${n}`));
          // An empty owner has let go: the copy has no owner.
          cpSync(`${from}`, `${to}`, { recursive: true, filter: (file) => !file.includes('.owner-') });
          return openNext();
        },
        async close() {
          await Promise.all(opened.map((store) => store.close()));
          remove();
        },
      };
    },
  };
}
