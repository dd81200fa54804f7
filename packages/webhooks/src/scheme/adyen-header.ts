import type { NotificationVerifier } from '@polyrail/core/provider';
import { type HmacScheme, hmacVerifier } from '../hmac-verifier.ts';
import type { LiveSecrets } from '../live-secret.ts';
import type { BodyOptions } from '../verifier-limits.ts';

/** `HmacSignature: <base64>` over the body. The key is written as hexadecimal. No time is signed. */
export const adyenHeaderScheme: HmacScheme = {
  signatureField: 'hmacsignature',
  syntax: { form: 'single' },
  algorithm: 'sha256',
  encoding: 'base64',
  keyEncoding: 'hex',
  signed: ['body'],
};

/**
 * The notifications of Adyen's platform, banking and management. Those about payments carry the signature in the body:
 * `adyenFieldsVerifier`.
 *
 * @see https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures
 */
export function adyenHeaderVerifier(secrets: LiveSecrets, options?: BodyOptions): NotificationVerifier {
  return hmacVerifier(adyenHeaderScheme, secrets, options);
}
