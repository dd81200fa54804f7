import { PolyrailError } from '@polyrail/core/store';
import type { PoolClient } from 'pg';
import type { Database } from './database.ts';
import { migrations } from './schema.ts';

const timeoutMs = 10 * 60_000;

/**
 * Brings the tables up to date, in one transaction. Processes that start together wait for each other.
 *
 * @throws PolyrailError `configuration_invalid` for a server that may not be used or tables of a newer release,
 * `ledger_unavailable`
 */
export async function migrate(database: Database, schema: string): Promise<void> {
  const all = migrations(schema);
  await database.with(async (client) => {
    await client.query('begin');
    await client.query(`set local statement_timeout = ${timeoutMs}`);
    await run(client, `select pg_advisory_xact_lock(hashtext('polyrail migration of ${schema}'))`);
    const version = await versionOf(client, schema);
    if (version > all.length)
      throw new PolyrailError('configuration_invalid', `schema ${schema} was made by a newer release`);
    for (const [index, text] of all.entries())
      if (index >= version)
        await run(client, `${text}; insert into ${schema}.schema_migrations (version) values (${index + 1})`);
    await client.query('commit');
  });
}

/** The number of steps that were taken. Makes the schema when there is none: only that needs the right to create one. */
async function versionOf(client: PoolClient, schema: string): Promise<number> {
  const { rows: schemas } = await client.query('select 1 where to_regnamespace($1) is not null', [schema]);
  if (schemas.length === 0) await client.query(`create schema ${schema}`);
  const { rows: tables } = await client.query('select 1 where to_regclass($1) is not null', [
    `${schema}.schema_migrations`,
  ]);
  if (tables.length === 0) {
    const columns = 'version integer primary key, applied_at timestamptz not null default now()';
    await client.query(`create table ${schema}.schema_migrations (${columns})`);
    return 0;
  }
  const { rows } = await client.query<{ version: number }>(
    `select coalesce(max(version), 0) as version from ${schema}.schema_migrations`,
  );
  return rows[0]?.version ?? 0;
}

/** Waiting for another process, and a new index, may take longer than the pool lets a statement take. */
async function run(client: PoolClient, text: string): Promise<void> {
  const patient = { text, query_timeout: timeoutMs };
  await client.query(patient);
}
