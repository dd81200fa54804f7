import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import { liveKeys } from './live-keys.ts';
import type { LiveSecrets } from './live-secret.ts';
import { decodeStrictly } from './strict-encoding.ts';
import type { VerificationKey } from './verification-key.ts';

export interface HmacParameters {
  /** SHA-1 only where the provider signs with nothing better. */
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  /** How the provider writes the key: its bytes are the text itself, or hexadecimal, or base64. */
  readonly keyEncoding: 'utf8' | 'hex' | 'base64';
}

const digestBytes = { sha1: 20, sha256: 32, sha512: 64 } as const;

/**
 * The keys of the moment.
 *
 * @throws PolyrailError `configuration_invalid` for a secret that is not written as `keyEncoding` says
 */
export function hmacKeys(
  secrets: LiveSecrets,
  { algorithm, keyEncoding }: HmacParameters,
  version?: string,
): () => readonly VerificationKey[] {
  return liveKeys(secrets, ({ id, secret }) => hmacKey(id, readKey(secret.expose(), keyEncoding), algorithm, version));
}

/** @throws PolyrailError `configuration_invalid` without `bytes`, which is what a text that cannot be read becomes */
export function hmacKey(
  id: string,
  bytes: Uint8Array | undefined,
  algorithm: HmacParameters['algorithm'],
  version: string = '',
): VerificationKey {
  if (bytes === undefined)
    throw new PolyrailError('configuration_invalid', `the secret ${id} is not written as this scheme writes secrets`);
  const key = createSecretKey(bytes);
  return {
    id,
    version,
    signatureBytes: digestBytes[algorithm],
    matches(content, signatures) {
      const expected = createHmac(algorithm, key).update(content).digest();
      return signatures.filter((signature) => timingSafeEqual(expected, signature)).length > 0;
    },
  };
}

function readKey(text: string, encoding: HmacParameters['keyEncoding']): Buffer | undefined {
  if (encoding === 'utf8') return Buffer.from(text);
  return decodeStrictly(encoding === 'hex' ? text.toLowerCase() : text, encoding);
}
