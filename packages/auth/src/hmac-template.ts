import { createHash } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import { canonicalize } from 'json-canonicalize';

/** What the names in a template stand for. */
export interface TemplateValues {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly host: string;
  readonly keyId: string;
  readonly nonce: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signature: string;
}

type Part = string | Uint8Array;

const names: Readonly<Record<string, (values: TemplateValues) => Part>> = {
  body: ({ body }) => body,
  'canonical-json': ({ body }) => canonicalize(JSON.parse(Buffer.from(body).toString())),
  host: ({ host }) => host,
  'http-date': ({ now }) => new Date(now).toUTCString(),
  'iso-date': ({ now }) => new Date(now).toISOString(),
  'key-id': ({ keyId }) => keyId,
  method: ({ method }) => method,
  nonce: ({ nonce }) => nonce,
  path: ({ target }) => target.replace(/\?.*$/s, ''),
  query: ({ target }) => target.split('?').slice(1).join('?'),
  'sha256-base64': ({ body }) => createHash('sha256').update(body).digest('base64'),
  'sha256-hex': ({ body }) => createHash('sha256').update(body).digest('hex'),
  signature: ({ signature }) => signature,
  target: ({ target }) => target,
  'unix-ms': ({ now }) => String(now),
  'unix-seconds': ({ now }) => String(Math.floor(now / 1_000)),
};

/**
 * Reads a template once. What it makes is a list of parts, so that a body stays bytes and its text is never read as a template.
 *
 * @throws PolyrailError `transport_invalid` for a name that is unknown
 */
export function compileTemplate(template: string): (values: TemplateValues) => Part[] {
  const parts = template.split(/\{([^{}]*)\}/).map((text, index) => (index % 2 === 0 ? () => text : named(text)));
  return (values) => parts.map((part) => part(values));
}

function named(name: string): (values: TemplateValues) => Part {
  const [kind, argument = ''] = name.split(':');
  if (kind === 'header') return ({ headers }) => headers[argument] ?? '';
  if (kind === 'headers') return ({ headers }) => canonicalHeaders(headers, argument);
  const value = Object.hasOwn(names, name) ? names[name] : undefined;
  if (value === undefined) throw new PolyrailError('transport_invalid', `an HMAC template has no {${name}}`);
  return value;
}

function canonicalHeaders(headers: Readonly<Record<string, string>>, prefix: string): string {
  return Object.keys(headers)
    .filter((name) => name.startsWith(prefix))
    .sort()
    .map((name) => `${name}:${headers[name]?.trim().replace(/\s+/g, ' ')}\n`)
    .join('');
}
