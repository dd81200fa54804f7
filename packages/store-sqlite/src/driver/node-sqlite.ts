import type { Driver, SqlValue, Statement } from './driver.ts';

/** The part of Node's own SQLite that is used. The types of Node 20 do not know it. */
export interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    exec(sql: string): void;
    prepare(sql: string): {
      run(...values: readonly SqlValue[]): { readonly changes: number | bigint };
      get(...values: readonly SqlValue[]): Record<string, unknown> | undefined;
      all(...values: readonly SqlValue[]): readonly Record<string, unknown>[];
    };
    close(): void;
  };
}

/** Opens a file with Node's own SQLite. */
export function openNodeSqlite({ DatabaseSync }: NodeSqlite, path: string): Driver {
  const database = new DatabaseSync(path);
  return {
    name: 'node:sqlite',
    exec: (sql) => database.exec(sql),
    prepare(sql): Statement {
      const statement = database.prepare(sql);
      return {
        run: (values) => Number(statement.run(...values).changes),
        get: (values) => statement.get(...values),
        all: (values) => statement.all(...values),
      };
    },
    close: () => database.close(),
  };
}
