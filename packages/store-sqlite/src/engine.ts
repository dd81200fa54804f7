import { PolyrailError } from '@polyrail/core/store';
import { type Command, type CommandResult, commands, failed, type Rows, rowsOf } from './command.ts';
import type { Database } from './database.ts';
import { HeldFile } from './held-file.ts';

/** Runs groups of commands on an open file. All of it is synchronous: it belongs into a thread of its own. */
export class Engine {
  readonly #path: string;
  readonly #database: Database;
  readonly #rows: Rows;
  readonly #files: readonly HeldFile[];

  constructor(path: string, database: Database) {
    this.#path = path;
    this.#database = database;
    this.#rows = rowsOf(database);
    this.#files = [new HeldFile(path), new HeldFile(`${path}-wal`)];
  }

  /**
   * Runs the commands in one transaction. What it answers is durable: when the commit fails, every command has failed.
   * When one of them fails before, none is written, and each runs again in a transaction of its own.
   */
  run(group: readonly Command[]): readonly CommandResult[] {
    let ready = false;
    try {
      this.#database.run('begin immediate');
      const results = group.map((command) => this.#answer(command));
      ready = true;
      this.#database.run('commit');
      this.#requireFile();
      return results;
    } catch (error) {
      this.#rollBack();
      const alone = ready || group.length === 1;
      return alone ? group.map(() => failed(error)) : group.flatMap((command) => this.run([command]));
    }
  }

  /** Moves the log into the file. Done while nothing else waits, it never holds up a commit. */
  checkpoint(): void {
    this.#database.get('pragma wal_checkpoint(truncate)');
  }

  close(): void {
    this.#database.close();
    // Not before: to close a file ends the locks that SQLite has on it.
    for (const file of this.#files) file.close();
  }

  #answer({ name, args }: Command): CommandResult {
    // The name decides the arguments where commands are made; here they have come from another thread.
    const command = commands[name] as (rows: unknown, ...args: readonly unknown[]) => unknown;
    return { kind: 'done', answer: command(this.#rows, ...args) };
  }

  #rollBack(): void {
    try {
      this.#database.run('rollback');
    } catch {
      // SQLite has done it.
    }
  }

  /** A file that somebody removed still takes writes, and forgets them at exit. */
  #requireFile(): void {
    if (!this.#files.every((file) => file.isInPlace()))
      throw new PolyrailError('ledger_unavailable', `${this.#path} was removed or replaced while it was open`);
  }
}
