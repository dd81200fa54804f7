import type { Driver, SqlValue, Statement } from './driver.ts';

type NodeSqlValue = SqlValue | bigint;

/** The part of Node's own SQLite that is used. The types of Node 20 do not know it. */
export interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    exec(sql: string): void;
    prepare(sql: string): {
      run(...values: readonly NodeSqlValue[]): { readonly changes: number | bigint };
      get(...values: readonly NodeSqlValue[]): Record<string, unknown> | undefined;
      all(...values: readonly NodeSqlValue[]): readonly Record<string, unknown>[];
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
        run: (values) => Number(statement.run(...values.map(bound)).changes),
        get: (values) => statement.get(...values.map(bound)),
        all: (values) => statement.all(...values.map(bound)),
      };
    },
    close: () => database.close(),
  };
}

/** Every number would be bound as a REAL, and divided as one. */
function bound(value: SqlValue): NodeSqlValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
