import type { Clock } from '@polyrail/core';

export interface ReplayMemoryOptions {
  /** How long at least an id is remembered. */
  readonly windowMs: number;
  /** New ids in a window. More are refused: to forget one would let it be used again. Default: 250,000. */
  readonly capacity?: number;
  readonly clock: Clock;
}

/** Tells the first use of an id from all others, for a while. It has no timer: two generations take turns. */
export class ReplayMemory {
  readonly #options: ReplayMemoryOptions;
  #current = new Set<string>();
  #previous: ReadonlySet<string> = new Set();
  #turnsAt: number;

  constructor(options: ReplayMemoryOptions) {
    this.#options = options;
    this.#turnsAt = options.clock.now() + options.windowMs;
  }

  /** True for the first use of an id. False for any other, and when there is no room left to remember it. */
  isFirst(id: string): boolean {
    this.#turn();
    const { capacity = 250_000 } = this.#options;
    if (this.#current.has(id) || this.#previous.has(id) || this.#current.size >= capacity) return false;
    this.#current.add(id);
    return true;
  }

  #turn(): void {
    const { clock, windowMs } = this.#options;
    const now = clock.now();
    if (now < this.#turnsAt) return;
    this.#previous = now < this.#turnsAt + windowMs ? this.#current : new Set();
    this.#current = new Set();
    this.#turnsAt = now + windowMs;
  }
}
