import type { NotificationVerifier } from '@polyrail/core/provider';
import { type HmacScheme, hmacVerifier } from '../hmac-verifier.ts';
import type { LiveSecrets } from '../live-secret.ts';
import type { VerifierOptions } from '../verifier-limits.ts';

/**
 * `Rafiki-Signature: t=<Unix milliseconds>, v1=<hex>` over `{t}.{canonical JSON of the body}`. The documentation says seconds; the
 * server writes milliseconds. The members of a body go out in another order than they are signed in.
 */
export const rafikiScheme: HmacScheme = {
  signatureField: 'rafiki-signature',
  syntax: { form: 'pairs', separator: ', ' },
  version: 'v1',
  algorithm: 'sha256',
  encoding: 'hex',
  keyEncoding: 'utf8',
  timestamp: { from: 'signature', unit: 'ms' },
  signed: ['timestamp', { text: '.' }, 'canonical_json'],
};

/**
 * What is signed is what the body says: another spelling of the same JSON is believed too.
 *
 * @param secrets `SIGNATURE_SECRET` of the backend; without one it signs nothing
 * @see https://rafiki.dev/integration/requirements/webhook-events/#verify-webhook-signatures
 */
export function rafikiVerifier(secrets: LiveSecrets, options?: VerifierOptions): NotificationVerifier {
  return hmacVerifier(rafikiScheme, secrets, options);
}
