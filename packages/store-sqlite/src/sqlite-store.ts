import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Clock, type DurableStore, systemClock } from '@polyrail/core/store';
import { type Commands, commands } from './command.ts';
import type { DriverName } from './driver/driver.ts';
import type { Executor } from './executor.ts';
import { GroupCommit } from './group-commit.ts';
import { lockForProcess, type ReleaseLock } from './process-lock.ts';
import { refusalOf } from './refusal.ts';
import { claimColumns, stepColumns } from './rows/payment-columns.ts';
import { sameThread } from './same-thread.ts';
import { runsFromSources, workerThread } from './worker-thread.ts';

/** Settings of the store in one SQLite file. */
export interface SqliteStoreOptions {
  /** The file. It is made when it is not there, with its folders. It has to be on a local disk. */
  readonly path: string;
  /** Default: `node:sqlite` where Node has it, else `node-sqlite3-wasm`. */
  readonly driver?: DriverName;
  /**
   * Where the file is worked on. `worker`: in a thread of its own, so that no request waits for the disk. `same`: in the
   * thread of the caller. Default: `worker`, or `same` where this package runs from its TypeScript sources.
   */
  readonly thread?: 'worker' | 'same';
  /** Node options of the thread. Default: those of the process. */
  readonly execArgv?: readonly string[];
  /** Tells when the store is idle. Default: the machine's clock. */
  readonly clock?: Clock;
}

/**
 * Opens the durable store of one process: SQLite with a write-ahead log that is synced before anything is answered for.
 *
 * @throws PolyrailError `ledger_unavailable` when another process has the file, or it is corrupted or cannot be used;
 *   `configuration_invalid` when its schema is newer than this release, or this SQLite is too old
 */
export async function sqliteStore(options: SqliteStoreOptions): Promise<DurableStore> {
  const { driver, thread = runsFromSources ? 'same' : 'worker', execArgv, clock = systemClock } = options;
  const path = resolve(options.path);
  const release = own(path);
  try {
    const file = { path, ...(driver && { driver }) };
    const executor = await (thread === 'same' ? sameThread(file) : workerThread(file, execArgv));
    return storeOn(new GroupCommit(closingWith(executor, release), clock));
  } catch (error) {
    release();
    throw error;
  }
}

function own(path: string): ReleaseLock {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return lockForProcess(path);
  } catch (error) {
    throw refusalOf(path, error);
  }
}

function closingWith(executor: Executor, release: ReleaseLock): Executor {
  return {
    run: (group) => executor.run(group),
    checkpoint: () => executor.checkpoint(),
    close: () => executor.close().finally(release),
  };
}

function storeOn(commits: GroupCommit): DurableStore {
  const { claim, record, release, ...others } = submitting(commits);
  return {
    ...others,
    claim: async (claimed) => claim(claimColumns(claimed)),
    record: async (step) => record(stepColumns(step)),
    release: async (step) => release(stepColumns(step)),
    close: () => commits.close(),
  };
}

/** The commands as their callers see them. */
type Submitting = {
  readonly [Name in keyof Commands]: (...args: Parameters<Commands[Name]>) => Promise<ReturnType<Commands[Name]>>;
};

function submitting(commits: GroupCommit): Submitting {
  const names = Object.keys(commands) as readonly (keyof Commands)[];
  const entries = names.map((name) => [name, (...args: readonly unknown[]) => commits.submit({ name, args })]);
  return Object.fromEntries(entries) as Submitting;
}
