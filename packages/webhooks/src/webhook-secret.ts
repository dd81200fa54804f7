import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { PolyrailError, type Secret } from '@polyrail/core/provider';
import { decodeStrictly } from './strict-encoding.ts';

/** A key of Standard Webhooks. What it is for is in its prefix. */
export type WebhookSecret =
  | { readonly kind: 'symmetric'; readonly bytes: Uint8Array }
  | { readonly kind: 'private'; readonly key: KeyObject }
  | { readonly kind: 'public'; readonly key: KeyObject };

// DER around a raw Ed25519 key (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads `whsec_` (24 to 64 bytes, for HMAC), `whsk_` (an Ed25519 seed of 32 bytes, or seed and public key in 64) or `whpk_` (an
 * Ed25519 public key of 32 bytes), each in base64.
 *
 * @throws PolyrailError `configuration_invalid` for any other text
 */
export function readWebhookSecret(id: string, secret: Secret): WebhookSecret {
  const [, prefix, text = ''] = /^(whsec|whsk|whpk)_(.*)$/.exec(secret.expose()) ?? [];
  const bytes = decodeStrictly(text, 'base64') ?? Buffer.alloc(0);
  if (prefix === 'whsec' && bytes.length >= 24 && bytes.length <= 64) return { kind: 'symmetric', bytes };
  if (prefix === 'whpk' && bytes.length === 32) return { kind: 'public', key: publicKeyOf(bytes) };
  if (prefix === 'whsk' && bytes.length === 32) return { kind: 'private', key: privateKeyOf(bytes) };
  if (prefix === 'whsk' && bytes.length === 64) return { kind: 'private', key: checkedPair(id, bytes) };
  throw new PolyrailError(
    'configuration_invalid',
    `${id} is no key of Standard Webhooks: whsec_, whsk_ or whpk_ and base64`,
  );
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spki, bytes]), format: 'der', type: 'spki' });
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

function checkedPair(id: string, bytes: Uint8Array): KeyObject {
  const key = privateKeyOf(bytes.subarray(0, 32));
  if (!createPublicKey(key).equals(publicKeyOf(bytes.subarray(32))))
    throw new PolyrailError('configuration_invalid', `the halves of ${id} do not belong together`);
  return key;
}
