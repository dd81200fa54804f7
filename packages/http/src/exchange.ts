import type { Dispatcher } from 'undici';
import type { Attempt } from './attempt.ts';
import type { Connection, ConnectionPool, PooledWork } from './connection-pool.ts';
import { decodeContent } from './content-coding.ts';
import type { HttpRequest } from './http-request.ts';
import { httpResponse } from './http-response.ts';
import type { HttpLimits } from './limits.ts';
import { faultOf, TransportFailure } from './transport-failure.ts';

type RawHeaders = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** Thrown into undici to keep a request from being written: the connection stays usable, no byte leaves. */
const withheld = new TransportFailure('aborted', 'the request was withheld');
const abandoned = new TransportFailure('aborted', 'the exchange was abandoned');
const noHeaders: RawHeaders = {};
const noBody = Buffer.alloc(0);

/**
 * One request and its answer on a connection of the pool. undici calls `onRequestStart` right before it writes; that call, not an
 * error code, is what tells a request that never left from one that may have been executed.
 */
export class Exchange implements Dispatcher.DispatchHandler, PooledWork {
  readonly #request: Dispatcher.DispatchOptions;
  readonly #attempt: Attempt;
  readonly #pool: ConnectionPool;
  readonly #limits: HttpLimits;
  #connection: Connection | undefined;
  #status = 0;
  #headers: RawHeaders = noHeaders;
  #body: Buffer = noBody;
  #more: Buffer[] | undefined;

  constructor(request: HttpRequest, attempt: Attempt, pool: ConnectionPool, limits: HttpLimits) {
    this.#request = dispatchOptions(request);
    this.#attempt = attempt;
    this.#pool = pool;
    this.#limits = limits;
  }

  run(connection: Connection): void {
    this.#connection = connection;
    connection.client.dispatch(this.#request, this);
  }

  refuse(reason: string): void {
    this.#attempt.fail('aborted', reason);
  }

  /**
   * Before the start nothing is torn down: a connection in the making serves the next in the queue. After it the socket ends, and not
   * through undici's own abort, which would open a new connection for a request that nobody waits for.
   */
  cancel(): void {
    if (this.#attempt.sent) this.#connection?.socket?.destroy(abandoned);
    else this.#pool.withdraw(this);
  }

  onRequestStart(): void {
    if (!this.#attempt.leave()) throw withheld;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: RawHeaders): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    if (fieldsOf(headers) <= this.#limits.maxHeaderFields) return;
    this.#attempt.fail('headers_too_large', 'the response has more header fields than the limit');
    this.cancel();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#body === noBody) this.#body = chunk;
    else if (this.#more === undefined) this.#more = [this.#body, chunk];
    else this.#more.push(chunk);
  }

  onResponseEnd(): void {
    // A body that ends with its connection ends whole only with a FIN; undici lets a reset pass for an end.
    if (this.#connection?.socket?.errored)
      this.#attempt.fail('body_broken', 'the connection was reset inside the body');
    else this.#answer();
    // Node.js may hear a little later that all was written.
    if (this.#connection?.socket?.writableNeedDrain) setImmediate(() => this.#releaseWhole());
    else this.#release();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const { code, message } = faultOf(error, this.#status !== 0);
    this.#attempt.fail(code, message);
    // undici asserts that nothing is dispatched to a connection while it clears up after an error on it.
    queueMicrotask(() => this.#release());
  }

  #answer(): void {
    const coded = this.#more === undefined ? this.#body : Buffer.concat(this.#more);
    const body = decodeContent(coded, this.#headers['content-encoding'], this.#limits.maxResponseBytes);
    if (body instanceof TransportFailure) this.#attempt.fail(body.fault.code, body.fault.message);
    else this.#attempt.answer(httpResponse(this.#status, this.#headers, body));
  }

  /** What a server says once it has the rest of a request that it answered before would be taken for the answer to the next. */
  #releaseWhole(): void {
    if (this.#connection?.socket?.writableNeedDrain) this.#connection.socket.destroy();
    this.#release();
  }

  #release(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    if (connection !== undefined) this.#pool.release(connection);
  }
}

function dispatchOptions({ method, path, headers, body }: HttpRequest): Dispatcher.DispatchOptions {
  const fields: string[] = [];
  for (const name in headers) fields.push(name, headers[name] ?? '');
  return { method, path, headers: fields, body: body ?? null, idempotent: false };
}

function fieldsOf(headers: RawHeaders): number {
  let fields = 0;
  for (const name in headers) fields += Array.isArray(headers[name]) ? headers[name].length : 1;
  return fields;
}
