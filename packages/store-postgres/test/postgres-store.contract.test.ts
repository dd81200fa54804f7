import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '@polyrail/store-sqlite';
import { type DurableSubject, storeContract, transferContract } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { postgresStore } from '../src/index.ts';
import { describePostgres } from './support/test-database.ts';

const sqlite: DurableSubject = {
  name: 'SQLite',
  durable: true,
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'polyrail-move-'));
    const store = await sqliteStore({ path: join(folder, 'store.db'), thread: 'same' });
    const close = () => store.close().finally(() => rmSync(folder, { recursive: true, force: true }));
    return { store, close };
  },
};

await describePostgres('PostgreSQL', ({ connection, schema }) => {
  const postgres: DurableSubject = {
    name: 'PostgreSQL',
    durable: true,
    async open() {
      const options = { connection, schema: schema() };
      let store = await postgresStore(options);
      return {
        store,
        async restart() {
          await store.close();
          store = await postgresStore(options);
          return store;
        },
        close: () => store.close(),
      };
    },
  };
  storeContract({ describe, it }, postgres);
  transferContract({ describe, it }, sqlite, postgres);
  transferContract({ describe, it }, postgres, postgres);
  transferContract({ describe, it }, postgres, sqlite);
});
