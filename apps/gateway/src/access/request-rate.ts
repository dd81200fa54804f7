interface Bucket {
  tokens: number;
  filledAtMs: number;
}

const maxCallers = 10_000;

/** How many requests each caller may make: a bucket for each, full at first, filled again at a steady rate. */
export class RequestRate {
  readonly #perSecond: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param now milliseconds of a clock that does not go back. Default: that of the process */
  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** Takes a turn. The result is the time until there is one: 0 when it was taken. */
  take(caller: string): number {
    const bucket = this.#bucketOf(caller);
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / this.#perSecond) * 1_000);
    bucket.tokens -= 1;
    return 0;
  }

  #bucketOf(caller: string): Bucket {
    const nowMs = this.#now();
    const { tokens, filledAtMs } = this.#buckets.get(caller) ?? { tokens: this.#perSecond, filledAtMs: nowMs };
    const filled = Math.min(this.#perSecond, tokens + ((nowMs - filledAtMs) / 1_000) * this.#perSecond);
    const bucket = { tokens: filled, filledAtMs: nowMs };
    // The caller who was silent for longest is forgotten first.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > maxCallers && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }
}
