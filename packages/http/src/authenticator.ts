import { PolyrailError, type SecretSource, secretNow } from '@polyrail/core/provider';
import type { HttpRequest } from './http-request.ts';
import type { HttpResponse } from './http-response.ts';
import { violationOfField } from './request-guard.ts';

/** What an authenticator is, for reports: no secret, no part of one. */
export interface AuthenticatorDescription {
  readonly kind: string;
  readonly [detail: string]: string;
}

/** What a signature may need beside the request. */
export interface SigningContext {
  /** Where the request goes, as in `https://api.provider.example`. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Puts credentials or a signature on a request. It runs last: `request` is complete (whole path, every header in lower case, the
 * bytes of the body) and frozen, and what `apply` returns, a body of its own included, is what goes on the wire: it is frozen too.
 *
 * A failure makes the attempt `not_sent` with the code `credentials_unavailable`; only the message of a {@link CredentialsError} is
 * shown.
 */
export interface Authenticator {
  /** Returns a new request. Only one that has to fetch or compute something elsewhere returns a promise. */
  apply(request: HttpRequest, context: SigningContext): HttpRequest | Promise<HttpRequest>;
  /**
   * Told of each answer to a request as `apply` returned it. `send_again` asks for one more `apply` and one more request, inside the
   * same deadline; at most once, and only for an answer that says that nothing was executed (RFC 9110, 15.5.2).
   */
  answered?(request: HttpRequest, response: HttpResponse, context: SigningContext): 'done' | 'send_again';
  describe(): AuthenticatorDescription;
}

/** A bearer token (RFC 6750). */
export function bearer(token: SecretSource): Authenticator {
  return header('authorization', token, (value) => `Bearer ${value}`, { kind: 'bearer' });
}

/** An API key in a header of its own, such as `x-api-key`. */
export function apiKeyHeader(name: string, key: SecretSource): Authenticator {
  const field = name.toLowerCase();
  return header(field, key, (value) => value, { kind: 'api_key', header: field });
}

/** HTTP Basic authentication with UTF-8 (RFC 7617). A user that changes with its password is given by a function as well. */
export function basic(user: string | (() => string), password: SecretSource): Authenticator {
  const write = (value: string) => {
    const name = typeof user === 'function' ? user() : user;
    if (name.includes(':')) throw new PolyrailError('transport_invalid', 'a Basic user name cannot hold a colon');
    return `Basic ${Buffer.from(`${name}:${value}`).toString('base64')}`;
  };
  const source = typeof user === 'function' ? () => secretNow(password) : password;
  return header('authorization', source, write, { kind: 'basic' });
}

/** Kept beside the authenticators, so that printing one shows no secret. */
const fixedFields = new WeakMap<Authenticator, readonly [name: string, value: string]>();

/** The header, already checked, that is all this authenticator does; `undefined` for one that has to be asked each time. */
export function fixedFieldOf(authenticator: Authenticator): readonly [name: string, value: string] | undefined {
  return fixedFields.get(authenticator);
}

/**
 * A header with a secret in it. One that a source gives is asked for at each request.
 *
 * @throws PolyrailError `transport_invalid` when the header cannot be set or the value of the moment cannot be sent
 */
function header(
  name: string,
  source: SecretSource,
  write: (value: string) => string,
  description: AuthenticatorDescription,
): Authenticator {
  const valueNow = () => {
    const value = write(secretNow(source).expose());
    const violation = violationOfField(name, value);
    if (violation !== undefined) throw new PolyrailError('transport_invalid', violation);
    return value;
  };
  const first = valueNow();
  const authenticator: Authenticator = {
    apply: (request) => ({ ...request, headers: { ...request.headers, [name]: valueNow() } }),
    describe: () => description,
  };
  if (typeof source !== 'function') fixedFields.set(authenticator, [name, first]);
  return authenticator;
}
