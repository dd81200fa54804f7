import type { Clock } from '../../src/provider/clock.ts';

interface Task {
  readonly atMs: number;
  readonly run: () => void;
}

/**
 * Time that stands still until a test moves it. Tasks run in the order of their time, and what hangs on one task settles
 * before the next one runs. The testkit has one of its own: it depends on this package.
 */
export class VirtualClock implements Clock {
  readonly #tasks = new Set<Task>();
  #nowMs = Date.UTC(2026, 0, 1);

  now(): number {
    return this.#nowMs;
  }

  /** Tasks that wait: what a finished call has left behind. */
  get waiting(): number {
    return this.#tasks.size;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const entry: Task = { atMs: this.#nowMs + Math.max(0, delayMs), run: task };
    this.#tasks.add(entry);
    return () => this.#tasks.delete(entry);
  }

  async advance(durationMs: number): Promise<void> {
    const endMs = this.#nowMs + durationMs;
    await settled();
    for (let task = this.#next(endMs); task !== undefined; task = this.#next(endMs)) {
      this.#tasks.delete(task);
      this.#nowMs = task.atMs;
      task.run();
      await settled();
    }
    this.#nowMs = endMs;
  }

  /** Moves on until `promise` has settled, or nothing waits any more. */
  async finish<T>(promise: Promise<T>): Promise<T> {
    let done = false;
    const mark = () => {
      done = true;
    };
    promise.then(mark, mark);
    await settled();
    for (let task = this.#next(Number.POSITIVE_INFINITY); !done && task !== undefined; ) {
      this.#tasks.delete(task);
      this.#nowMs = task.atMs;
      task.run();
      await settled();
      task = this.#next(Number.POSITIVE_INFINITY);
    }
    if (!done) throw new Error('nothing waits any more, and the promise has not settled');
    return promise;
  }

  #next(endMs: number): Task | undefined {
    let next: Task | undefined;
    for (const task of this.#tasks)
      if (task.atMs <= endMs && (next === undefined || task.atMs < next.atMs)) next = task;
    return next;
  }
}

/** After the promises that are ready, and those that they make ready. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
