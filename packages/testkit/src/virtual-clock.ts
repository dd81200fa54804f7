import type { Clock } from '@polyrail/core';

interface Task {
  readonly atMs: number;
  readonly run: () => void;
}

/** More tasks than this in one call mean that they schedule each other without end. */
const maxTasks = 1_000_000;

/**
 * Time that stands still until a test moves it. Tasks run in the order of their time, those of one instant in the order in
 * which they were scheduled, and the promises that hang on one task settle before the next runs.
 */
export class VirtualClock implements Clock {
  readonly #tasks = new Set<Task>();
  #nowMs: number;

  /** @param startMs milliseconds since 1970; default: 1 January 2026 */
  constructor(startMs: number = Date.UTC(2026, 0, 1)) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  /** Tasks that wait. */
  get waiting(): number {
    return this.#tasks.size;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const entry: Task = { atMs: this.#nowMs + Math.max(0, delayMs), run: task };
    this.#tasks.add(entry);
    return () => this.#tasks.delete(entry);
  }

  /** Moves on by `durationMs` and runs what falls due, also what is scheduled on the way. */
  async advance(durationMs: number): Promise<void> {
    const endMs = this.#nowMs + durationMs;
    await this.#run(endMs);
    this.#nowMs = endMs;
  }

  /**
   * Runs until nothing waits any more.
   *
   * @param maxMs how far time may move; default: one hour
   * @throws Error when something still waits then
   */
  async runUntilIdle(maxMs = 3_600_000): Promise<void> {
    await this.#run(this.#nowMs + maxMs);
    if (this.#tasks.size > 0) throw new Error(`${this.#tasks.size} tasks still wait after ${maxMs} ms`);
  }

  async #run(endMs: number): Promise<void> {
    await settled();
    for (let count = 0; ; count += 1) {
      const task = this.#next(endMs);
      if (task === undefined) return;
      if (count >= maxTasks) throw new Error(`more than ${maxTasks} tasks`);
      this.#tasks.delete(task);
      this.#nowMs = task.atMs;
      task.run();
      await settled();
    }
  }

  #next(endMs: number): Task | undefined {
    let next: Task | undefined;
    for (const task of this.#tasks)
      if (task.atMs <= endMs && (next === undefined || task.atMs < next.atMs)) next = task;
    return next;
  }
}

/** After the promises that are ready, and those that they make ready. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
