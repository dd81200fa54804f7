import { verify } from 'node:crypto';
import { type NotificationVerifier, PolyrailError } from '@polyrail/core/provider';
import { hmacKey } from '../hmac-keys.ts';
import { liveKeys } from '../live-keys.ts';
import type { LiveSecret, LiveSecrets } from '../live-secret.ts';
import { type SignatureScheme, schemeVerifier } from '../scheme-verifier.ts';
import type { VerificationKey } from '../verification-key.ts';
import type { VerifierOptions } from '../verifier-limits.ts';
import { readWebhookSecret } from '../webhook-secret.ts';

/** `webhook-signature: v1,<base64>[ v1a,<base64>]` over `{webhook-id}.{webhook-timestamp}.{body}`. */
export const standardWebhooksScheme: SignatureScheme = {
  signatureField: 'webhook-signature',
  syntax: { form: 'list' },
  encoding: 'base64',
  idField: 'webhook-id',
  timestamp: { from: 'field', name: 'webhook-timestamp' },
  signed: ['id', { text: '.' }, 'timestamp', { text: '.' }, 'body'],
};

/**
 * Standard Webhooks 1.0.0. A key `whsec_…` verifies HMAC-SHA256 (`v1`), a key `whpk_…` Ed25519 (`v1a`); both may be live at once.
 *
 * @throws PolyrailError `configuration_invalid` for a key that is neither
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function standardWebhooksVerifier(secrets: LiveSecrets, options: VerifierOptions = {}): NotificationVerifier {
  return schemeVerifier(standardWebhooksScheme, standardWebhooksKeys(secrets), options);
}

/** The keys of Standard Webhooks that are live now. */
export function standardWebhooksKeys(secrets: LiveSecrets): () => readonly VerificationKey[] {
  return liveKeys(secrets, toVerificationKey);
}

function toVerificationKey({ id, secret }: LiveSecret): VerificationKey {
  const read = readWebhookSecret(id, secret);
  if (read.kind === 'symmetric') return hmacKey(id, read.bytes, 'sha256', 'v1');
  if (read.kind === 'private')
    throw new PolyrailError('configuration_invalid', `${id} is a private key: a verifier takes the public one, whpk_…`);
  return {
    id,
    version: 'v1a',
    signatureBytes: 64,
    matches: (content, signatures) =>
      signatures.filter((signature) => verify(null, content, read.key, signature)).length > 0,
  };
}
