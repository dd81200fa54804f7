import type { Clock } from '../provider/clock.ts';
import { pause } from '../provider/pause.ts';
import { fullJitterMs } from '../resilience/backoff.ts';
import type { Random } from '../resilience/random.ts';

/** Brings one outcome to the store. It rejects when the store does not take it. */
type LateRecord = () => Promise<unknown>;

/** What is beyond this is left to whoever takes over the operations that nobody recorded. */
const waitingAtMost = 10_000;

const backoff = { baseMs: 250, capMs: 5_000 };

interface LateParts {
  readonly clock: Clock;
  readonly random: Random;
}

/** Outcomes that the store did not take when they came. They are brought to it again, one after the other, until it does. */
export class LateRecords {
  readonly #parts: LateParts;
  readonly #waiting: LateRecord[] = [];
  readonly #end = new AbortController();
  #bringing: Promise<void> | undefined;

  constructor(parts: LateParts) {
    this.#parts = parts;
  }

  add(record: LateRecord): void {
    if (this.#waiting.length === waitingAtMost) return;
    this.#waiting.push(record);
    this.#bringing ??= this.#bring().finally(() => {
      this.#bringing = undefined;
    });
  }

  /** Brings each of them once more, and gives up on those that are not taken. */
  async end(): Promise<void> {
    this.#end.abort();
    await this.#bringing;
    await Promise.allSettled(this.#waiting.splice(0).map((record) => record()));
  }

  async #bring(): Promise<void> {
    const { clock, random } = this.#parts;
    let failures = 1;
    for (let record = this.#waiting.shift(); record !== undefined; record = this.#waiting.shift()) {
      const waitMs = failures === 0 ? 0 : fullJitterMs(failures, backoff, random);
      const how = waitMs === 0 ? 'elapsed' : await pause(clock, waitMs, this.#end.signal);
      failures = how === 'elapsed' && (await isTaken(record)) ? 0 : failures + 1;
      // At the end, as one that is never taken must not hold up the others.
      if (failures > 0) this.#waiting.push(record);
      if (how === 'aborted') return;
    }
  }
}

function isTaken(record: LateRecord): Promise<boolean> {
  return record().then(
    () => true,
    () => false,
  );
}
