import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../src/command.ts';
import type { Database } from '../src/database.ts';
import type { Driver } from '../src/driver/driver.ts';
import { openDriver } from '../src/driver/open-driver.ts';
import { Engine } from '../src/engine.ts';
import { openDatabase } from '../src/open-database.ts';
import { claimColumns, stepColumns } from '../src/rows/payment-columns.ts';
import { claimOf, paymentIdOf, stepOf } from './support/records.ts';
import { drivers, folder } from './support/subject.ts';

const claim = (n: number): Command => ({ name: 'claim', args: [claimColumns(claimOf(n))] });
const read = (n: number): Command => ({ name: 'payment', args: ['default', paymentIdOf(n)] });
const claimed = { kind: 'done', answer: { kind: 'claimed' } };
const nothing = { kind: 'done', answer: undefined };
const unavailable = expect.objectContaining({ kind: 'failed', code: 'ledger_unavailable' });

describe.each(drivers)('Engine on %s', (name) => {
  let home: ReturnType<typeof folder>;
  let file: string;
  let database: Database;
  let engine: Engine;
  /** Statements that the disk refuses, and when. */
  let fault: ((sql: string) => boolean) | undefined;

  beforeEach(async () => {
    home = folder();
    file = join(home.path, 'store.db');
    fault = undefined;
    database = await openDatabase(file, async (path) => failing(await openDriver(path, name)));
    engine = new Engine(file, database);
  });
  afterEach(() => {
    engine.close();
    home.remove();
  });

  function failing(driver: Driver): Driver {
    return {
      ...driver,
      prepare(sql) {
        const statement = driver.prepare(sql);
        return {
          ...statement,
          get: (values) => statement.get(values),
          all: (values) => statement.all(values),
          run(values) {
            if (fault?.(sql)) throw new Error('disk I/O error');
            return statement.run(values);
          },
        };
      },
    };
  }

  it('lets one command fail without the others of its group', () => {
    const stranger: Command = { name: 'record', args: [stepColumns(stepOf(claimOf(9)))] };
    expect(engine.run([claim(1), stranger, claim(2)])).toEqual([claimed, unavailable, claimed]);
    expect(engine.run([read(1), read(2), read(9)])).toEqual([
      { kind: 'done', answer: claimOf(1).payment },
      { kind: 'done', answer: claimOf(2).payment },
      nothing,
    ]);
  });

  it('fails every command of a group whose commit fails, writes none, and works again', () => {
    fault = (sql) => sql === 'commit';
    expect(engine.run([claim(1), claim(2)])).toEqual([unavailable, unavailable]);
    fault = undefined;
    expect(engine.run([read(1), read(2)])).toEqual([nothing, nothing]);
    expect(engine.run([claim(1), claim(2)])).toEqual([claimed, claimed]);
  });

  it('fails when no transaction begins, and works again', () => {
    fault = (sql) => sql === 'begin immediate';
    expect(engine.run([claim(1)])).toEqual([unavailable]);
    fault = undefined;
    expect(engine.run([claim(1)])).toEqual([claimed]);
  });

  it('writes no half of a command that fails in its middle', () => {
    fault = (sql) => sql.includes('insert into timeline');
    expect(engine.run([claim(1)])).toEqual([unavailable]);
    fault = undefined;
    expect(engine.run([read(1), { name: 'operationById', args: ['op_1'] }])).toEqual([nothing, nothing]);
    expect(engine.run([claim(1)])).toEqual([claimed]);
  });

  it('says so when the disk is full, goes on reading, and writes again when there is room', () => {
    engine.run([claim(0)]);
    engine.checkpoint();
    database.exec('pragma max_page_count = 30');
    const results = Array.from({ length: 200 }, (_, n) => engine.run([claim(n + 1)])[0]);
    const full = results.findIndex((result) => result?.kind === 'failed');
    expect(full).toBeGreaterThan(0);
    expect(results[full]).toEqual(unavailable);
    expect(engine.run([claim(500), read(0), claim(501)])).toEqual([
      unavailable,
      { kind: 'done', answer: claimOf(0).payment },
      unavailable,
    ]);
    database.exec('pragma max_page_count = 100000');
    expect(engine.run([claim(500), claim(501)])).toEqual([claimed, claimed]);
    // What was answered for is there, and nothing else.
    const stored = results.map((_, n) => engine.run([read(n + 1)])[0]);
    for (const [n, result] of results.entries())
      expect(stored[n]).toEqual(result?.kind === 'done' ? { kind: 'done', answer: claimOf(n + 1).payment } : nothing);
  });

  it('answers for nothing while its file is gone', () => {
    engine.run([claim(1)]);
    renameSync(file, `${file}.away`);
    expect(engine.run([claim(2)])).toEqual([unavailable]);
    renameSync(`${file}.away`, file);
    expect(engine.run([claim(3)])).toEqual([claimed]);
    rmSync(`${file}-wal`);
    expect(engine.run([claim(4)])).toEqual([unavailable]);
  });
});
