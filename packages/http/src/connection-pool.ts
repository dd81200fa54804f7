import type { Socket } from 'node:net';
import { Client } from 'undici';
import type { Connector } from './connect.ts';
import type { HttpLimits } from './limits.ts';
import type { Origin } from './origin.ts';

/** One connection, used by one exchange at a time. */
export interface Connection {
  readonly client: Client;
  /** How often the pool was renewed before this connection. */
  readonly generation: number;
  /** The socket of the moment; undici opens a new one when the last is gone. */
  socket: Socket | undefined;
}

/** What waits for a connection. */
export interface PooledWork {
  run(connection: Connection): void;
  refuse(reason: string): void;
}

/**
 * A bounded number of connections to one origin and a bounded queue in front of them.
 *
 * Not undici's own `Pool`: it drops a connection from its books when connecting fails but goes on using it, so under faults there
 * are more connections than allowed and `close` misses some; and nothing leaves its queue when its time is over.
 */
export class ConnectionPool {
  readonly #origin: Origin;
  readonly #limits: HttpLimits;
  readonly #connector: Connector;
  /** Used last in, first out, so that warm connections stay warm and surplus ones close. */
  readonly #idle: Connection[] = [];
  readonly #waiting = new Set<PooledWork>();
  #size = 0;
  #generation = 0;
  #closing: Promise<void> | undefined;
  #onQuiet: (() => void) | undefined;

  constructor(origin: Origin, limits: HttpLimits, connector: Connector) {
    this.#origin = origin;
    this.#limits = limits;
    this.#connector = connector;
  }

  submit(work: PooledWork): void {
    const connection = this.#closing === undefined ? (this.#idle.pop() ?? this.#open()) : undefined;
    if (connection !== undefined) work.run(connection);
    else if (this.#closing !== undefined) work.refuse('the transport is closed');
    else if (this.#waiting.size >= this.#limits.maxQueued) work.refuse('too many requests wait for a connection');
    else this.#waiting.add(work);
  }

  /** Takes work out of the queue. */
  withdraw(work: PooledWork): void {
    this.#waiting.delete(work);
  }

  release(connection: Connection): void {
    if (connection.generation === this.#generation) this.#reuse(connection);
    else this.#reuse(this.#replaced(connection));
  }

  /** Lets no connection carry another exchange; what comes next opens new ones. */
  renew(): void {
    this.#generation++;
    for (const connection of this.#idle.splice(0)) this.#idle.push(this.#replaced(connection));
  }

  #replaced({ client }: Connection): Connection {
    client.close(() => undefined);
    return this.#connection();
  }

  #reuse(connection: Connection): void {
    for (const next of this.#waiting) {
      this.#waiting.delete(next);
      next.run(connection);
      return;
    }
    this.#idle.push(connection);
    if (this.#idle.length === this.#size) this.#onQuiet?.();
  }

  /** Lets what is accepted end, then closes every connection. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  #open(): Connection | undefined {
    if (this.#size >= this.#limits.maxConnections) return undefined;
    this.#size++;
    return this.#connection();
  }

  #connection(): Connection {
    const connection: Connection = {
      generation: this.#generation,
      socket: undefined,
      client: new Client(this.#origin.text, {
        connect: (_options, ready) => {
          connection.socket = this.#connector.open(ready);
        },
        pipelining: 1,
        allowH2: false,
        // The deadline of the attempt covers both, a body that drips included.
        headersTimeout: 0,
        bodyTimeout: 0,
        keepAliveTimeout: this.#limits.keepAliveMs,
        keepAliveMaxTimeout: this.#limits.keepAliveMs,
        keepAliveTimeoutThreshold: 1_000,
        maxHeaderSize: this.#limits.maxHeaderBytes,
        maxResponseSize: this.#limits.maxResponseBytes,
      }),
    };
    return connection;
  }

  async #end(): Promise<void> {
    if (this.#idle.length < this.#size) {
      await new Promise<void>((resolve) => {
        this.#onQuiet = resolve;
      });
    }
    await Promise.all(this.#idle.map(({ client }) => client.close()));
  }
}
