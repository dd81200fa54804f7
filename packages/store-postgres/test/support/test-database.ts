import type { Store } from '@polyrail/core';
import { Client } from 'pg';
import { afterAll, describe, it } from 'vitest';
import { type PostgresStoreOptions, postgresStore } from '../../src/index.ts';
import { PostgresServer } from './postgres-server.ts';

/** A database for the tests of one file. Every test has schemas of its own in it. */
export interface TestDatabase {
  readonly connection: string;
  /** A name that no other test uses. The schema is dropped at the end. */
  schema(): string;
  open(options?: Partial<PostgresStoreOptions>): Promise<Store>;
  query(text: string): Promise<readonly Record<string, unknown>[]>;
}

/** Registers tests that need a database: the named one, else one of their own; else one skipped test says why. */
export async function describePostgres(name: string, tests: (database: TestDatabase) => void): Promise<void> {
  const found = await find();
  if (typeof found === 'string') {
    // biome-ignore lint/suspicious/noSkippedTests: there is no database to test on; the title says why.
    it.skip(`${name}: ${found}`, () => undefined);
    return;
  }
  describe(name, () => {
    tests(found.database);
    afterAll(found.end);
  });
}

type Found = { readonly database: TestDatabase; readonly end: () => Promise<void> } | string;

async function find(): Promise<Found> {
  const url = process.env['POLYRAIL_TEST_POSTGRES_URL'];
  if (url !== undefined) return testDatabase(url);
  try {
    const server = await PostgresServer.start();
    const { database, end } = testDatabase(server.connection);
    return { database, end: () => end().then(() => server.remove()) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

let schemas = 0;

function testDatabase(connection: string): Exclude<Found, string> {
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
  return {
    database: {
      connection,
      schema,
      query,
      open: (options = {}) => postgresStore({ connection, schema: schema(), ...options }),
    },
    async end() {
      for (const name of used) await query(`drop schema if exists ${name} cascade`);
    },
  };
}
