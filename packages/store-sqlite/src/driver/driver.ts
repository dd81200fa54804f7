/** What a column holds here. */
export type SqlValue = string | number | null;

/** A row by its column names. */
export type Row = Readonly<Record<string, unknown>>;

/** A prepared statement. */
export interface Statement {
  /** @returns how many rows it changed */
  run(values: readonly SqlValue[]): number;
  get(values: readonly SqlValue[]): Row | undefined;
  all(values: readonly SqlValue[]): readonly Row[];
}

/** The little that the store needs of an SQLite binding. All of it is synchronous; errors throw. */
export interface Driver {
  readonly name: DriverName;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** `node:sqlite` is part of Node 22.13 and newer; `node-sqlite3-wasm` runs everywhere. */
export type DriverName = 'node:sqlite' | 'node-sqlite3-wasm';
