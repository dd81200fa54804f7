import { X509Certificate } from 'node:crypto';
import type { Secret } from '@polyrail/core';
import { RotatingTls, type TlsOptions } from '@polyrail/http';
import { pemText } from '../settings/pem-text.ts';

/** The variables of TLS towards an outside sandbox. They may come from files as well. */
export const sandboxTlsSecrets = ['SANDBOX_TLS_CA', 'SANDBOX_TLS_CERTIFICATE', 'SANDBOX_TLS_KEY'] as const;

export const sandboxTlsVariables = {
  SANDBOX_TLS_CA: pemText,
  SANDBOX_TLS_CERTIFICATE: pemText,
  SANDBOX_TLS_KEY: pemText,
};

/** Who vouches for the sandbox, and what the host shows to it. All in PEM. */
export type SandboxTls = Readonly<Partial<Record<(typeof sandboxTlsSecrets)[number], Secret | undefined>>>;

/** Whether they can be read and belong together. */
export function isUsableTls(settings: SandboxTls): boolean {
  if ((settings.SANDBOX_TLS_CERTIFICATE === undefined) !== (settings.SANDBOX_TLS_KEY === undefined)) return false;
  const { SANDBOX_TLS_CA: authority } = settings;
  try {
    // OpenSSL passes over an authority that it cannot read, and then trusts nobody.
    if (authority !== undefined) new X509Certificate(authority.expose());
    return new RotatingTls(optionsOf(settings)) !== undefined;
  } catch {
    return false;
  }
}

/** TLS towards the sandbox, whose certificates can be replaced while the host runs. */
export class SandboxTlsClient {
  readonly tls: RotatingTls;
  readonly #onCertificate: NonNullable<TlsOptions['onCertificate']>;

  constructor(settings: SandboxTls, onCertificate: NonNullable<TlsOptions['onCertificate']>) {
    this.#onCertificate = onCertificate;
    this.tls = new RotatingTls({ ...optionsOf(settings), onCertificate });
  }

  /** @returns false where they cannot be used: those before stay */
  renew(settings: SandboxTls): boolean {
    if (!isUsableTls(settings)) return false;
    this.tls.replace({ ...optionsOf(settings), onCertificate: this.#onCertificate });
    return true;
  }
}

function optionsOf({
  SANDBOX_TLS_CA: ca,
  SANDBOX_TLS_CERTIFICATE: cert,
  SANDBOX_TLS_KEY: key,
}: SandboxTls): TlsOptions {
  return {
    ...(ca && { ca: ca.expose() }),
    ...(cert && { cert: cert.expose() }),
    ...(key && { key: key.expose() }),
  };
}
