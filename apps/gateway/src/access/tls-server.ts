import { X509Certificate } from 'node:crypto';
import type { RequestListener, ServerOptions } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import type { Secret } from '@polyrail/core';
import type { CertificateEnds } from '../watch/certificate-ends.ts';

/** What the host proves itself with, and who has to vouch for its callers. All in PEM. */
export interface TlsSettings {
  readonly certificate: Secret;
  readonly key: Secret;
  /** Authorities of client certificates. Default: callers need none. */
  readonly clientAuthority?: Secret;
  /** Lists of revoked certificates, one of every such authority. Default: revocation is not checked. */
  readonly clientRevocations?: Secret;
}

/** TLS 1.2 and newer in front of the host. Its certificate can be replaced while it runs. */
export class TlsServer {
  #settings: TlsSettings;
  #server: Server | undefined;

  readonly #certificates: CertificateEnds | undefined;

  /** @param certificates hears of its certificate, and of each new one. Default: nobody */
  constructor(settings: TlsSettings, certificates?: CertificateEnds) {
    this.#settings = settings;
    this.#certificates = certificates;
    this.#tell();
  }

  /** True when the certificate, the key and the authority can be read and belong together. */
  static isUsable(settings: TlsSettings): boolean {
    try {
      // OpenSSL passes over an authority that it cannot read, and then believes nobody.
      if (settings.clientAuthority !== undefined) new X509Certificate(settings.clientAuthority.expose());
      return createSecureContext(contextOf(settings)) !== undefined;
    } catch {
      return false;
    }
  }

  /** Callers have to show a certificate where they have to prove who they are. */
  get needsCertificate(): boolean {
    return this.#settings.clientAuthority !== undefined;
  }

  /** A caller without a certificate gets in, and is refused by the routes that need one: health checks and providers have none. */
  serve(options: ServerOptions, listener: RequestListener): Server {
    const clients = { requestCert: this.needsCertificate, rejectUnauthorized: false };
    this.#server = createServer({ ...options, ...contextOf(this.#settings), ...clients }, listener);
    return this.#server;
  }

  /** New connections get the new certificate from now on; open ones stay. Whether callers need one does not change. */
  renew(settings: TlsSettings): void {
    this.#settings = settings;
    this.#server?.setSecureContext(contextOf(settings));
    this.#tell();
  }

  #tell(): void {
    const { validTo } = new X509Certificate(this.#settings.certificate.expose());
    this.#certificates?.see({ role: 'door', origin: '', expiresAt: Date.parse(validTo) });
  }
}

function contextOf({ certificate, key, clientAuthority, clientRevocations }: TlsSettings): SecureContextOptions {
  return {
    cert: certificate.expose(),
    key: key.expose(),
    minVersion: 'TLSv1.2',
    ...(clientAuthority && { ca: clientAuthority.expose() }),
    ...(clientRevocations && { crl: clientRevocations.expose() }),
  };
}
