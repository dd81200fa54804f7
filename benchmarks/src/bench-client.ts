/** Where the local server listens. */
export interface Target {
  readonly host: string;
  readonly port: number;
  /** Such as `http://127.0.0.1:4000`. */
  readonly origin: string;
}

/** One way to make the payment that all ways are compared by. */
export interface BenchClient {
  /**
   * One payment: from its arguments to the parsed and checked answer. Rejects when it did not succeed.
   *
   * @param lane which of the calls in flight this is, from 0
   */
  pay(lane: number): Promise<void>;
  /** Before each batch: forgets the payments of the last one. Absent where nothing is kept. */
  renew?(): void;
  close(): void | Promise<void>;
}

/** Makes a client for the local server. */
export type BenchClientFactory = (target: Target) => BenchClient;

/** The address of the local server on this port. */
export function targetOf(port: number): Target {
  return { host: '127.0.0.1', port, origin: `http://127.0.0.1:${port}` };
}
