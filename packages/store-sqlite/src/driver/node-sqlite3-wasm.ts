import { rmSync } from 'node:fs';
import type sqlite from 'node-sqlite3-wasm';
import type { Driver, Statement } from './driver.ts';

/**
 * Opens a file with SQLite compiled to WebAssembly. The caller holds the process lock: the driver's own lock is a folder
 * that stays behind when its process is killed.
 */
export function openNodeSqlite3Wasm({ Database }: typeof sqlite, path: string): Driver {
  rmSync(`${path}.lock`, { recursive: true, force: true });
  const database = new Database(path);
  const statements = new Set<WasmStatement>();
  return {
    name: 'node-sqlite3-wasm',
    exec: (sql) => database.exec(sql),
    prepare(sql): Statement {
      const statement = new WasmStatement(database, sql);
      statements.add(statement);
      return statement;
    },
    close() {
      // A statement that is left open keeps the file and its lock open.
      for (const statement of statements) statement.finalize();
      database.close();
    },
  };
}

class WasmStatement implements Statement {
  readonly #database: sqlite.Database;
  readonly #sql: string;
  #prepared: sqlite.Statement | undefined;

  constructor(database: sqlite.Database, sql: string) {
    this.#database = database;
    this.#sql = sql;
  }

  run(values: Parameters<Statement['run']>[0]): number {
    return this.#use((statement) => statement.run([...values]).changes);
  }

  get(values: Parameters<Statement['get']>[0]): ReturnType<Statement['get']> {
    // The driver's `get` leaves the statement running after its row, and a commit would wait for it.
    return this.all(values)[0];
  }

  all(values: Parameters<Statement['all']>[0]): ReturnType<Statement['all']> {
    return this.#use((statement) => statement.all([...values]));
  }

  finalize(): void {
    const prepared = this.#prepared;
    this.#prepared = undefined;
    try {
      prepared?.finalize();
    } catch {
      // It reports the error of its last use again.
    }
  }

  #use<Result>(use: (statement: sqlite.Statement) => Result): Result {
    this.#prepared ??= this.#database.prepare(this.#sql);
    try {
      return use(this.#prepared);
    } catch (error) {
      // Once it has failed, the driver refuses its next use too.
      this.finalize();
      throw error;
    }
  }
}
