import { createServer, type Socket } from 'node:net';
import { type Store, systemClock } from '@polyrail/core';
import { Client } from 'pg';
import { afterEach, expect, it } from 'vitest';
import { postgresStore } from '../src/index.ts';
import { claimOf, stepOf } from './support/claims.ts';
import { describePostgres, describeServer } from './support/test-database.ts';

const unavailable = { name: 'PolyrailError', code: 'ledger_unavailable' };
const timeout = 60_000;

await describeServer('a database that goes away', [], (server) => {
  const open = () =>
    postgresStore({ connection: server.connection, connectTimeoutMs: 2_000, statementTimeoutMs: 1_000 });
  let store: Store | undefined;
  afterEach(() => store?.close());

  for (const signal of ['SIGINT', 'SIGKILL'] as const)
    it(`loses nothing that was confirmed, and is used again after ${signal}`, { timeout }, async () => {
      store = await open();
      const first = signal === 'SIGINT' ? 0 : 1_000_000;
      const load = startLoad(store, first);
      await expect.poll(() => load.confirmed.size, { timeout: 20_000 }).toBeGreaterThan(100);
      await server.end(signal);
      await expect.poll(() => load.errors.length, { timeout: 10_000 }).toBeGreaterThan(50);
      await expect(store.claim(claimOf(first + 999_999))).rejects.toMatchObject(unavailable);
      const before = load.confirmed.size;
      await server.begin();
      await expect.poll(() => load.confirmed.size, { timeout: 20_000 }).toBeGreaterThan(before + 100);
      await load.stop();
      for (const error of load.errors) expect(error).toMatchObject(unavailable);
      for (const [n, version] of load.confirmed) {
        const { tenant, id } = claimOf(n).payment;
        expect((await store.payment(tenant, id))?.version, `payment ${n}`).toBeGreaterThanOrEqual(version);
      }
    });

  it('bounds a call to a backend that stands still, and opens another connection', { timeout }, async () => {
    store = await open();
    await store.claim(claimOf(2_000_000));
    const backends = await query(
      server.connection,
      `select pid from pg_stat_activity where application_name = 'polyrail'`,
    );
    const pids = backends.map(({ pid }) => Number(pid));
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      const startedAt = performance.now();
      const answers = await Promise.allSettled(pids.map(() => store?.notification('none')));
      expect(performance.now() - startedAt).toBeLessThan(8_000);
      expect(answers.some(({ status }) => status === 'rejected')).toBe(true);
      for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(unavailable);
      expect(await store.notification('none')).toBeUndefined();
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
  });

  it('ends a statement that waits too long', async () => {
    store = await open();
    const claim = claimOf(2_000_001);
    await store.claim(claim);
    const other = new Client({ connectionString: server.connection });
    await other.connect();
    await other.query('begin');
    await other.query('select from polyrail.payments for update');
    await expect(store.record(stepOf(claim))).rejects.toMatchObject({ ...unavailable, message: /57014/ });
    await other.query('rollback');
    await other.end();
    expect(await store.record(stepOf(claim))).toBe('recorded');
  });

  it('survives that its idle connections are cut', async () => {
    store = await open();
    await Promise.all([1, 2, 3].map(() => store?.notification('none')));
    await query(
      server.connection,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'polyrail'`,
    );
    await expect
      .poll(() =>
        store?.notification('none').then(
          () => 'answered',
          () => 'refused',
        ),
      )
      .toBe('answered');
  });
});

await describePostgres('a call', ({ open, schema, query: ask, connection }) => {
  it('is tried again where the database ends it for another one', async () => {
    const shared = schema();
    const store = await open({ schema: shared });
    // The first writing of each name fails as a deadlock would.
    await ask(`create sequence ${shared}.tries;
      create function ${shared}.fail_once() returns trigger language plpgsql as $$ begin
        if nextval('${shared}.tries') = 1 then raise exception using errcode = '40P01'; end if;
        return new;
      end $$;
      create trigger fail_once before insert on ${shared}.payments execute function ${shared}.fail_once()`);
    expect(await store.claim(claimOf(1))).toEqual({ kind: 'claimed' });
    await store.close();
  });

  it('tells the time of its machine, and not that of its transaction', async () => {
    const store = await open();
    const [before = 0, after = 0] = [await store.serverTime?.(), await store.serverTime?.()];
    expect(Math.abs(before - systemClock.now())).toBeLessThan(10_000);
    expect(after).toBeGreaterThan(before);
    await store.close();
  });

  it('takes names that PostgreSQL would refuse', async () => {
    const store = await open();
    for (const [n, key] of ['key\0', 'x'.repeat(5_000)].entries()) {
      const claim = claimOf(n, key);
      expect(await store.claim(claim)).toEqual({ kind: 'claimed' });
      expect(await store.claim(claim)).toMatchObject({ kind: 'known', operation: claim.operation });
    }
    expect(await store.operation('tenant', 'payment', 'key')).toBeUndefined();
    await store.close();
  });

  it('rejects after the store was closed, which may be done twice', async () => {
    const store = await open();
    await Promise.all([store.close(), store.close()]);
    await expect(store.notification('none')).rejects.toMatchObject(unavailable);
  });

  it('tells neither password nor address when nobody is there', async () => {
    const url = new URL(connection);
    url.password = 'c0rrect-h0rse';
    url.searchParams.set('host', '/nowhere-at-all');
    const error = await postgresStore({ connection: url.href }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(unavailable);
    expect(
      JSON.stringify([
        error,
        String(error),
        error instanceof Error && error.stack,
        error instanceof Error && error.cause,
      ]),
    ).not.toMatch(/c0rrect|nowhere-at-all/);
  });
});

it('gives up a server that takes the connection and says nothing', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const startedAt = performance.now();
  await expect(
    postgresStore({ connection: { host: '127.0.0.1', port, user: 'nobody' }, connectTimeoutMs: 200 }),
  ).rejects.toMatchObject(unavailable);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  for (const socket of sockets) socket.destroy();
  silent.close();
});

/** Eight callers that open and end payments. `confirmed`: the version of each payment that was confirmed. */
function startLoad(store: Store, first: number) {
  const confirmed = new Map<number, number>();
  const errors: unknown[] = [];
  let isOver = false;
  let n = first;
  const one = async () => {
    n += 1;
    const mine = n;
    const claim = claimOf(mine);
    if ((await store.claim(claim)).kind === 'claimed') confirmed.set(mine, 1);
    if ((await store.record(stepOf(claim))) === 'recorded') confirmed.set(mine, 2);
  };
  const callers = Array.from({ length: 8 }, async () => {
    while (!isOver)
      await one().catch(async (error: unknown) => {
        errors.push(error);
        await new Promise((resolve) => setTimeout(resolve, 5));
      });
  });
  return {
    confirmed,
    errors,
    async stop() {
      isOver = true;
      await Promise.all(callers);
    },
  };
}

async function query(connection: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: connection });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}
