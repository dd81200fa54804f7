import type { HttpRequest } from './http-request.ts';

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Fields that frame the message or belong to one hop. A caller that sets one could smuggle a second request. */
const framingFields: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const fieldName = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;
const fieldValue = /^[\t\x20-\x7e]*$/;
const requestTarget = /^\/(?!\/)[\w\-.~!$&'()*+,;=:@/?[\]%]*$/;
const strayPercent = /%(?![0-9A-Fa-f]{2})/;
const dotSegment = /(?:\/|%2f|%5c)(?:\.|%2e){1,2}(?:$|[/;]|%2f|%5c)/i;

type Fields = Readonly<Record<string, string>>;

/**
 * Why a complete request must not go out, or `undefined`. The text names a field, never a value.
 *
 * @param checked fields that passed {@link violationOfField} before; where a request has the same, it is not checked again
 */
export function violationOf(request: HttpRequest, checked: Fields = {}): string | undefined {
  if (!methods.has(request.method)) return 'the method is not one of RFC 9110 or RFC 5789';
  return violationOfPath(request.path) ?? violationOfHeaders(request.headers, checked) ?? violationOfBody(request.body);
}

/** Refuses another origin (`https://…`, `//host`), backslashes, control characters, and segments that climb. */
export function violationOfPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || !requestTarget.test(path) || strayPercent.test(path))
    return 'the path must begin with one slash and hold only characters of RFC 3986, without a fragment';
  const query = path.indexOf('?');
  if (dotSegment.test(query === -1 ? path : path.slice(0, query)))
    return 'the path must not hold "." or ".." as a segment';
  return undefined;
}

/** Names are expected in lower case, as the transport merges them. */
function violationOfHeaders(headers: HttpRequest['headers'], checked: Fields): string | undefined {
  for (const name in headers) {
    const value = headers[name];
    const violation = value !== undefined && value === checked[name] ? undefined : violationOfField(name, value);
    if (violation !== undefined) return violation;
  }
  return undefined;
}

/** Why a header field must not be set, or `undefined`. */
export function violationOfField(name: string, value: unknown): string | undefined {
  if (!fieldName.test(name)) return 'a header name is not a token in lower case';
  if (framingFields.has(name)) return `the header ${name} belongs to the transport`;
  if (typeof value !== 'string') return `the header ${name} is not a string; a Secret must be exposed first`;
  if (!fieldValue.test(value)) return `the header ${name} holds a character outside visible US-ASCII`;
  if (value.includes('****')) return `the header ${name} holds a masked Secret`;
  return undefined;
}

function violationOfBody(body: unknown): string | undefined {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return undefined;
  return 'the body is neither a string nor bytes';
}
