import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describePostgres } from './support/test-database.ts';

const program = fileURLToPath(new URL('support/open-store.ts', import.meta.url));
const loader = new URL('support/source-loader.mjs', import.meta.url).href;

await describePostgres('migrations', ({ connection, schema, open, query }) => {
  it('run once when processes start at the same moment', { timeout: 60_000 }, async () => {
    const shared = schema();
    const options = { execArgv: ['--conditions=@polyrail/source', '--import', loader] };
    const children = [1, 2].map(() => fork(program, [connection, shared], options));
    await Promise.all(children.map((child) => once(child, 'message')));
    const ended = children.map((child) => once(child, 'exit'));
    for (const child of children) child.send('now');
    expect(await Promise.all(ended)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(await query(`select version from ${shared}.schema_migrations`)).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('run once for twelve stores of one process', async () => {
    const shared = schema();
    const stores = await Promise.all(Array.from({ length: 12 }, () => open({ schema: shared, maxConnections: 1 })));
    await Promise.all(stores.map((store) => store.close()));
    expect(await query(`select version from ${shared}.schema_migrations`)).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('leave tables of a newer release alone', async () => {
    const shared = schema();
    await (await open({ schema: shared })).close();
    await query(`insert into ${shared}.schema_migrations (version) values (999)`);
    await expect(open({ schema: shared })).rejects.toMatchObject({ code: 'configuration_invalid' });
  });

  it('need no right to create anything once the tables are there', async () => {
    const shared = schema();
    await (await open({ schema: shared })).close();
    const role = `role_${shared}`;
    await query(`create role ${role} login password 'only for this test';
      grant usage on schema ${shared} to ${role};
      grant all on all tables in schema ${shared} to ${role};
      grant all on all sequences in schema ${shared} to ${role}`);
    const url = new URL(connection);
    url.username = role;
    url.password = 'only for this test';
    try {
      const store = await open({ connection: url.href, schema: shared });
      expect(await store.lease({ limit: 1, leaseMs: 1, nowMs: 0 })).toEqual([]);
      await store.close();
    } finally {
      await query(`drop owned by ${role}; drop role ${role}`);
    }
  });

  it('keep to a schema with a plain name', async () => {
    for (const name of ['a"b', 'A', '1a', 'a b', '', 'x'.repeat(64)])
      await expect(open({ schema: name })).rejects.toMatchObject({ code: 'configuration_invalid' });
  });
});
