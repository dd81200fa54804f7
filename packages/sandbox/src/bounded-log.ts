/** The last entries of a record that would grow without end, and how many there were. */
export class BoundedLog<Entry> {
  readonly #limit: number;
  #entries: Entry[] = [];
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many entries were written since the last reset. */
  get count(): number {
    return this.#count;
  }

  push(entry: Entry): void {
    this.#count += 1;
    this.#entries.push(entry);
    // Cut rarely: cutting at each entry would copy the whole record.
    if (this.#entries.length >= this.#limit * 2) this.#entries = this.#entries.slice(-this.#limit);
  }

  /** The last entries, oldest first. */
  list(): readonly Entry[] {
    return this.#entries.slice(-this.#limit);
  }

  reset(): void {
    this.#entries = [];
    this.#count = 0;
  }
}
