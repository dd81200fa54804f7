import { randomUUID } from 'node:crypto';
import { type Clock, PolyrailError } from '@polyrail/core/provider';
import {
  type Authenticator,
  type HttpLimits,
  type HttpRequest,
  httpTransport,
  RotatingTls,
  type SigningContext,
  type TlsOptions,
} from '@polyrail/http';
import { type ClientAuthentication, clientSecretNow } from './client-authentication.ts';
import { type DpopAlgorithm, type DpopKey, generateDpopKey } from './dpop-key.ts';
import { isRepeatable } from './is-repeatable.ts';
import { TokenCache } from './token-cache.ts';
import { requestToken } from './token-request.ts';

export interface ClientCredentialsOptions {
  /** As in `https://auth.bank.example/oauth2/token`; where the server has an alias for mutual TLS (RFC 8705, 5), that one. */
  readonly tokenEndpoint: string;
  /** The server's identifier, the audience of `private_key_jwt`. Default: the origin of the token endpoint. */
  readonly issuer?: string;
  readonly clientId: string;
  readonly authentication: ClientAuthentication;
  /** Separated by blanks. Default: none, and the server decides. */
  readonly scope?: string;
  /** More fields of the token request, such as `resource` (RFC 8707) or `audience`. Default: none. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Binds tokens to a key that this process makes (RFC 9449). Default: plain bearer tokens. */
  readonly dpop?: DpopAlgorithm;
  /**
   * TLS of the token request. For tokens that are bound to a certificate (RFC 8705) give the same `RotatingTls` to the transport of
   * the requests.
   */
  readonly tls?: TlsOptions | RotatingTls;
  /** Default: a cache of its own. Several clients may share one. */
  readonly cache?: TokenCache;
  /** Sets clients apart that share a cache and a client id. Default: empty. */
  readonly tenant?: string;
  /**
   * A request with this header may be sent again after a 401, as may one with an idempotent method; no other.
   * Default: `idempotency-key`.
   */
  readonly idempotencyKeyHeader?: string;
  /** Time for one request at the token endpoint, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number;
  readonly limits?: Partial<HttpLimits>;
  /** Allows `http:` outside loopback. Default: false. */
  readonly allowPlainHttp?: boolean;
  /** Default: the system's. */
  readonly clock?: Clock;
  /** Names each proof. Default: a random UUID. */
  readonly randomId?: () => string;
}

/**
 * Access tokens of the client credentials grant (RFC 6749, 4.4), as bearer tokens (RFC 6750), bound to the certificate of the
 * connection (RFC 8705) or to a key (RFC 9449).
 *
 * @throws PolyrailError `transport_invalid` for options that cannot be used
 */
export function clientCredentials(options: ClientCredentialsOptions): Authenticator {
  const { authentication, clientId, dpop, scope, tokenEndpoint, idempotencyKeyHeader = 'idempotency-key' } = options;
  const cache = options.cache ?? new TokenCache({ ...(options.clock && { clock: options.clock }) });
  const tls = options.tls instanceof RotatingTls || !options.tls ? options.tls : new RotatingTls(options.tls);
  const request = tokenRequestOf(options, tls);
  const baseKey = JSON.stringify([tokenEndpoint, clientId, scope, options.parameters, options.tenant]);
  let dpopKey: DpopKey | undefined;
  let dpopKeyInMaking: Promise<DpopKey> | undefined;

  const cacheKey = () => [baseKey, tls?.material.certificate?.thumbprint, dpopKey?.thumbprint].join(' ');
  const token = () =>
    cache.get(
      cacheKey(),
      () => request(dpopKey),
      () => clientSecretNow(authentication),
    );

  async function applyBound(bare: HttpRequest, { origin, now }: SigningContext, algorithm: DpopAlgorithm) {
    dpopKeyInMaking ??= generateDpopKey(algorithm, options.randomId ?? randomUUID);
    dpopKey = await dpopKeyInMaking;
    const accessToken = await token();
    const { method, path } = bare;
    const proof = await dpopKey.proof({ method, origin, path, accessToken, now });
    return withHeaders(bare, { authorization: `DPoP ${accessToken}`, dpop: proof });
  }

  return {
    apply(bare, context) {
      if (dpop !== undefined) return applyBound(bare, context, dpop);
      const value = token();
      return value instanceof Promise ? value.then((late) => bearerOf(bare, late)) : bearerOf(bare, value);
    },
    answered(sent, response, { origin }) {
      dpopKey?.learn(origin, response.header('dpop-nonce'));
      if (response.status !== 401) return 'done';
      const another = asksForNonce(response.header('www-authenticate')) || cache.invalidate(cacheKey(), tokenOf(sent));
      return another && isRepeatable(sent, idempotencyKeyHeader) ? 'send_again' : 'done';
    },
    describe: () => ({
      kind: 'oauth2_client_credentials',
      tokenEndpoint,
      clientId,
      method: authentication.method,
      boundTo: boundTo(dpop, tls),
      ...(scope !== undefined && { scope }),
    }),
  };
}

function tokenRequestOf(options: ClientCredentialsOptions, tls: RotatingTls | undefined) {
  const {
    allowPlainHttp = false,
    authentication,
    clientId,
    clock,
    limits,
    scope,
    timeoutMs = 10_000,
    tokenEndpoint,
  } = options;
  const origin = URL.canParse(tokenEndpoint) ? new URL(tokenEndpoint).origin : tokenEndpoint;
  const transport = { origin, allowPlainHttp, ...(tls && { tls }), ...(limits && { limits }), ...(clock && { clock }) };
  // Opens nothing: what is wrong with the options shows now, and not at the first payment.
  httpTransport(transport);
  if (authentication.method.endsWith('tls_client_auth') && tls?.material.certificate === undefined)
    throw new PolyrailError('transport_invalid', `${authentication.method} needs a certificate of the client`);
  const parameters = { ...options.parameters, ...(scope !== undefined && { scope }) };
  const fixed = { transport, timeoutMs, tokenEndpoint, authentication, parameters };
  const issuer = options.issuer ?? origin;
  return (dpop: DpopKey | undefined) => requestToken({ ...fixed, issuer, client: { client_id: clientId }, dpop });
}

function withHeaders(request: HttpRequest, headers: Readonly<Record<string, string>>): HttpRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

function bearerOf(request: HttpRequest, token: string): HttpRequest {
  return withHeaders(request, { authorization: `Bearer ${token}` });
}

function tokenOf(request: HttpRequest): string {
  return (request.headers?.['authorization'] ?? '').replace(/^\w+ /, '');
}

function asksForNonce(challenge: string | undefined): boolean {
  return challenge !== undefined && /\berror="?use_dpop_nonce\b/.test(challenge);
}

function boundTo(dpop: DpopAlgorithm | undefined, tls: RotatingTls | undefined): string {
  if (dpop !== undefined) return 'dpop';
  return tls?.material.certificate === undefined ? 'nothing' : 'certificate';
}
