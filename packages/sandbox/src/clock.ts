/** Tells the time in milliseconds since the epoch. */
export type TimeSource = () => number;

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
  handle: NodeJS.Timeout | undefined;
}

const LONGEST_TIMEOUT_MS = 2_147_483_647;

/**
 * The sandbox's clock: the time source plus an offset that a test moves by hand.
 * A timer that falls due because the clock was moved runs at once.
 */
export class SandboxClock {
  readonly #source: TimeSource;
  readonly #timers = new Set<Timer>();
  #offsetMs = 0;

  constructor(source: TimeSource = Date.now) {
    this.#source = source;
  }

  now(): number {
    return this.#source() + this.#offsetMs;
  }

  /** Moves the clock by `ms`, which may be negative. */
  advance(ms: number): void {
    this.#offsetMs += ms;
    this.#settle();
  }

  /** Sets the clock to `epochMs`; it runs on from there. */
  set(epochMs: number): void {
    this.advance(epochMs - this.now());
  }

  /** Runs `run` once `ms` have passed on this clock. Returns the cancellation. */
  after(ms: number, run: () => void): () => void {
    const timer: Timer = { dueAt: this.now() + ms, run, handle: undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => this.#drop(timer);
  }

  /** Runs everything that waits, then goes back to the time source. */
  reset(): void {
    const waiting = this.#inOrder();
    this.stop();
    this.#offsetMs = 0;
    for (const timer of waiting) timer.run();
  }

  /** Drops everything that waits. */
  stop(): void {
    for (const timer of this.#timers) this.#drop(timer);
  }

  #inOrder(): Timer[] {
    return [...this.#timers].sort((a, b) => a.dueAt - b.dueAt);
  }

  #settle(): void {
    for (const timer of this.#inOrder()) this.#arm(timer);
  }

  #arm(timer: Timer): void {
    if (!this.#timers.has(timer)) return;
    clearTimeout(timer.handle);
    const remainingMs = timer.dueAt - this.now();
    if (remainingMs > 0) {
      timer.handle = setTimeout(() => this.#arm(timer), Math.min(remainingMs, LONGEST_TIMEOUT_MS));
      return;
    }
    this.#drop(timer);
    timer.run();
  }

  #drop(timer: Timer): void {
    clearTimeout(timer.handle);
    this.#timers.delete(timer);
  }
}
