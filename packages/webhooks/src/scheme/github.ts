import type { NotificationVerifier } from '@polyrail/core/provider';
import { type HmacScheme, hmacVerifier } from '../hmac-verifier.ts';
import type { LiveSecrets } from '../live-secret.ts';
import type { BodyOptions } from '../verifier-limits.ts';

/** `X-Hub-Signature-256: sha256=<hex>` over the body. No time is signed. */
export const githubScheme: HmacScheme = {
  signatureField: 'x-hub-signature-256',
  syntax: { form: 'single', prefix: 'sha256=' },
  algorithm: 'sha256',
  encoding: 'hex',
  keyEncoding: 'utf8',
  signed: ['body'],
};

/**
 * The style of GitHub, which many senders follow.
 *
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function githubVerifier(secrets: LiveSecrets, options?: BodyOptions): NotificationVerifier {
  return hmacVerifier(githubScheme, secrets, options);
}
