import { type Clock, PolyrailError } from '@polyrail/core/store';
import { type Command, type CommandResult, failed } from './command.ts';
import type { Executor } from './executor.ts';

/** The most that one commit takes. */
const groupSize = 256;
/** The most that waits; more is refused. */
const queueSize = 50_000;
/** The log is moved into the file when no command came between two looks, which are this far apart. */
const idleMs = 500;

interface Waiting {
  readonly command: Command;
  settle(result: CommandResult): void;
}

/**
 * Puts commands that come at the same time into one commit, so that they share one sync of the disk. While a commit runs the
 * next group gathers: a lone command does not wait for company.
 */
export class GroupCommit {
  readonly #executor: Executor;
  readonly #clock: Clock;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
  #cancelLook: (() => void) | undefined;
  #isIdle = true;
  #closed: Promise<void> | undefined;

  constructor(executor: Executor, clock: Clock) {
    this.#executor = executor;
    this.#clock = clock;
  }

  /** Resolves when the command is durable. @throws PolyrailError `ledger_unavailable` when it is not, or may not be */
  submit(command: Command): Promise<unknown> {
    if (this.#closed !== undefined) return Promise.reject(unavailable('the store is closed'));
    if (this.#queue.length >= queueSize) return Promise.reject(unavailable(`${queueSize} commands wait already`));
    return new Promise((resolve, reject) => {
      const settle = (result: CommandResult) =>
        result.kind === 'done' ? resolve(result.answer) : reject(new PolyrailError(result.code, result.message));
      this.#queue.push({ command, settle });
      this.#running ??= this.#run();
    });
  }

  /** Takes no more commands, and ends when those that wait are done. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#running;
    this.#cancelLook?.();
    await this.#executor.close();
  }

  async #run(): Promise<void> {
    this.#isIdle = false;
    while (this.#queue.length > 0) {
      // Everybody who is about to ask in this turn of the event loop gets into the group.
      await new Promise<void>((resolve) => setImmediate(resolve));
      const group = this.#queue.slice(0, groupSize);
      this.#queue = this.#queue.slice(groupSize);
      const results = await this.#execute(group);
      for (const [index, { settle }] of group.entries())
        settle(results[index] ?? failed(unavailable('the command has no result')));
    }
    // A timer for each command would cost more than a look now and then.
    this.#cancelLook ??= this.#clock.schedule(idleMs, () => this.#look());
    this.#running = undefined;
  }

  async #execute(group: readonly Waiting[]): Promise<readonly CommandResult[]> {
    try {
      return await this.#executor.run(group.map(({ command }) => command));
    } catch (error) {
      return group.map(() => failed(error));
    }
  }

  #look(): void {
    this.#cancelLook = undefined;
    if (this.#closed !== undefined) return;
    if (this.#isIdle && this.#running === undefined) this.#checkpoint();
    else this.#cancelLook = this.#clock.schedule(idleMs, () => this.#look());
    this.#isIdle = true;
  }

  #checkpoint(): void {
    // What goes wrong with the file shows at the next commit.
    this.#running = this.#executor
      .checkpoint()
      .catch(() => undefined)
      .then(() => {
        this.#running = undefined;
        if (this.#queue.length > 0) this.#running = this.#run();
      });
  }
}

function unavailable(message: string): PolyrailError {
  return new PolyrailError('ledger_unavailable', message);
}
