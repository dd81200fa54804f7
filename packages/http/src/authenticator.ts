import { PolyrailError, type Secret } from '@polyrail/core/provider';
import type { HttpRequest } from './http-request.ts';
import { violationOfField } from './request-guard.ts';

/** What an authenticator is, for reports: no secret, no part of one. */
export interface AuthenticatorDescription {
  readonly kind: string;
  readonly [detail: string]: string;
}

/**
 * Puts credentials or a signature on a request. It runs last: `request` is complete (whole path, every header in lower case, the
 * bytes of the body) and frozen, and what `apply` returns is what goes on the wire.
 *
 * A failure makes the attempt `not_sent` with the code `credentials_unavailable`; its message is not shown.
 */
export interface Authenticator {
  /** Returns a new request. Only one that has to fetch something returns a promise. */
  apply(request: HttpRequest): HttpRequest | Promise<HttpRequest>;
  describe(): AuthenticatorDescription;
}

/** A bearer token (RFC 6750). */
export function bearer(token: Secret): Authenticator {
  return fixedHeader('authorization', `Bearer ${token.expose()}`, { kind: 'bearer' });
}

/** An API key in a header of its own, such as `x-api-key`. */
export function apiKeyHeader(name: string, key: Secret): Authenticator {
  const header = name.toLowerCase();
  return fixedHeader(header, key.expose(), { kind: 'api_key', header });
}

/** HTTP Basic authentication with UTF-8 (RFC 7617). */
export function basic(user: string, password: Secret): Authenticator {
  if (user.includes(':')) throw new PolyrailError('transport_invalid', 'a Basic user name cannot hold a colon');
  const credentials = Buffer.from(`${user}:${password.expose()}`).toString('base64');
  return fixedHeader('authorization', `Basic ${credentials}`, { kind: 'basic' });
}

/** Kept beside the authenticators, so that printing one shows no secret. */
const fixedFields = new WeakMap<Authenticator, readonly [name: string, value: string]>();

/** The header, already checked, that is all this authenticator does; `undefined` for one that has to be asked each time. */
export function fixedFieldOf(authenticator: Authenticator): readonly [name: string, value: string] | undefined {
  return fixedFields.get(authenticator);
}

/** @throws PolyrailError `transport_invalid` when the header cannot be set or the value cannot be sent */
function fixedHeader(name: string, value: string, description: AuthenticatorDescription): Authenticator {
  const violation = violationOfField(name, value);
  if (violation !== undefined) throw new PolyrailError('transport_invalid', violation);
  const authenticator: Authenticator = {
    apply: (request) => ({ ...request, headers: { ...request.headers, [name]: value } }),
    describe: () => description,
  };
  fixedFields.set(authenticator, [name, value]);
  return authenticator;
}
