import type { ConnectionOptions } from 'node:tls';
import {
  type Clock,
  type DurableStore,
  decodeStored,
  type Outbox,
  type OutboxRecord,
  PolyrailError,
  type Secret,
  systemClock,
} from '@polyrail/core/store';
import { Client, type PoolConfig } from 'pg';
import { Database } from './database.ts';
import { inbox } from './inbox.ts';
import { indexable } from './indexable.ts';
import { jobs } from './jobs.ts';
import { ledger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { retention } from './retention.ts';
import { transfer } from './transfer.ts';
import { PostgresWakeSignal } from './wake-signal.ts';

/** Where the database is, when there is no connection string. What is absent is taken from `PGHOST`, `PGUSER` and so on. */
export interface PostgresAddress {
  /** A name, an address, or the folder of a Unix socket. */
  readonly host?: string;
  readonly port?: number;
  readonly database?: string;
  readonly user?: string;
  /** A function is asked again for each new connection: for passwords that rotate. */
  readonly password?: Secret | (() => Promise<Secret>);
  /** Default: no TLS. */
  readonly tls?: ConnectionOptions;
}

/** Settings of the store in PostgreSQL. */
export interface PostgresStoreOptions {
  /** `postgresql://user:password@host:port/database?sslmode=verify-full`, or the parts of it. */
  readonly connection: Secret | string | PostgresAddress;
  /** The schema that holds the tables. It is made when it is missing. Default: `polyrail`. */
  readonly schema?: string;
  /** Connections of this process. Default: 12. */
  readonly maxConnections?: number;
  /** Time to wait for a free connection, a new one included, in milliseconds. Default: 5,000. */
  readonly connectTimeoutMs?: number;
  /** Time for one statement, in milliseconds. Default: 10,000. */
  readonly statementTimeoutMs?: number;
  /** Tells when to listen again after the connection was lost. Default: the machine's clock. */
  readonly clock?: Clock;
}

/**
 * Opens the store that any number of processes share. Brings the tables up to date first; that is safe from several
 * processes at once.
 *
 * While the database is away its methods reject with `ledger_unavailable`, and work again when it is back.
 *
 * @throws PolyrailError `configuration_invalid`: a wrong option, a server before PostgreSQL 14, `fsync=off`,
 * `synchronous_commit` `off` or `local`, or tables of a newer release. `ledger_unavailable`: no connection
 */
export async function postgresStore(options: PostgresStoreOptions): Promise<DurableStore> {
  const { connection, schema = 'polyrail', clock = systemClock, ...bounds } = options;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new PolyrailError('configuration_invalid', 'schema: small letters, digits and underscores, at most 63');
  const { maxConnections = 12, connectTimeoutMs = 5_000, statementTimeoutMs = 10_000 } = bounds;
  const config = poolConfig(connection);
  const database = new Database(config, { maxConnections, connectTimeoutMs, statementTimeoutMs });
  try {
    await migrate(database, schema);
  } catch (error) {
    await database.end();
    throw error;
  }
  const newClient = () => new Client({ ...config, keepAlive: true, application_name: 'polyrail' });
  const signal = new PostgresWakeSignal({ database, channel: schema, clock, newClient });
  const announce = () => signal.announce();
  return {
    ...ledger(database, schema, announce),
    ...jobs(database, schema),
    ...inbox(database, schema, announce),
    ...outbox(database, schema),
    ...retention(database, schema),
    ...transfer(database, schema),
    serverTime: () => serverTime(database),
    onOffer: (wake) => signal.onOffer(wake),
    async close() {
      await signal.close();
      await database.end();
    },
  };
}

function outbox(database: Database, schema: string): Outbox {
  const read = { name: 'event', text: `select record from ${schema}.events where id = $1` };
  return {
    async event(id) {
      const [row] = await database.run<{ record: string }>(read, [indexable(id)]);
      return row && decodeStored<OutboxRecord>(row.record);
    },
  };
}

const readTime = {
  name: 'server_time',
  text: 'select (extract(epoch from clock_timestamp()) * 1000)::double precision as now_ms',
};

async function serverTime(database: Database): Promise<number> {
  const [row] = await database.run<{ now_ms: number }>(readTime, []);
  if (row === undefined) throw new PolyrailError('ledger_unavailable', 'PostgreSQL did not tell its time');
  return row.now_ms;
}

function poolConfig(connection: PostgresStoreOptions['connection']): PoolConfig {
  if (typeof connection === 'string') return { connectionString: connection };
  if ('expose' in connection) return { connectionString: connection.expose() };
  const { tls, password, ...address } = connection;
  return {
    ...address,
    ...(tls && { ssl: tls }),
    ...(password && {
      password: 'expose' in password ? password.expose() : async () => (await password()).expose(),
    }),
  };
}
