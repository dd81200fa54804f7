import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Driver } from '../src/driver/driver.ts';
import { openDriver } from '../src/driver/open-driver.ts';
import { openDatabase } from '../src/open-database.ts';
import { drivers, folder } from './support/subject.ts';

describe.each(drivers)('openDatabase with %s', (name) => {
  let home: ReturnType<typeof folder>;
  let file: string;
  beforeEach(() => {
    home = folder();
    file = join(home.path, 'store.db');
  });
  afterEach(() => home.remove());

  const open = (path: string) => openDriver(path, name);

  /** A driver that answers one statement with another row. */
  const lying =
    (sql: string, row: Record<string, unknown>) =>
    async (path: string): Promise<Driver> => {
      const driver = await open(path);
      return {
        ...driver,
        prepare(asked) {
          const statement = driver.prepare(asked);
          return asked === sql ? { ...statement, get: () => row } : statement;
        },
      };
    };

  it('sets the file up for money, for its owner only', async () => {
    const database = await openDatabase(file, open);
    expect(Object.values(database.get('pragma journal_mode') ?? {})).toEqual(['wal']);
    expect(Object.values(database.get('pragma synchronous') ?? {})).toEqual([2]);
    expect(Object.values(database.get('pragma locking_mode') ?? {})).toEqual(['exclusive']);
    expect(statSync(file).mode & 0o077).toBe(0);
    database.close();
    (await openDatabase(file, open)).close();
  });

  it('refuses an SQLite that may lose commits', async () => {
    const old = lying('select sqlite_version() as version', { version: '3.51.2' });
    await expect(openDatabase(file, old)).rejects.toMatchObject({ code: 'configuration_invalid' });
    await expect(openDatabase(file, old)).rejects.toThrow('SQLite 3.51.2 is older than 3.51.3');
    const later = lying('select sqlite_version() as version', { version: '3.100.0' });
    (await openDatabase(file, later)).close();
  });

  it('refuses an SQLite that does not sync', async () => {
    const eager = lying('pragma synchronous', { synchronous: 1 });
    await expect(openDatabase(file, eager)).rejects.toMatchObject({ code: 'configuration_invalid' });
  });

  it('refuses a file that has no write-ahead log', async () => {
    const other = lying('pragma journal_mode = wal', { journal_mode: 'delete' });
    await expect(openDatabase(file, other)).rejects.toMatchObject({ code: 'ledger_unavailable' });
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    (await openDatabase(file, open)).close();
    writeFileSync(file, 'a letter to a friend'.repeat(1_000));
    const before = readFileSync(file);
    await expect(openDatabase(file, open)).rejects.toMatchObject({ code: 'ledger_unavailable' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a corrupted file', async () => {
    const database = await openDatabase(file, open);
    for (let n = 0; n < 500; n += 1)
      database.run(
        'insert into payments values (?, ?, 1, 0, 1, 1, null, ?)',
        ...[`pay_${n}`, 'default', 'x'.repeat(500)],
      );
    database.close();
    const { size } = statSync(file);
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4_096, 0xff), 0, 4_096, Math.floor(size / 8_192) * 4_096);
    closeSync(descriptor);
    await expect(openDatabase(file, open)).rejects.toMatchObject({ code: 'ledger_unavailable' });
    truncateSync(file, Math.floor(size / 2));
    await expect(openDatabase(file, open)).rejects.toMatchObject({ code: 'ledger_unavailable' });
  });

  it('refuses a schema that is newer', async () => {
    const database = await openDatabase(file, open);
    database.run('insert into schema_migrations values (99, ?)', 'checksum');
    database.close();
    await expect(openDatabase(file, open)).rejects.toMatchObject({ code: 'configuration_invalid' });
    await expect(openDatabase(file, open)).rejects.toThrow('version 99');
  });
});
