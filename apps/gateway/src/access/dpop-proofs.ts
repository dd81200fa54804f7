import { hash } from 'node:crypto';
import { type Clock, systemClock } from '@polyrail/core';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { ReplayMemory } from './replay-memory.ts';

/** A request that a caller proves to hold its key for. */
export interface ProvenRequest {
  /** The `DPoP` header. */
  readonly proof: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
}

/** Signatures by public keys only: the key is in the proof. */
export const proofAlgorithms: readonly string[] = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
  'Ed25519',
];

const maxAgeSeconds = 60;
/** How far the caller's clock may differ from ours. */
const skewSeconds = 10;
const maxProofLength = 8_192;

/** Verifies that callers hold the key that their token is bound to. @see RFC 9449, 4.3 */
export class DpopProofs {
  readonly #origin: string;
  readonly #clock: Clock;
  readonly #used: ReplayMemory;

  /** @param origin of this host as its callers see it: what a request says of its own host is not believed */
  constructor(origin: string, clock: Clock = systemClock) {
    this.#origin = origin;
    this.#clock = clock;
    // A proof is good from the end of one skew to the end of the other.
    this.#used = new ReplayMemory({ windowMs: (maxAgeSeconds + 2 * skewSeconds) * 1_000, clock });
  }

  /**
   * True when the proof is for this request and this token, was made just now, was not used before, and is of the key whose
   * thumbprint (RFC 7638) the token names. Never throws.
   */
  async isProven({ proof, method, path }: ProvenRequest, token: string, jkt: string): Promise<boolean> {
    if (proof.length > maxProofLength) return false;
    try {
      const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
        typ: 'dpop+jwt',
        algorithms: [...proofAlgorithms],
        requiredClaims: ['jti', 'htm', 'htu', 'iat', 'ath'],
        maxTokenAge: maxAgeSeconds,
        clockTolerance: skewSeconds,
        currentDate: new Date(this.#clock.now()),
      });
      const { htm, htu, ath, jti } = payload;
      if (protectedHeader.jwk === undefined || (await calculateJwkThumbprint(protectedHeader.jwk)) !== jkt)
        return false;
      if (htm !== method || !this.#isTarget(htu, path) || ath !== hash('sha256', token, 'base64url')) return false;
      // Last, so that only a caller with a good token takes room.
      return typeof jti === 'string' && this.#used.isFirst(hash('sha256', `${jkt} ${jti}`, 'base64url'));
    } catch {
      return false;
    }
  }

  /** A query and a fragment do not count. */
  #isTarget(htu: unknown, path: string): boolean {
    if (typeof htu !== 'string' || !URL.canParse(htu)) return false;
    const { origin, pathname } = new URL(htu);
    return origin === this.#origin && pathname === path;
  }
}
