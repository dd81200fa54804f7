import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { portOf } from '../port-of.ts';
import { link } from './link.ts';
import type { Toxic } from './toxic.ts';

/** Where a fault proxy forwards to, and within which bound. */
export interface FaultProxyOptions {
  readonly port: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Connections at the same time; more are reset. Default: 1,000. */
  readonly maxConnections?: number;
}

/** A TCP proxy on loopback that breaks connections on demand. It knows bytes, not messages. */
export interface FaultProxy extends AsyncDisposable {
  readonly port: number;
  /** Connections taken so far. */
  readonly accepted: number;
  /** Poisons the connections made from now on: the next `connections` of them, or all until {@link heal}. */
  inject(toxic: Toxic, connections?: number): void;
  /** Connections made from now on pass untouched; those that are open keep what they have. */
  heal(): void;
  /** Resets every open connection now. */
  reset(): void;
  /** Stops listening: new connections are refused, open ones go on. */
  refuse(): Promise<void>;
  /** Listens on the same port again. */
  accept(): Promise<void>;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/** Starts a fault proxy on a free port of 127.0.0.1. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const proxy = new Proxying(options);
  await proxy.accept();
  return proxy;
}

class Proxying implements FaultProxy {
  readonly #options: Required<FaultProxyOptions>;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #toxic: { readonly toxic: Toxic; left: number } | undefined;
  #port = 0;
  #accepted = 0;

  constructor(options: FaultProxyOptions) {
    this.#options = { host: '127.0.0.1', maxConnections: 1_000, ...options };
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#take(client));
  }

  get port(): number {
    return this.#port;
  }

  get accepted(): number {
    return this.#accepted;
  }

  inject(toxic: Toxic, connections: number = Number.POSITIVE_INFINITY): void {
    this.#toxic = { toxic, left: connections };
  }

  heal(): void {
    this.#toxic = undefined;
  }

  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async refuse(): Promise<void> {
    // Open connections hold back the end of `close`, not the end of listening.
    this.#server.close();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async accept(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = portOf(this.#server);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #take(client: Socket): void {
    this.#accepted += 1;
    this.#keep(client);
    // Two sockets for each connection.
    if (this.#sockets.size > this.#options.maxConnections * 2) client.resetAndDestroy();
    else link(client, this.#nextToxic(), { ...this.#options, opened: (socket) => this.#keep(socket) });
  }

  #nextToxic(): Toxic | undefined {
    if (this.#toxic === undefined || this.#toxic.left <= 0) return undefined;
    this.#toxic.left -= 1;
    return this.#toxic.toxic;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
