/** How many calls run at once, and how many may wait. */
export interface BulkheadSettings {
  /** Default: 64. */
  readonly maxConcurrent: number;
  /** Default: 256. */
  readonly maxQueued: number;
}

interface Waiter {
  readonly admit: () => void;
}

/** Bounds the calls of one provider and operation group. First come, first served. */
export class Bulkhead {
  readonly #settings: BulkheadSettings;
  readonly #waiting = new Set<Waiter>();
  #running = 0;

  constructor(settings: BulkheadSettings) {
    this.#settings = settings;
  }

  /** Takes a place if one is free. */
  tryEnter(): boolean {
    if (this.#running >= this.#settings.maxConcurrent) return false;
    this.#running += 1;
    return true;
  }

  /**
   * Waits for a place.
   *
   * @param admitted called once when there is a place; it is then taken
   * @returns a function that gives up waiting, or `undefined` when the queue is full
   */
  enqueue(admitted: () => void): (() => void) | undefined {
    if (this.#waiting.size >= this.#settings.maxQueued) return undefined;
    const waiter: Waiter = { admit: admitted };
    this.#waiting.add(waiter);
    return () => this.#waiting.delete(waiter);
  }

  /** Gives the place to the one who waits longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#running -= 1;
      return;
    }
    this.#waiting.delete(next);
    next.admit();
  }
}
