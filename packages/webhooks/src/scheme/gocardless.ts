import type { NotificationVerifier } from '@polyrail/core/provider';
import { type HmacScheme, hmacVerifier } from '../hmac-verifier.ts';
import type { LiveSecrets } from '../live-secret.ts';
import type { BodyOptions } from '../verifier-limits.ts';

/** `Webhook-Signature: <hex>` over the body. No time is signed. */
export const gocardlessScheme: HmacScheme = {
  signatureField: 'webhook-signature',
  syntax: { form: 'single' },
  algorithm: 'sha256',
  encoding: 'hex',
  keyEncoding: 'utf8',
  signed: ['body'],
};

/** What GoCardless wants to be answered when the signature is wrong: `refusalStatus` of its notifications. */
export const gocardlessRefusalStatus: number = 498;

/** @see https://developer.gocardless.com/api-reference/#webhooks-signing-webhooks */
export function gocardlessVerifier(secrets: LiveSecrets, options?: BodyOptions): NotificationVerifier {
  return hmacVerifier(gocardlessScheme, secrets, options);
}
