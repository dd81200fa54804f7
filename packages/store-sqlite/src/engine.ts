import { statSync } from 'node:fs';
import { PolyrailError } from '@polyrail/core';
import { type Command, type CommandResult, type Commands, commandsOn, failed } from './command.ts';
import type { Database } from './database.ts';

/** Runs groups of commands on an open file. All of it is synchronous: it belongs into a thread of its own. */
export class Engine {
  readonly #path: string;
  readonly #database: Database;
  readonly #commands: Commands;
  readonly #file: string;

  constructor(path: string, database: Database) {
    this.#path = path;
    this.#database = database;
    this.#commands = commandsOn(database);
    this.#file = this.#identity();
  }

  /** Runs the commands in one transaction. What it answers is durable: when the commit fails, every command has failed. */
  run(group: readonly Command[]): readonly CommandResult[] {
    try {
      this.#database.exec('begin immediate');
      const results = group.map((command) => this.#runOne(command));
      this.#database.exec('commit');
      this.#requireFile();
      return results;
    } catch (error) {
      this.#rollBack();
      return group.map(() => failed(error));
    }
  }

  /** Moves the log into the file. Done while nothing else waits, it never holds up a commit. */
  checkpoint(): void {
    this.#database.get('pragma wal_checkpoint(truncate)');
  }

  close(): void {
    this.#database.close();
  }

  #runOne({ name, args }: Command): CommandResult {
    // The name decides the arguments where commands are made; here they have come from another thread.
    const command = this.#commands[name] as (...args: readonly unknown[]) => unknown;
    this.#database.exec('savepoint command');
    try {
      const answer = command(...args);
      this.#database.exec('release command');
      return { kind: 'done', answer };
    } catch (error) {
      // SQLite has ended the whole transaction after some errors: then this throws, and the group has failed.
      this.#database.exec('rollback to command; release command');
      return failed(error);
    }
  }

  #rollBack(): void {
    try {
      this.#database.exec('rollback');
    } catch {
      // SQLite has done it.
    }
  }

  /** A file that somebody removed still takes writes, and forgets them at exit. */
  #requireFile(): void {
    if (this.#identity() !== this.#file)
      throw new PolyrailError('ledger_unavailable', `${this.#path} was removed or replaced while it was open`);
  }

  #identity(): string {
    const names = [this.#path, `${this.#path}-wal`].map((path) => statSync(path, { throwIfNoEntry: false }));
    return names.map((found) => (found === undefined ? 'gone' : `${found.dev}:${found.ino}`)).join();
  }
}
