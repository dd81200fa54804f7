import { createSecureContext, type SecureContext } from 'node:tls';
import { PolyrailError, type Secret } from '@polyrail/core/provider';

/** What a host may say about TLS. Certificates are always verified and TLS 1.2 is the least; neither is an option. */
export interface TlsOptions {
  /** PEM certificates of the authorities to trust instead of the system's. */
  readonly ca?: string | Uint8Array | readonly (string | Uint8Array)[];
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
}

/** @throws PolyrailError `transport_invalid` when a certificate, a key or the passphrase does not fit */
export function secureContextOf(options: TlsOptions): SecureContext {
  try {
    return createSecureContext({
      minVersion: 'TLSv1.2',
      ...(options.ca && { ca: bytesOf(options.ca) }),
      ...(options.cert && { cert: bufferOf(options.cert) }),
      ...(options.key && { key: bufferOf(options.key) }),
      ...(options.pfx && { pfx: bufferOf(options.pfx) }),
      ...(options.passphrase && { passphrase: options.passphrase.expose() }),
    });
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: the cause is there, in the third place.
    throw new PolyrailError('transport_invalid', 'the TLS certificates, the key or the passphrase cannot be used', {
      cause: error,
    });
  }
}

function bytesOf(ca: NonNullable<TlsOptions['ca']>): Buffer[] {
  return (typeof ca === 'string' || ca instanceof Uint8Array ? [ca] : ca).map(bufferOf);
}

function bufferOf(value: string | Uint8Array): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
