import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { DpopProofs, type ProvenRequest, proofAlgorithms } from './dpop-proofs.ts';

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
  /** Origin of this host as its callers see it, which proofs of possession name. Default: tokens that need one are refused. */
  readonly publicOrigin?: string;
}

/** What a caller shows beside its token. */
export interface Possession {
  /** SHA-256 of its certificate in base64url. */
  readonly thumbprint?: string | undefined;
  /** Its proof, where it says that its token needs one (the scheme `DPoP`). */
  readonly proven?: ProvenRequest | undefined;
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

/** The keys of the issuer cannot be fetched, so nothing is known about a token. */
export class IssuerUnavailable extends Error {}

/** Verifies JSON Web Tokens as access tokens. @see RFC 9068 */
export class AccessTokens {
  readonly #settings: AccessTokenSettings;
  readonly #keys: JWTVerifyGetKey;
  readonly #proofs: DpopProofs | undefined;

  /**
   * @param keys finds the key of a token. Default: in what the issuer publishes, kept for ten minutes
   * @param proofs judges proofs of possession. Default: those for `publicOrigin`
   */
  constructor(
    settings: AccessTokenSettings,
    keys: JWTVerifyGetKey = publishedKeys(settings.jwksUrl),
    proofs: DpopProofs | undefined = settings.publicOrigin === undefined
      ? undefined
      : new DpopProofs(settings.publicOrigin),
  ) {
    this.#settings = settings;
    this.#keys = keys;
    this.#proofs = proofs;
  }

  /** What a caller may show, for `WWW-Authenticate`. */
  get challenges(): readonly string[] {
    return this.#proofs === undefined ? ['Bearer'] : ['Bearer', `DPoP algs="${proofAlgorithms.join(' ')}"`];
  }

  /**
   * A token that is bound to a certificate (RFC 8705) is believed with that certificate only, and one that is bound to a key
   * (RFC 9449) with a proof of that key only.
   *
   * @returns why, for a token that is not believed: in words without anything of the token
   * @throws IssuerUnavailable when the keys of the issuer cannot be fetched
   */
  async verify(token: string, possession: Possession = {}): Promise<TokenBearer | string> {
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
      if (!(await this.#isHeld(payload, token, possession)))
        return 'it is bound, and what it is bound to was not shown';
      return this.#bearerOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError && !isAboutFetching(error)) return error.message;
      throw new IssuerUnavailable(error instanceof Error ? error.message : 'no answer', { cause: error });
    }
  }

  /** A confirmation that this host cannot check is not checked by ignoring it. */
  async #isHeld({ cnf }: JWTPayload, token: string, { thumbprint, proven }: Possession): Promise<boolean> {
    const confirmation: Readonly<Record<string, unknown>> = { ...Object(cnf) };
    const { 'x5t#S256': certificate, jkt, ...others } = confirmation;
    if (Object.keys(others).length > 0 || (certificate !== undefined && certificate !== thumbprint)) return false;
    // A bound token is no bearer token, and a proof of a key that the token does not name proves nothing.
    if (jkt === undefined && proven === undefined) return cnf === undefined || certificate !== undefined;
    if (typeof jkt !== 'string' || proven === undefined || this.#proofs === undefined) return false;
    return this.#proofs.isProven(proven, token, jkt);
  }

  #bearerOf(payload: JWTPayload): TokenBearer | string {
    const { tenantClaim, scope } = this.#settings;
    const { [tenantClaim]: tenant, scope: scopes, client_id: client } = payload;
    if (typeof tenant !== 'string' || !/^[\w-]{1,64}$/.test(tenant))
      return `its claim "${tenantClaim}" names no tenant`;
    if (typeof client !== 'string') return 'its claim "client_id" is no text';
    if (typeof scopes !== 'string' || !scopes.split(' ').includes(scope)) return `it lacks the scope "${scope}"`;
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

function isAboutFetching({ code }: errors.JOSEError): boolean {
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC' || code === 'ERR_JWKS_INVALID';
}
