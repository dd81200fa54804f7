import { isUtf8 } from 'node:buffer';

/** One whole answer: any status, redirects included, none of them followed. */
export interface HttpResponse {
  readonly status: number;
  /** Field names in lower case. A repeated field is one value, joined by a comma (RFC 9110, 5.3). */
  readonly headers: Readonly<Record<string, string>>;
  /** The content after its content coding is undone. */
  readonly body: Uint8Array;
  /** The body as UTF-8 without a byte order mark; `undefined` when its bytes are not valid UTF-8. */
  text(): string | undefined;
}

type RawHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

class WholeResponse implements HttpResponse {
  readonly status: number;
  readonly body: Uint8Array;
  readonly #raw: RawHeaders;
  #headers: Readonly<Record<string, string>> | undefined;

  constructor(status: number, raw: RawHeaders, body: Uint8Array) {
    this.status = status;
    this.body = body;
    this.#raw = raw;
  }

  get headers(): Readonly<Record<string, string>> {
    this.#headers ??= joinedHeaders(this.#raw);
    return this.#headers;
  }

  text(): string | undefined {
    if (!isUtf8(this.body)) return undefined;
    const text = Buffer.from(this.body.buffer, this.body.byteOffset, this.body.byteLength).toString('utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}

function joinedHeaders(raw: RawHeaders): Readonly<Record<string, string>> {
  const joined: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}

/** A response as a value: what the transport returns, and what a test of a `decode` function passes in. Names in lower case. */
export function httpResponse(status: number, headers: RawHeaders, body: string | Uint8Array): HttpResponse {
  return new WholeResponse(status, headers, typeof body === 'string' ? Buffer.from(body) : body);
}
