import {
  constants,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { PolyrailError, type Secret } from '@polyrail/core/provider';

/** Algorithms of the HTTP Signature Algorithms registry. @see https://www.rfc-editor.org/rfc/rfc9421#section-6.2.2 */
export type SignatureAlgorithm =
  | 'rsa-pss-sha512'
  | 'rsa-v1_5-sha256'
  | 'ecdsa-p256-sha256'
  | 'ecdsa-p384-sha384'
  | 'ed25519'
  | 'hmac-sha256';

/** For node:crypto. The salt is as long as the digest (RFC 9421, 3.3.1); Node.js would take the longest that fits. */
const parameters: Readonly<Record<Exclude<SignatureAlgorithm, 'hmac-sha256'>, [string | null, object]>> = {
  'rsa-pss-sha512': ['sha512', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }],
  'rsa-v1_5-sha256': ['sha256', { padding: constants.RSA_PKCS1_PADDING }],
  'ecdsa-p256-sha256': ['sha256', { dsaEncoding: 'ieee-p1363' }],
  'ecdsa-p384-sha384': ['sha384', { dsaEncoding: 'ieee-p1363' }],
  ed25519: [null, {}],
};

/** Reading a key costs more than signing with it, so each is read once. */
const privateKeys = new WeakMap<Secret, KeyObject>();

/** Signs with a private key in PEM, or for `hmac-sha256` with a secret in base64. */
export function signWith(algorithm: SignatureAlgorithm, secret: Secret, data: Uint8Array): Buffer {
  if (algorithm === 'hmac-sha256')
    return createHmac('sha256', Buffer.from(secret.expose(), 'base64')).update(data).digest();
  const [digest, options] = parameters[algorithm];
  return sign(digest, data, { key: privateKeyOf(secret), ...options });
}

/** Whether this is the signature of these bytes. The key is public, or for `hmac-sha256` the shared secret in base64. */
export function isSignedWith(
  algorithm: SignatureAlgorithm,
  key: string | Secret | KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (algorithm === 'hmac-sha256') {
    if (typeof key === 'string' || !('expose' in key)) return false;
    const expected = signWith(algorithm, key, data);
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  }
  if (typeof key === 'object' && 'expose' in key) return false;
  const [digest, options] = parameters[algorithm];
  return verify(digest, data, { key: typeof key === 'string' ? createPublicKey(key) : key, ...options }, signature);
}

/** @throws PolyrailError `transport_invalid` for a key that cannot be read */
export function privateKeyOf(secret: Secret): KeyObject {
  const known = privateKeys.get(secret);
  if (known !== undefined) return known;
  try {
    const key = createPrivateKey(secret.expose());
    privateKeys.set(secret, key);
    return key;
  } catch {
    // biome-ignore lint/style/useErrorCause: the cause may quote the key.
    throw new PolyrailError('transport_invalid', 'the signing key is not a private key in PEM');
  }
}
