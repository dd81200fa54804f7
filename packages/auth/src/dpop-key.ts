import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type CryptoKeyPair, DPoP, type DPoPHandle } from 'oauth4webapi';

/** Algorithms for proofs. */
export type DpopAlgorithm = 'ES256' | 'PS256' | 'Ed25519';

/** One request that a proof is for. */
export interface DpopProofOf {
  readonly method: string;
  readonly origin: string;
  /** With or without a query. */
  readonly path: string;
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Servers whose last nonce is kept. */
const maxNonces = 16;

/** A key that lives as long as the process, and what is proven with it. @see https://www.rfc-editor.org/rfc/rfc9449 */
export class DpopKey {
  /** JWK thumbprint (RFC 7638): what a token is bound to. */
  readonly thumbprint: string;
  /** Makes the proofs of token requests. */
  readonly handle: DPoPHandle;
  readonly #privateKey: CryptoKeyPair['privateKey'];
  readonly #header: { readonly alg: string; readonly typ: 'dpop+jwt'; readonly jwk: JWK };
  readonly #randomId: () => string;
  readonly #nonces = new Map<string, string>();

  constructor(keys: CryptoKeyPair, algorithm: string, publicJwk: JWK, thumbprint: string, randomId: () => string) {
    this.thumbprint = thumbprint;
    this.handle = DPoP({}, keys);
    this.#privateKey = keys.privateKey;
    this.#header = { alg: algorithm, typ: 'dpop+jwt', jwk: publicJwk };
    this.#randomId = randomId;
  }

  proof({ method, origin, path, accessToken, now }: DpopProofOf): Promise<string> {
    const nonce = this.#nonces.get(origin);
    return new SignJWT({
      htm: method,
      htu: origin + path.replace(/\?.*$/s, ''),
      ath: createHash('sha256').update(accessToken).digest('base64url'),
      ...(nonce !== undefined && { nonce }),
    })
      .setProtectedHeader(this.#header)
      .setJti(this.#randomId())
      .setIssuedAt(Math.floor(now / 1_000))
      .sign(this.#privateKey);
  }

  /** Keeps the nonce for the next proof to this server. */
  learn(origin: string, nonce: string | undefined): void {
    if (nonce === undefined || nonce.length > 512) return;
    const oldest = this.#nonces.size >= maxNonces ? this.#nonces.keys().next().value : undefined;
    if (oldest !== undefined && !this.#nonces.has(origin)) this.#nonces.delete(oldest);
    this.#nonces.set(origin, nonce);
  }
}

export async function generateDpopKey(algorithm: DpopAlgorithm, randomId: () => string): Promise<DpopKey> {
  const keys = await generateKeyPair(algorithm, { extractable: false });
  const { kty, crv, x, y, e, n } = await exportJWK(keys.publicKey);
  const jwk: JWK = JSON.parse(JSON.stringify({ kty, crv, x, y, e, n }));
  return new DpopKey(keys, algorithm, jwk, await calculateJwkThumbprint(jwk), randomId);
}
