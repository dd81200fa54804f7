import { Duplex } from 'node:stream';
import { type SecureContext, TLSSocket } from 'node:tls';
import { type Certificate, certificateOf } from './certificate.ts';
import { secureContextOf, type TlsOptions } from './tls.ts';

/** Checked settings, ready for connections. */
export interface TlsMaterial {
  readonly options: TlsOptions;
  readonly context: SecureContext;
  /** The client's own. */
  readonly certificate: Certificate | undefined;
}

/**
 * TLS settings that can be replaced while transports use them, as when a certificate is renewed. Give the same one to the transport
 * and to its token requests, so that both always show the same certificate.
 */
export class RotatingTls {
  #material: TlsMaterial;
  readonly #listeners = new Set<() => void>();

  /** @throws PolyrailError `transport_invalid` for settings that cannot be used */
  constructor(options: TlsOptions) {
    this.#material = materialOf(options);
  }

  get material(): TlsMaterial {
    return this.#material;
  }

  /**
   * Connections from now on use these settings. Those that are open finish the request that they carry, and close.
   *
   * @throws PolyrailError `transport_invalid` for settings that cannot be used; the old ones then stay
   */
  replace(options: TlsOptions): void {
    this.#material = materialOf(options);
    for (const listener of this.#listeners) listener();
  }

  /** Calls the listener after each replacement, until the function that it returns is called. */
  onReplace(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function materialOf(options: TlsOptions): TlsMaterial {
  const context = secureContextOf(options);
  const own = options.cert !== undefined || options.pfx !== undefined;
  return { options, context, certificate: own ? ownCertificate(context) : undefined };
}

/** A socket that is never connected is the documented way to a certificate inside a PKCS #12 archive. */
function ownCertificate(secureContext: SecureContext): Certificate | undefined {
  const socket = new TLSSocket(new Duplex({ read: () => undefined }), { isServer: true, secureContext });
  const der = socket.getX509Certificate()?.raw;
  socket.destroy();
  return der && certificateOf(der);
}
