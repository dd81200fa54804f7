import { type NotificationVerifier, PolyrailError } from '@polyrail/core/provider';
import { type HmacScheme, hmacVerifier } from '../hmac-verifier.ts';
import type { LiveSecrets } from '../live-secret.ts';
import type { BodyOptions } from '../verifier-limits.ts';

/** `x-square-hmacsha256-signature: <base64>` over the notification URL followed by the body. No time is signed. */
export function squareScheme(notificationUrl: string): HmacScheme {
  return {
    signatureField: 'x-square-hmacsha256-signature',
    syntax: { form: 'single' },
    algorithm: 'sha256',
    encoding: 'base64',
    keyEncoding: 'utf8',
    signed: [{ text: notificationUrl }, 'body'],
  };
}

/**
 * @param notificationUrl the URL of the subscription, letter by letter as Square has it
 * @throws PolyrailError `configuration_invalid` when it is no https URL
 * @see https://developer.squareup.com/docs/webhooks/step3validate
 */
export function squareVerifier(
  notificationUrl: string,
  secrets: LiveSecrets,
  options?: BodyOptions,
): NotificationVerifier {
  if (!URL.canParse(notificationUrl) || new URL(notificationUrl).protocol !== 'https:')
    throw new PolyrailError('configuration_invalid', 'the notification URL of Square is written as https://host/path');
  return hmacVerifier(squareScheme(notificationUrl), secrets, options);
}
