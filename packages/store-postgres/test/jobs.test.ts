import { Client } from 'pg';
import { expect, it } from 'vitest';
import { atMs, offerOf, offerTo } from './support/claims.ts';
import { describePostgres } from './support/test-database.ts';

const request = { limit: 10, leaseMs: 1_000, nowMs: atMs };

// A job that was begun earlier may be confirmed later than a younger one of its partition.
await describePostgres('a job that is confirmed after a younger one', ({ connection, open, schema }) => {
  const begin = async (shared: string, leaseUntilMs: number | null) => {
    const client = new Client({ connectionString: connection });
    await client.connect();
    await client.query('begin');
    await client.query(
      `insert into ${shared}.jobs (id, partition, subject, run_at_ms, offered_at_ms, record, lease_until_ms)
        values ('older', 'partition', 'older', 0, 0, $1, $2)`,
      [JSON.stringify(offerOf('older', 'partition')), leaseUntilMs],
    );
    return {
      async confirm() {
        await client.query('commit');
        await client.end();
      },
    };
  };

  it('waits while the younger one is held', async () => {
    const shared = schema();
    const store = await open({ schema: shared });
    const older = await begin(shared, null);
    await offerTo(store, 1, [offerOf('younger', 'partition')]);
    const [job] = await store.lease(request);
    expect(job?.id).toBe('younger');
    await older.confirm();
    expect(await store.lease(request)).toEqual([]);
    if (job !== undefined) await store.finish(job);
    expect(await store.lease(request)).toMatchObject([{ id: 'older' }]);
    await store.close();
  });

  it('keeps the younger one waiting when another process is just taking it', async () => {
    const shared = schema();
    const store = await open({ schema: shared });
    const older = await begin(shared, atMs + 1_000);
    await offerTo(store, 1, [offerOf('younger', 'partition')]);
    const lease = store.lease(request);
    // It waits at the index for the other process.
    await expect.poll(() => waiting(connection)).toBe(1);
    await older.confirm();
    expect(await lease).toEqual([]);
    await store.close();
  });
});

async function waiting(connection: string): Promise<unknown> {
  const client = new Client({ connectionString: connection });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity
      where application_name = 'polyrail' and wait_event_type = 'Lock'`,
  );
  await client.end();
  return rows[0]?.count;
}
