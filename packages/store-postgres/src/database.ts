import { PolyrailError } from '@polyrail/core/store';
import { DatabaseError, Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg';
import { beginSession } from './session.ts';

/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Bounds of the pool. */
export interface Bounds {
  readonly maxConnections: number;
  /** For a free connection, a new one included. */
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

const maxWaiting = 10_000;
const maxTries = 5;
const idleMs = 60_000;

/** serialization_failure, deadlock_detected, unique_violation: another writer was first, and the next try sees its work. */
const lostRace: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);

/** A bounded pool of connections to a database that may go away and come back. */
export class Database {
  readonly #pool: Pool;
  #ended: Promise<void> | undefined;

  constructor(address: PoolConfig, { maxConnections, connectTimeoutMs, statementTimeoutMs }: Bounds) {
    this.#pool = new Pool({
      ...address,
      max: maxConnections,
      connectionTimeoutMillis: connectTimeoutMs,
      // The server ends a slow statement; this one is for a server that does not answer any more.
      query_timeout: statementTimeoutMs + connectTimeoutMs,
      idleTimeoutMillis: idleMs,
      keepAlive: true,
      application_name: 'polyrail',
      onConnect: (client) => beginSession(client, statementTimeoutMs),
    });
    // An error of an idle connection would end the process. The pool has dropped the connection by itself.
    this.#pool.on('error', ignore);
    this.#pool.on('connect', (client) => client.on('error', ignore));
  }

  /**
   * Runs one statement, which is one transaction. It is durable when this resolves.
   *
   * @throws PolyrailError `ledger_unavailable`: it is not known whether it was carried out
   */
  async run<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const rows = await this.with((client) => query<Row>(client, statement, values));
      if (rows !== 'lost_race') return rows;
    }
    throw new PolyrailError('ledger_unavailable', 'other writers were first, again and again');
  }

  /**
   * Lends a connection. It is kept only when `work` resolves, so what it leaves open is rolled back.
   *
   * @throws PolyrailError
   */
  async with<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    if (this.#pool.waitingCount >= maxWaiting)
      throw new PolyrailError('ledger_unavailable', 'too many calls wait for PostgreSQL');
    let client: PoolClient | undefined;
    try {
      client = await this.#pool.connect();
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client?.release(true);
      throw unavailable(client === undefined ? 'there is no connection to PostgreSQL' : notCarriedOut, error);
    }
  }

  /** Ends after the calls that are at work. */
  end(): Promise<void> {
    this.#ended ??= this.#pool.end();
    return this.#ended;
  }
}

async function query<Row extends QueryResultRow>(
  client: PoolClient,
  statement: Statement,
  values: readonly unknown[],
): Promise<readonly Row[] | 'lost_race'> {
  try {
    const { rows } = await client.query<Row>({ ...statement, values: [...values] });
    return rows;
  } catch (error) {
    if (error instanceof DatabaseError && lostRace.has(error.code ?? '')) return 'lost_race';
    throw error;
  }
}

const notCarriedOut = 'PostgreSQL did not carry it out';

/** The driver's own error may hold keys, names and addresses, so only its code is kept. */
function unavailable(what: string, error: unknown): PolyrailError {
  if (PolyrailError.is(error)) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return new PolyrailError('ledger_unavailable', `${what} (${code ?? 'no answer'})`);
}

function ignore(): void {}
