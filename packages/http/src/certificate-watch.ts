import type { Clock } from '@polyrail/core/provider';
import type { Certificate } from './certificate.ts';

/** A certificate in use: told when it is first seen, and as its end comes near. */
export interface CertificateNotice extends Certificate {
  /** Whose it is: the counterparty's, or the one that is shown to it. */
  readonly role: 'server' | 'client';
  readonly origin: string;
  /** Whole days until it ends; negative after. */
  readonly daysLeft: number;
}

const dayMs = 86_400_000;
const warningDays = [30, 14, 7, 1, 0];

/**
 * Tells of each certificate once, and again when 30, 14, 7, 1 and 0 days are left. It looks when a connection is made: it has no timer,
 * so a provider at rest costs nothing.
 */
export class CertificateWatch {
  readonly #origin: string;
  readonly #clock: Clock;
  /** The warnings that were left when a certificate was told of last. */
  readonly #told = new Map<CertificateNotice['role'], { readonly thumbprint: string; readonly warnings: number }>();

  constructor(origin: string, clock: Clock) {
    this.#origin = origin;
    this.#clock = clock;
  }

  see(role: CertificateNotice['role'], certificate: Certificate, tell: (notice: CertificateNotice) => void): void {
    const daysLeft = Math.floor((certificate.expiresAt - this.#clock.now()) / dayMs);
    const warnings = warningDays.filter((days) => daysLeft > days).length;
    const last = this.#told.get(role);
    if (last?.thumbprint === certificate.thumbprint && last.warnings === warnings) return;
    this.#told.set(role, { thumbprint: certificate.thumbprint, warnings });
    try {
      tell({ ...certificate, role, origin: this.#origin, daysLeft });
    } catch {
      // An observer that fails must not cost a connection.
    }
  }
}
