import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../src/database.ts';
import { openDriver } from '../src/driver/open-driver.ts';
import { migrate } from '../src/migrate.ts';
import { folder } from './support/subject.ts';

describe('migrate', () => {
  let home: ReturnType<typeof folder>;
  let database: Database;
  beforeEach(async () => {
    home = folder();
    database = new Database(await openDriver(join(home.path, 'file.db')));
  });
  afterEach(() => {
    database.close();
    home.remove();
  });

  const first = 'create table a (n integer)';
  const second = 'create table b (n integer); insert into b values (1)';

  it('applies what is missing, once', () => {
    migrate(database, [first]);
    migrate(database, [first, second]);
    migrate(database, [first, second]);
    expect(database.all('select n from b')).toHaveLength(1);
    expect(database.all('select version from schema_migrations')).toHaveLength(2);
  });

  it('refuses a newer schema and leaves it as it is', () => {
    migrate(database, [first, second]);
    expect(() => migrate(database, [first])).toThrow(expect.objectContaining({ code: 'configuration_invalid' }));
    expect(database.all('select n from b')).toHaveLength(1);
  });

  it('refuses a schema that was released with other words', () => {
    migrate(database, [first]);
    expect(() => migrate(database, [`${first} `, second])).toThrow(/version 1 is another one/);
    expect(database.get(`select 1 from sqlite_master where name = 'b'`)).toBeUndefined();
  });
});
