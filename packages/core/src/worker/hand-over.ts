import type { Jobs } from '../ledger/job.ts';
import type { Clock } from '../provider/clock.ts';
import type { TaskEngine } from './task-engine.ts';

/** What a hand-over is made of. */
export interface HandOverOptions {
  readonly jobs: Jobs;
  readonly engine: TaskEngine;
  readonly clock: Clock;
  /** Carries out one job, unless it is not due or somebody has it. */
  carryOut(id: string): Promise<unknown>;
  /** Hears of errors of the store and of the engine. */
  onTrouble(message: string): void;
  /** Time between two looks for jobs. Default: 1,000. */
  readonly pollMs?: number;
}

/** The most that one look hands over. */
const limit = 500;

/**
 * Hands jobs over to a task engine by reading the job tables, so that a crash between a commit and its hand-over loses
 * nothing: what the engine has not carried out is still there at the next look.
 */
export class HandOver {
  readonly #options: HandOverOptions;
  #cancel: (() => void) | undefined;
  #looking: Promise<void> | undefined;
  #isOpen = false;
  #isWanted = false;

  constructor(options: HandOverOptions) {
    this.#options = options;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const { engine, carryOut, onTrouble } = this.#options;
    const run = async (id: string) => {
      // The job stays in the store, and is handed over again when its lease has ended.
      await carryOut(id).catch(() => onTrouble('the store does not answer; jobs wait'));
    };
    engine.start(run).catch(() => onTrouble('the task engine does not start; jobs wait for the next look of a worker'));
    this.wake();
  }

  /** Looks for jobs now instead of at the next look. */
  wake(): void {
    if (!this.#isOpen) return;
    this.#isWanted = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#isOpen = false;
    this.#cancel?.();
    await this.#looking;
    await this.#options.engine.close();
  }

  async #look(): Promise<void> {
    const { jobs, engine, clock, onTrouble, pollMs = 1_000 } = this.#options;
    this.#cancel?.();
    while (this.#isOpen && this.#isWanted) {
      this.#isWanted = false;
      try {
        const due = await jobs.due({ limit, untilMs: clock.now() + pollMs });
        if (due.length > 0) await engine.offer(due.map(({ id, runAtMs }) => ({ id, runAtMs })));
      } catch {
        onTrouble('jobs could not be handed over to the task engine; they wait');
      }
    }
    if (this.#isOpen) this.#cancel = clock.schedule(pollMs, () => this.wake());
  }
}
