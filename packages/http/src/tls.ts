import { createSecureContext, type SecureContext } from 'node:tls';
import { PolyrailError, type Secret } from '@polyrail/core/provider';
import type { CertificateNotice } from './certificate-watch.ts';
import { tlsPolicy } from './tls-policy.ts';

/** What a host may say about TLS. Certificates are always verified and TLS 1.2 is the least; neither is an option. */
export interface TlsOptions {
  /** PEM certificates of the authorities to trust instead of the system's. */
  readonly ca?: string | Uint8Array | readonly (string | Uint8Array)[];
  /**
   * PEM lists of revoked certificates, one of every authority in the chain of the server, the root included. A server whose certificate
   * is on one is refused, and so is one whose chain lacks a list or has one that is too old: replace them in time with `RotatingTls`.
   * Default: revocation is not checked.
   */
  readonly crl?: string | Uint8Array | readonly (string | Uint8Array)[];
  /** PEM certificate chain of the client (mutual TLS). */
  readonly cert?: string | Uint8Array;
  /** PEM private key of the client. */
  readonly key?: string | Uint8Array;
  /** PKCS #12 archive with certificate and key of the client. */
  readonly pfx?: Uint8Array;
  /** Opens `key` or `pfx`. */
  readonly passphrase?: Secret;
  /** Name that the server's certificate must carry. Default: the host of the origin. */
  readonly servername?: string;
  /**
   * SHA-256 of public keys in base64 (RFC 7469), of the server or of an authority above it. One of them must be in the chain, beside
   * all other checks. At least two, so that a key can be replaced. Default: none.
   */
  readonly pins?: readonly string[];
  /** Told of the certificates of both sides when first used, and when 30, 14, 7, 1 and 0 days are left. What it throws is dropped. */
  readonly onCertificate?: (notice: CertificateNotice) => void;
}

/** @throws PolyrailError `transport_invalid` when a certificate, a list, a key, the passphrase or a pin does not fit */
export function secureContextOf(options: TlsOptions): SecureContext {
  checkPins(options.pins);
  try {
    return createSecureContext({
      ...tlsPolicy,
      ...(options.ca && { ca: bytesOf(options.ca) }),
      ...(options.crl && { crl: bytesOf(options.crl) }),
      ...(options.cert && { cert: bufferOf(options.cert) }),
      ...(options.key && { key: bufferOf(options.key) }),
      ...(options.pfx && { pfx: bufferOf(options.pfx) }),
      ...(options.passphrase && { passphrase: options.passphrase.expose() }),
    });
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: the cause is there, in the third place.
    throw new PolyrailError('transport_invalid', misfit(error), { cause: error });
  }
}

function checkPins(pins: TlsOptions['pins']): void {
  if (pins === undefined) return;
  if (pins.length < 2 || !pins.every((pin) => /^[A-Za-z0-9+/]{43}=$/.test(pin)))
    throw new PolyrailError('transport_invalid', 'pins are two or more SHA-256 values in base64');
}

function misfit(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (text.includes('key too small')) return 'the TLS certificate of the client has a key that is too weak';
  if (text.includes('unsupported'))
    return 'the PKCS #12 archive or the key is encrypted with a cipher that OpenSSL 3 no longer knows; export it again with AES';
  if (text.includes('CRL')) return 'a list of revoked certificates is not PEM';
  return 'the TLS certificates, the key or the passphrase cannot be used';
}

function bytesOf(texts: NonNullable<TlsOptions['ca']>): Buffer[] {
  return (typeof texts === 'string' || texts instanceof Uint8Array ? [texts] : texts).map(bufferOf);
}

function bufferOf(value: string | Uint8Array): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
