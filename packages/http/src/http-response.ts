import { isUtf8 } from 'node:buffer';

/** One whole answer: any status, redirects included, none of them followed. */
export interface HttpResponse {
  readonly status: number;
  /** Field names in lower case. A repeated field is one value, joined by a comma (RFC 9110, 5.3). */
  readonly headers: Readonly<Record<string, string>>;
  /** One field by its name in lower case, as in `headers`, but without reading all the others. */
  header(name: string): string | undefined;
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

  header(name: string): string | undefined {
    return Object.hasOwn(this.#raw, name) ? joined(this.#raw[name]) : undefined;
  }

  text(): string | undefined {
    if (!isUtf8(this.body)) return undefined;
    const { body } = this;
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const text = bytes.toString('utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}

function joinedHeaders(raw: RawHeaders): Readonly<Record<string, string>> {
  const headers: Record<string, string> = Object.create(null);
  for (const name of Object.keys(raw)) {
    const value = joined(raw[name]);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

function joined(value: RawHeaders[string]): string | undefined {
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}

/** A response as a value: what the transport returns, and what a test of a `decode` function passes in. Names in lower case. */
export function httpResponse(status: number, headers: RawHeaders, body: string | Uint8Array): HttpResponse {
  return new WholeResponse(status, headers, typeof body === 'string' ? Buffer.from(body) : body);
}
