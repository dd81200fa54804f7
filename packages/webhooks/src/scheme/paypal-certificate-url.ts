import type { NotificationMessage } from '@polyrail/core/provider';
import { singleField } from '../single-field.ts';

export type PaypalEnvironment = 'live' | 'sandbox';

const pinned = {
  live: /^https:\/\/api\.paypal\.com\/v1\/notifications\/certs\/(?<id>[A-Za-z0-9_-]{1,128})$/,
  sandbox: /^https:\/\/api\.sandbox\.paypal\.com\/v1\/notifications\/certs\/(?<id>[A-Za-z0-9_-]{1,128})$/,
} as const;

/** The id at the end of a certificate URL; `undefined` for any URL that is not one of PayPal's, letter by letter. */
export function paypalCertificateId(url: string, environment: PaypalEnvironment): string | undefined {
  return pinned[environment].exec(url)?.groups?.['id'];
}

/**
 * The URL of the certificate that a notification names, for fetching it before the notification is verified; `undefined` for a URL
 * that nobody may fetch. The URL is the sender's word: it is pinned to PayPal's host and path.
 */
export function paypalCertificateUrl(message: NotificationMessage, environment: PaypalEnvironment): string | undefined {
  const url = singleField(message, 'paypal-cert-url');
  return typeof url === 'string' && paypalCertificateId(url, environment) !== undefined ? url : undefined;
}
