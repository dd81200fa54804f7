import type { NotificationVerifier } from '@polyrail/core/provider';
import { type HmacScheme, hmacVerifier } from '../hmac-verifier.ts';
import type { LiveSecrets } from '../live-secret.ts';
import type { VerifierOptions } from '../verifier-limits.ts';

/** `Stripe-Signature: t=<Unix seconds>,v1=<hex>[,v1=<hex>]` over `{t}.{body}`. The key is the whole text `whsec_…`. */
export const stripeScheme: HmacScheme = {
  signatureField: 'stripe-signature',
  syntax: { form: 'pairs' },
  version: 'v1',
  algorithm: 'sha256',
  encoding: 'hex',
  keyEncoding: 'utf8',
  timestamp: { from: 'signature' },
  signed: ['timestamp', { text: '.' }, 'body'],
};

/** @see https://docs.stripe.com/webhooks/signature */
export function stripeVerifier(secrets: LiveSecrets, options?: VerifierOptions): NotificationVerifier {
  return hmacVerifier(stripeScheme, secrets, options);
}
