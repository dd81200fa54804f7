import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Whose access tokens are believed, and what has to be in them. */
export interface AccessTokenSettings {
  readonly issuer: string;
  /** Who this host is, for the issuer. */
  readonly audience: string;
  /** Where the issuer publishes its keys: https, or http on loopback. */
  readonly jwksUrl: string;
  /** Default: ES256, PS256, EdDSA. */
  readonly algorithms?: readonly string[];
  /** The claim that names the tenant. */
  readonly tenantClaim: string;
  /** The scope that a token must have. */
  readonly scope: string;
}

/** Who shows a token. */
export interface TokenBearer {
  readonly tenant: string;
  /** The same for all tokens of one client. */
  readonly client: string;
}

/** Signatures by public keys only: with a shared secret, whoever verifies could also sign. */
export const tokenAlgorithms: readonly string[] = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'EdDSA',
];

const clockToleranceSeconds = 30;

/** Verifies JSON Web Tokens as access tokens. @see RFC 9068 */
export class AccessTokens {
  readonly #settings: AccessTokenSettings;
  readonly #keys: JWTVerifyGetKey;

  /** @param keys finds the key of a token. Default: in what the issuer publishes, kept for ten minutes */
  constructor(settings: AccessTokenSettings, keys: JWTVerifyGetKey = publishedKeys(settings.jwksUrl)) {
    this.#settings = settings;
    this.#keys = keys;
  }

  /**
   * @param thumbprint SHA-256 of the certificate that the caller showed, in base64url: a token that is bound to a certificate is
   *   believed with that certificate only (RFC 8705)
   * @returns `undefined` for a token that is not believed
   * @throws when the keys of the issuer cannot be fetched
   */
  async verify(token: string, thumbprint?: string): Promise<TokenBearer | undefined> {
    const { issuer, audience, algorithms = ['ES256', 'PS256', 'EdDSA'] } = this.#settings;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
        clockTolerance: clockToleranceSeconds,
      });
      return isBoundElsewhere(payload, thumbprint) ? undefined : this.#bearerOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError && !isAboutFetching(error)) return undefined;
      throw error;
    }
  }

  #bearerOf(payload: JWTPayload): TokenBearer | undefined {
    const { tenantClaim, scope } = this.#settings;
    const { [tenantClaim]: tenant, scope: scopes, client_id: client } = payload;
    if (typeof tenant !== 'string' || !/^[\w-]{1,64}$/.test(tenant) || typeof client !== 'string') return undefined;
    if (typeof scopes !== 'string' || !scopes.split(' ').includes(scope)) return undefined;
    return { tenant, client };
  }
}

function publishedKeys(jwksUrl: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
}

/** A confirmation that this host cannot check is not checked by ignoring it. */
function isBoundElsewhere({ cnf }: JWTPayload, thumbprint: string | undefined): boolean {
  if (cnf === undefined) return false;
  const confirmation: Readonly<Record<string, unknown>> = { ...Object(cnf) };
  const bound = confirmation['x5t#S256'];
  return Object.keys(confirmation).length !== 1 || bound === undefined || bound !== thumbprint;
}

function isAboutFetching({ code }: errors.JOSEError): boolean {
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC' || code === 'ERR_JWKS_INVALID';
}
