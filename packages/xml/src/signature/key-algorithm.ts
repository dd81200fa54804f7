import { constants, type KeyObject, sign, verify } from 'node:crypto';
import type { SignatureAlgorithm } from './algorithm.ts';

const smallestModulusBits = 2_048;

/** Whether a key is of the kind and the strength that the algorithm asks for. */
export function fitsAlgorithm(
  { asymmetricKeyType, asymmetricKeyDetails }: KeyObject,
  algorithm: SignatureAlgorithm,
): boolean {
  if (algorithm === 'ecdsa-p256-sha256')
    return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= smallestModulusBits;
}

/** Signs as XML Signature writes it: an ECDSA signature is r and s, not DER. */
export function signBytes(algorithm: SignatureAlgorithm, key: KeyObject, bytes: Uint8Array): Buffer {
  return sign(hashOf(algorithm), bytes, inputOf(algorithm, key));
}

/** Whether `signature` is of this length and this key. */
export function verifyBytes(
  algorithm: SignatureAlgorithm,
  key: KeyObject,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  return (
    signature.length === signatureLength(algorithm, key) &&
    verify(hashOf(algorithm), bytes, inputOf(algorithm, key), signature)
  );
}

function hashOf(algorithm: SignatureAlgorithm): string {
  return algorithm === 'rsa-sha512' ? 'sha512' : 'sha256';
}

function inputOf(
  algorithm: SignatureAlgorithm,
  key: KeyObject,
): Parameters<typeof sign>[2] & Parameters<typeof verify>[2] {
  if (algorithm === 'ecdsa-p256-sha256') return { key, dsaEncoding: 'ieee-p1363' };
  if (algorithm === 'rsa-pss-sha256') return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  return { key, padding: constants.RSA_PKCS1_PADDING };
}

function signatureLength(algorithm: SignatureAlgorithm, { asymmetricKeyDetails }: KeyObject): number {
  return algorithm === 'ecdsa-p256-sha256' ? 64 : Math.ceil((asymmetricKeyDetails?.modulusLength ?? 0) / 8);
}
