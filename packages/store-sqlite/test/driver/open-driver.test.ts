import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDriver } from '../../src/driver/open-driver.ts';
import { drivers, folder } from '../support/subject.ts';

describe.each(drivers)('the driver %s', (name) => {
  async function withDriver(use: (driver: Awaited<ReturnType<typeof openDriver>>) => void): Promise<void> {
    const { path, remove } = folder();
    const driver = await openDriver(join(path, 'file.db'), name);
    driver.exec(
      'pragma locking_mode = exclusive; pragma journal_mode = wal; create table t (a integer unique, b text)',
    );
    use(driver);
    driver.close();
    remove();
  }

  it('runs statements and reads rows', () =>
    withDriver((driver) => {
      expect(driver.name).toBe(name);
      const insert = driver.prepare('insert into t values (?, ?)');
      expect(insert.run([1, 'é😀'])).toBe(1);
      expect(insert.run([2 ** 52, null])).toBe(1);
      expect(driver.prepare('update t set b = ?').run(['x'])).toBe(2);
      const rows = driver.prepare('select a, b from t order by a').all([]);
      expect(rows.map((row) => ({ ...row }))).toEqual([
        { a: 1, b: 'x' },
        { a: 2 ** 52, b: 'x' },
      ]);
      expect(driver.prepare('select a from t where a = ?').get([7])).toBeUndefined();
    }));

  it('commits after a row was read and the statement left', () =>
    withDriver((driver) => {
      const insert = driver.prepare("insert into t values (?, 'x'), (?, 'y') returning a");
      driver.exec('begin immediate');
      expect({ ...insert.get([1, 2]) }).toEqual({ a: 1 });
      driver.exec('commit');
      expect(driver.prepare('select a from t').all([])).toHaveLength(2);
    }));

  it('binds whole numbers as whole numbers', () =>
    withDriver((driver) => {
      const half = driver.prepare('select ?1 / 2 as half, typeof(?1) as type');
      expect({ ...half.get([7]) }).toEqual({ half: 3, type: 'integer' });
      expect({ ...half.all([2 ** 52 + 1])[0] }).toEqual({ half: 2 ** 51, type: 'integer' });
    }));

  it('uses a statement again after it has failed', () =>
    withDriver((driver) => {
      const insert = driver.prepare('insert into t values (?, ?)');
      insert.run([1, 'x']);
      expect(() => insert.run([1, 'y'])).toThrow(/unique/i);
      expect(insert.run([2, 'y'])).toBe(1);
    }));
});

describe('openDriver', () => {
  it.skipIf(drivers.includes('node:sqlite'))('says so when this Node has not the driver', async () => {
    await expect(openDriver('unused.db', 'node:sqlite')).rejects.toMatchObject({ code: 'configuration_invalid' });
  });

  it('takes the one of Node where there is one', async () => {
    const { path, remove } = folder();
    const driver = await openDriver(join(path, 'file.db'));
    expect(driver.name).toBe(drivers.at(-1));
    driver.close();
    remove();
  });
});
