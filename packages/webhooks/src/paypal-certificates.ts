import { type Clock, type NotificationMessage, systemClock } from '@polyrail/core/provider';
import { createHttpClient } from '@polyrail/http';
import { readCertificates } from './certificate-path.ts';
import type { PaypalOptions } from './scheme/paypal.ts';
import { type PaypalEnvironment, paypalCertificateUrl } from './scheme/paypal-certificate-url.ts';

export interface PaypalCertificatesOptions {
  readonly environment: PaypalEnvironment;
  /** An axios instance whose base URL is PayPal's API. Default: one of `@polyrail/http` that goes nowhere else. */
  readonly client?: ReturnType<typeof createHttpClient>;
  /** Default: the system's. */
  readonly clock?: Clock;
}

/** PayPal's certificates, fetched when a notification first names them. */
export interface PaypalCertificates {
  /** The option of `paypalVerifier`. */
  readonly certificates: PaypalOptions['certificates'];
  /** The `prepare` of the provider's notifications: fetches what the message names, and never rejects. */
  prepare(message: NotificationMessage): Promise<void>;
}

const apiOrigins: Readonly<Record<PaypalEnvironment, string>> = {
  live: 'https://api.paypal.com',
  sandbox: 'https://api.sandbox.paypal.com',
};

const timeoutMs = 5_000;
const maxBytes = 65_536;
const maxKept = 16;
/** Anybody can make the gateway ask PayPal, by a message that is not verified yet. */
const maxUnderWay = 4;
const pauseAfterFailureMs = 30_000;

/**
 * Fetches and keeps the certificates that notifications name. Host and path are pinned; number, size and time are bounded;
 * what is not found is not asked for again at once. Whether a certificate is good is the verifier's to judge.
 */
export function paypalCertificates(options: PaypalCertificatesOptions): PaypalCertificates {
  const { environment, clock = systemClock } = options;
  const limits = { maxResponseBytes: maxBytes, maxConnections: maxUnderWay };
  const client = options.client ?? createHttpClient({ origin: apiOrigins[environment], timeoutMs, clock, limits });
  const kept = new Map<string, string>();
  const failed = new Map<string, number>();
  const underWay = new Map<string, Promise<void>>();

  async function fetchFrom(url: string): Promise<void> {
    const { pathname } = new URL(url);
    const answer = await client.get(pathname, { timeout: timeoutMs, responseType: 'text' }).catch(() => undefined);
    const pem: unknown = answer?.data;
    if (typeof pem === 'string' && readCertificates(pem) !== undefined) keep(kept, url, pem);
    else keep(failed, url, clock.now());
  }

  return {
    certificates: (url) => kept.get(url),
    async prepare(message) {
      const url = paypalCertificateUrl(message, environment);
      if (url === undefined || kept.has(url)) return;
      const sinceFailureMs = clock.now() - (failed.get(url) ?? Number.NEGATIVE_INFINITY);
      // Below zero: the clock has stepped back.
      if (sinceFailureMs >= 0 && sinceFailureMs < pauseAfterFailureMs) return;
      if (!underWay.has(url)) {
        if (underWay.size >= maxUnderWay) return;
        underWay.set(
          url,
          fetchFrom(url).finally(() => underWay.delete(url)),
        );
      }
      await underWay.get(url);
    },
  };
}

/** Keeps the newest ones. */
function keep<Value>(entries: Map<string, Value>, url: string, value: Value): void {
  entries.delete(url);
  entries.set(url, value);
  const [oldest = url] = entries.keys();
  if (entries.size > maxKept) entries.delete(oldest);
}
