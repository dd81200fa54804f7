/** Methods of RFC 9110 and RFC 5789 that a payment API uses. */
export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** One request, without its origin: that belongs to the transport. */
export interface HttpRequest {
  readonly method: HttpMethod;
  /** Begins with `/` and may hold a query. Percent-encoded already: a path parameter goes through `encodeURIComponent`. */
  readonly path: string;
  /**
   * Field names in any case, each once; values in visible US-ASCII. Framing fields (`host`, `content-length`, `connection`, …)
   * belong to the transport and are refused.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as UTF-8. */
  readonly body?: string | Uint8Array;
}
