import { expect, it } from 'vitest';
import { postgresStore } from '../src/index.ts';
import { describePostgres, describeServer } from './support/test-database.ts';

await describePostgres('a session', ({ connection, open, query, schema }) => {
  const withOption = (option: string) =>
    `${connection}${connection.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c ${option}`)}`;

  it('is refused when it does not wait for the disk', async () => {
    for (const value of ['off', 'local'])
      await expect(open({ connection: withOption(`synchronous_commit=${value}`) })).rejects.toMatchObject({
        code: 'configuration_invalid',
        message: expect.stringContaining(`synchronous_commit=${value}`),
      });
  });

  it('leaves nothing behind where it was refused', async () => {
    const name = schema();
    await expect(open({ connection: withOption('synchronous_commit=off'), schema: name })).rejects.toThrow();
    expect(await query(`select from pg_namespace where nspname = '${name}'`)).toEqual([]);
  });

  it('works whatever isolation the role begins with', async () => {
    const store = await open({ connection: withOption('default_transaction_isolation=serializable') });
    expect(await store.lease({ limit: 1, leaseMs: 1, nowMs: 0 })).toEqual([]);
    await store.close();
  });
});

await describeServer('a server without fsync', ['fsync=off'], ({ connection }) => {
  it('is refused', async () => {
    await expect(postgresStore({ connection })).rejects.toMatchObject({
      code: 'configuration_invalid',
      message: expect.stringContaining('fsync=off'),
    });
  });
});
