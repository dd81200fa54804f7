import { hash } from 'node:crypto';
import type { Driver, Row, SqlValue, Statement } from './driver/driver.ts';

/** A text ends at a NUL character on its way into SQLite: a name that holds one is stored as its SHA-256. */
function bindable(value: SqlValue): SqlValue {
  return typeof value === 'string' && value.includes('\0') ? `sha256:${hash('sha256', value, 'hex')}` : value;
}

/** A driver that prepares each statement once. */
export class Database {
  readonly #driver: Driver;
  readonly #statements = new Map<string, Statement>();

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  exec(sql: string): void {
    this.#driver.exec(sql);
  }

  /** @returns how many rows it changed */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return this.#prepared(sql).run(values.map(bindable));
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#prepared(sql).get(values.map(bindable));
  }

  all(sql: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#prepared(sql).all(values.map(bindable));
  }

  close(): void {
    this.#driver.close();
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#driver.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
