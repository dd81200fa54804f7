/** One line of a payment's timeline, in words. Holds no secret and no account number. */
export interface TimelineEntry {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly type: 'claimed' | 'likely_double' | 'attempt' | 'settled' | 'released' | 'inquiry' | 'conflict';
  readonly text: string;
}

/**
 * An entry whose words are made when somebody reads or stores them: most are never read. It keeps `facts` and nothing
 * else, so keep them small.
 */
export function timelineEntry<Facts>(
  atMs: number,
  type: TimelineEntry['type'],
  facts: Facts,
  describe: (facts: Facts) => string,
): TimelineEntry {
  return new LazyEntry(atMs, type, facts, describe);
}

class LazyEntry<Facts> implements TimelineEntry {
  readonly atMs: number;
  readonly type: TimelineEntry['type'];
  readonly #facts: Facts;
  readonly #describe: (facts: Facts) => string;

  constructor(atMs: number, type: TimelineEntry['type'], facts: Facts, describe: (facts: Facts) => string) {
    this.atMs = atMs;
    this.type = type;
    this.#facts = facts;
    this.#describe = describe;
  }

  get text(): string {
    return this.#describe(this.#facts);
  }

  toJSON(): TimelineEntry {
    return { atMs: this.atMs, type: this.type, text: this.text };
  }
}
