import { constants, type KeyObject, verify } from 'node:crypto';

/**
 * Asymmetric signatures of RFC 7518 and RFC 8037. `none` and the HMAC family are left out on purpose: with them, who knows the public
 * key could sign.
 */
export type JwsAlgorithm = 'PS256' | 'PS384' | 'PS512' | 'RS256' | 'ES256' | 'ES384' | 'EdDSA';

type Padding = 'pss' | 'pkcs1';

interface Parameters {
  readonly hash: 'sha256' | 'sha384' | 'sha512' | null;
  /** The key types of Node.js that fit, with the curve where the algorithm names one. */
  readonly keyType: 'rsa' | 'ec' | 'ed25519';
  readonly padding?: Padding;
  readonly curve?: string;
}

const parameters: Readonly<Record<JwsAlgorithm, Parameters>> = {
  PS256: { hash: 'sha256', keyType: 'rsa', padding: 'pss' },
  PS384: { hash: 'sha384', keyType: 'rsa', padding: 'pss' },
  PS512: { hash: 'sha512', keyType: 'rsa', padding: 'pss' },
  RS256: { hash: 'sha256', keyType: 'rsa', padding: 'pkcs1' },
  ES256: { hash: 'sha256', keyType: 'ec', curve: 'prime256v1' },
  ES384: { hash: 'sha384', keyType: 'ec', curve: 'secp384r1' },
  EdDSA: { hash: null, keyType: 'ed25519' },
};
const minModulusBits = 2_048;

/** Whether `key` is a public key that the algorithm can verify with: its type, its curve, at least 2048 bits for RSA. */
export function fitsAlgorithm(key: KeyObject, algorithm: JwsAlgorithm): boolean {
  const { keyType, curve } = parameters[algorithm];
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  return (
    key.type === 'public' &&
    key.asymmetricKeyType === keyType &&
    namedCurve === curve &&
    (keyType !== 'rsa' || modulusLength >= minModulusBits)
  );
}

/** Bytes of a signature by `key`. */
export function signatureBytes(key: KeyObject, algorithm: JwsAlgorithm): number {
  const { keyType } = parameters[algorithm];
  if (keyType === 'rsa') return (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  return algorithm === 'ES384' ? 96 : 64;
}

export function verifyJws(
  key: KeyObject,
  algorithm: JwsAlgorithm,
  signingInput: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { hash, padding } = parameters[algorithm];
  if (padding === undefined) return verify(hash, signingInput, { key, dsaEncoding: 'ieee-p1363' }, signature);
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const options = padding === 'pss' ? pss : { padding: constants.RSA_PKCS1_PADDING };
  return verify(hash, signingInput, { key, ...options }, signature);
}
