import type { Clock, WakeSignal } from '@polyrail/core/store';
import type { Client } from 'pg';
import type { Database } from './database.ts';

/** What the signal needs of its surroundings. */
export interface WakeSignalParts {
  readonly database: Database;
  readonly channel: string;
  readonly clock: Clock;
  /** A connection of its own: listening takes one for good. */
  newClient(): Client;
}

const longestPauseMs = 30_000;

/**
 * Wakes the workers of all processes through `LISTEN` and `NOTIFY`. The notice goes out after the offer is durable, in a
 * statement of its own: inside of a payment's transaction it would make all commits of the server wait for each other.
 */
export class PostgresWakeSignal implements Required<WakeSignal> {
  readonly #parts: WakeSignalParts;
  readonly #wakes = new Set<() => void>();
  #client: Client | undefined;
  #isClosed = false;
  #cancelRetry: (() => void) | undefined;
  #pauseMs = 0;
  #announcing: 'no' | 'once' | 'again' = 'no';

  constructor(parts: WakeSignalParts) {
    this.#parts = parts;
  }

  onOffer(wake: () => void): () => void {
    // Each caller has an entry of its own, also when two pass the same function.
    const own = () => wake();
    this.#wakes.add(own);
    if (this.#client === undefined && this.#cancelRetry === undefined) this.#listen();
    return () => {
      this.#wakes.delete(own);
    };
  }

  /** Tells everybody, soon: notices that are wanted while one is on its way become one. */
  announce(): void {
    if (this.#announcing !== 'no') {
      this.#announcing = 'again';
      return;
    }
    this.#announcing = 'once';
    void this.#announce();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelRetry?.();
    await this.#client?.end().catch(() => undefined);
  }

  async #announce(): Promise<void> {
    const { database, channel } = this.#parts;
    // What is lost is found by looking.
    await database.run({ name: 'wake', text: `select pg_notify($1, '')` }, [channel]).catch(() => undefined);
    const isWantedAgain = this.#announcing === 'again';
    this.#announcing = 'no';
    if (isWantedAgain && !this.#isClosed) this.announce();
  }

  #listen(): void {
    this.#cancelRetry = undefined;
    if (this.#isClosed || this.#wakes.size === 0) return;
    const client = this.#parts.newClient();
    this.#client = client;
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', () => this.#wakeAll());
    client.connect().then(
      () => this.#begin(client),
      () => this.#lose(client),
    );
  }

  async #begin(client: Client): Promise<void> {
    try {
      await client.query(`listen ${client.escapeIdentifier(this.#parts.channel)}`);
      this.#pauseMs = 0;
      // What was offered while nobody listened.
      this.#wakeAll();
    } catch {
      this.#lose(client);
    }
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    if (this.#isClosed) return;
    this.#cancelRetry = this.#parts.clock.schedule(this.#pauseMs, () => this.#listen());
    this.#pauseMs = Math.min(longestPauseMs, Math.max(1_000, this.#pauseMs * 2));
  }

  #wakeAll(): void {
    for (const wake of this.#wakes) wake();
  }
}
