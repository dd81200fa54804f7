import type { FastifyBaseLogger } from 'fastify';

/** A certificate in use. */
export interface CertificateInUse {
  /** `door`: the host's own. `server`: a provider's. `client`: what the host shows to it. */
  readonly role: 'door' | 'server' | 'client';
  /** Of the provider. Empty for the host's own. */
  readonly origin: string;
  /** The end of its validity, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** When the certificates in use end: as many as there are places for them. */
export class CertificateEnds {
  readonly #held = new Map<string, CertificateInUse>();

  /** From now on this is the one in its place. */
  see({ role, origin, expiresAt }: CertificateInUse): void {
    this.#held.set(`${role} ${origin}`, { role, origin, expiresAt });
  }

  get all(): readonly CertificateInUse[] {
    return [...this.#held.values()];
  }
}

const warningDays = 30;

/** Keeps what a transport tells of a provider's certificates, and says in the log when one ends soon. */
export function certificateListener(
  ends: CertificateEnds,
  log: Pick<FastifyBaseLogger, 'warn'>,
): (notice: CertificateInUse & { readonly daysLeft: number }) => void {
  return (notice) => {
    ends.see(notice);
    const { role, origin, daysLeft } = notice;
    if (daysLeft <= warningDays) log.warn({ role, origin, days_left: daysLeft }, 'a certificate ends soon');
  };
}
