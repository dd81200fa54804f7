import { BoundedLog } from '../bounded-log.ts';
import type { FaultName } from '../fault/fault.ts';
import type { OperationName } from './wire.ts';

const MAX_ENTRIES = 1000;

/** One request that reached the acquirer's wire. Headers are not kept. */
export interface SeenRequest {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationName;
  readonly key: string | undefined;
  readonly fault: FaultName | undefined;
}

/** The requests that the sandbox has seen: how many, and the last 1,000. */
export class RequestJournal {
  readonly #entries = new BoundedLog<SeenRequest>(MAX_ENTRIES);
  #inFlight = 0;
  #peakInFlight = 0;

  /** How many requests reached the wire since the last reset. */
  get count(): number {
    return this.#entries.count;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** The most requests that were in flight at one time. */
  get peakInFlight(): number {
    return this.#peakInFlight;
  }

  /** The last requests, oldest first; with a key, those that carried it. */
  list(key?: string): readonly SeenRequest[] {
    const last = this.#entries.list();
    return key === undefined ? last : last.filter((entry) => entry.key === key);
  }

  record(entry: Omit<SeenRequest, 'id'>): void {
    this.#entries.push({ id: this.count + 1, ...entry });
  }

  began(): void {
    this.#inFlight += 1;
    if (this.#inFlight > this.#peakInFlight) this.#peakInFlight = this.#inFlight;
  }

  ended(): void {
    this.#inFlight -= 1;
  }

  reset(): void {
    this.#entries.reset();
    this.#peakInFlight = this.#inFlight;
  }
}
