import { createHmac, randomUUID } from 'node:crypto';
import { PolyrailError, type SecretSource, secretNow } from '@polyrail/core/provider';
import type { Authenticator, HttpRequest, SigningContext } from '@polyrail/http';
import { compileTemplate, type TemplateValues } from './hmac-template.ts';

/**
 * A scheme of HMAC signatures as data. Templates hold `{names}`: `method`, `target` (path and query), `path`, `query`, `host`, `body`,
 * `canonical-json` (of the body, RFC 8785), `sha256-hex`, `sha256-base64` (of the body), `key-id`, `unix-seconds`, `unix-ms`, `iso-date`,
 * `http-date`, `nonce`, `header:<name>` (empty when absent), `headers:<prefix>` (each header with it as `name:value` and a line feed, by
 * name), and in `carries` `signature`.
 */
export interface HmacScheme {
  readonly hash: 'sha256' | 'sha384' | 'sha512';
  /** How the secret is written. */
  readonly keyEncoding: 'utf8' | 'hex' | 'base64';
  /** Headers set before signing, as templates. A header of the request wins. Default: none. */
  readonly sets?: Readonly<Record<string, string>>;
  /** What is signed, as a template. */
  readonly signs: string;
  readonly signatureEncoding: 'hex' | 'base64';
  /** Headers that carry the signature, as templates. */
  readonly carries: Readonly<Record<string, string>>;
}

export interface HmacOptions {
  readonly secret: SecretSource;
  /** Default: empty. */
  readonly keyId?: string;
  /** Default: a random UUID. */
  readonly randomId?: () => string;
}

/**
 * Signs requests by a scheme that is given as data. Works at once, without a promise.
 *
 * @throws PolyrailError `transport_invalid` for a template that names something unknown
 */
export function hmacSignature(
  scheme: HmacScheme,
  { secret, keyId = '', randomId = randomUUID }: HmacOptions,
): Authenticator {
  const signed = compileTemplate(scheme.signs);
  const sets = compileFields(scheme.sets ?? {});
  const carries = compileFields(scheme.carries);
  if (carries.length === 0)
    throw new PolyrailError('transport_invalid', 'an HMAC scheme carries its signature in a header');

  return {
    apply(request, context) {
      const values = valuesOf(request, context, keyId, randomId());
      const headers: Record<string, string> = {};
      for (const [name, template] of sets) headers[name] = textOf(template(values));
      Object.assign(headers, request.headers);
      const complete = { ...values, headers };
      const hmac = createHmac(scheme.hash, Buffer.from(secretNow(secret).expose(), scheme.keyEncoding));
      for (const part of signed(complete)) hmac.update(part);
      const signature = hmac.digest(scheme.signatureEncoding);
      for (const [name, template] of carries) headers[name] = textOf(template({ ...complete, signature }));
      return { ...request, headers };
    },
    describe: () => ({ kind: 'hmac', keyId, hash: scheme.hash, signs: scheme.signs }),
  };
}

function compileFields(fields: Readonly<Record<string, string>>) {
  return Object.entries(fields).map(([name, text]) => [name.toLowerCase(), compileTemplate(text)] as const);
}

function valuesOf(request: HttpRequest, { origin, now }: SigningContext, keyId: string, nonce: string): TemplateValues {
  const { method, path: target, headers = {}, body = '' } = request;
  return { method, target, headers, body, host: new URL(origin).host, keyId, nonce, now, signature: '' };
}

function textOf(parts: readonly (string | Uint8Array)[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : Buffer.from(part).toString())).join('');
}
