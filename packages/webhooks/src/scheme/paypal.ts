import { constants, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { crc32 } from 'node:zlib';
import type { NotificationMessage, NotificationVerifier, Verification } from '@polyrail/core/provider';
import { leadsToRoot, readCertificates } from '../certificate-path.ts';
import { type Refused, refused } from '../refused.ts';
import { singleField } from '../single-field.ts';
import { decodeStrictly } from '../strict-encoding.ts';
import { isInWindow } from '../time-window.ts';
import { limitsOf, type VerifierOptions } from '../verifier-limits.ts';
import { type PaypalEnvironment, paypalCertificateId } from './paypal-certificate-url.ts';

export interface PaypalOptions extends VerifierOptions {
  readonly environment: PaypalEnvironment;
  /** The id of the webhook, as PayPal's portal shows it. It is signed, so a notification for another webhook is refused. */
  readonly webhookId: string;
  /**
   * The PEM certificate and its intermediates that were fetched from a URL before; `undefined` when they are not there yet. Only URLs
   * that `paypalCertificateUrl` gives are asked for. The result for a URL never changes.
   */
  readonly certificates: (url: string) => string | undefined;
  /** PEM certificates of the authorities to trust. Default: those that Node.js trusts. */
  readonly roots?: readonly string[];
  /** Default: 3 days, for as long does PayPal try again, and it does not say whether it signs each attempt anew. */
  readonly toleranceSeconds?: number;
}

interface Transmission {
  readonly content: string;
  readonly signature: string;
  readonly certificateUrl: string;
  readonly certificateId: string;
  readonly timeMs: number;
}

const retrySpanSeconds = 259_200;
const transmissionId = /^[\w-]{1,64}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const certificateName = {
  live: 'messageverificationcerts.paypal.com',
  sandbox: 'messageverificationcerts.sandbox.paypal.com',
} as const;
const minModulusBits = 2_048;

/**
 * RSA with SHA-256 over `{transmission id}|{time}|{webhook id}|{CRC-32 of the body}`, by the certificate that the message names. The
 * id of the secret that matched is the id of the certificate.
 *
 * CRC-32 is no cryptographic hash: who has one genuine notification can write another body with the same sum. So what such a
 * notification says is a hint, and the provider is asked.
 *
 * @throws PolyrailError `configuration_invalid` for limits that cannot work
 * @see https://developer.paypal.com/api/rest/webhooks/rest/#link-selfverificationmethod
 */
export function paypalVerifier(options: PaypalOptions): NotificationVerifier {
  const { bodyLimitBytes, toleranceSeconds } = limitsOf({ toleranceSeconds: retrySpanSeconds, ...options });
  const roots = (options.roots ?? rootCertificates).map((pem) => new X509Certificate(pem));
  return {
    verify(message, nowMs): Verification {
      if (message.body.byteLength > bodyLimitBytes) return refused('body_too_large');
      const transmission = readTransmission(message, options);
      if ('kind' in transmission) return transmission;
      const key = signingKey(options, transmission.certificateUrl, roots, nowMs);
      if (key === undefined) return refused('certificate_refused');
      const signature = decodeStrictly(transmission.signature, 'base64');
      if (signature?.length !== modulusBits(key) / 8) return refused('signature_malformed');
      const padding = constants.RSA_PKCS1_PADDING;
      if (!verify('sha256', Buffer.from(transmission.content), { key, padding }, signature))
        return refused('signature_wrong');
      if (!isInWindow(transmission.timeMs, nowMs, toleranceSeconds)) return refused('timestamp_outside_window');
      return { kind: 'verified', secretId: transmission.certificateId };
    },
  };
}

function readTransmission(
  message: NotificationMessage,
  { environment, webhookId }: PaypalOptions,
): Transmission | Refused {
  const signature = singleField(message, 'paypal-transmission-sig');
  if (typeof signature !== 'string') return signature;
  const id = singleField(message, 'paypal-transmission-id');
  if (typeof id !== 'string') return id;
  const algorithm = singleField(message, 'paypal-auth-algo');
  if (typeof algorithm !== 'string') return algorithm;
  const certificateUrl = singleField(message, 'paypal-cert-url');
  if (typeof certificateUrl !== 'string') return certificateUrl;
  const time = singleField(message, 'paypal-transmission-time', 'timestamp_missing');
  if (typeof time !== 'string') return time;
  if (algorithm !== 'SHA256withRSA' || !transmissionId.test(id)) return refused('signature_malformed');
  const timeMs = instant.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(timeMs)) return refused('timestamp_missing');
  const certificateId = paypalCertificateId(certificateUrl, environment);
  if (certificateId === undefined) return refused('certificate_refused');
  const content = `${id}|${time}|${webhookId}|${crc32(message.body)}`;
  return { content, signature, certificateUrl, certificateId, timeMs };
}

function signingKey(
  { certificates, environment }: PaypalOptions,
  url: string,
  roots: readonly X509Certificate[],
  nowMs: number,
): KeyObject | undefined {
  const path = readCertificates(certificates(url) ?? '');
  const leaf = path?.[0];
  if (path === undefined || leaf === undefined || leaf.ca || !leadsToRoot(path, roots, nowMs)) return undefined;
  const named = leaf.checkHost(certificateName[environment], { wildcards: false });
  return named !== undefined && modulusBits(leaf.publicKey) >= minModulusBits ? leaf.publicKey : undefined;
}

function modulusBits({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): number {
  return asymmetricKeyType === 'rsa' ? (asymmetricKeyDetails?.modulusLength ?? 0) : 0;
}
