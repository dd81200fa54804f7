/** How many calls run at once, and how many may wait. */
export interface BulkheadSettings {
  /** Default: 64. */
  readonly maxConcurrent: number;
  /** Default: 256. */
  readonly maxQueued: number;
}

/** Bounds the calls of one provider and operation group. First come, first served. */
export class Bulkhead {
  readonly #settings: BulkheadSettings;
  readonly #waiting = new Set<() => void>();
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
   * @param admitted called once when there is a place; it is then taken. A function of its own for each wait
   * @returns a function that gives up waiting, or `undefined` when the queue is full
   */
  enqueue(admitted: () => void): (() => void) | undefined {
    if (this.#waiting.size >= this.#settings.maxQueued) return undefined;
    this.#waiting.add(admitted);
    return () => this.#waiting.delete(admitted);
  }

  /** Gives the place to the one who waits longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#running -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
