import type { Command, CommandResult } from './command.ts';
import type { DriverName } from './driver/driver.ts';

/** Where groups of commands run: in a thread of their own, or in this one. */
export interface Executor {
  /** Runs the commands in one transaction. Never called again before it has answered; rejects when the thread has died. */
  run(group: readonly Command[]): Promise<readonly CommandResult[]>;
  /** Moves the log into the file, while nothing else waits. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** Which file, with which driver. */
export interface FileOptions {
  readonly path: string;
  readonly driver?: DriverName;
}
