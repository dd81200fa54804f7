import { createHash, X509Certificate } from 'node:crypto';

/** What may be shown of a certificate. */
export interface Certificate {
  /** One line, as in `CN=api.bank.example, O=Bank`. */
  readonly subject: string;
  /** SHA-256 of its DER form in base64url: `x5t#S256`. @see https://www.rfc-editor.org/rfc/rfc8705#section-3.1 */
  readonly thumbprint: string;
  /** The end of its validity, in milliseconds since 1970. */
  readonly expiresAt: number;
}

export function certificateOf(der: Uint8Array): Certificate {
  const { subject, validTo } = new X509Certificate(der);
  return {
    subject: subject.split('\n').join(', '),
    thumbprint: createHash('sha256').update(der).digest('base64url'),
    expiresAt: Date.parse(validTo),
  };
}

/** SHA-256 of the public key (SubjectPublicKeyInfo) in base64, as `pin-sha256` has it. @see https://www.rfc-editor.org/rfc/rfc7469#section-2.4 */
export function pinOf(certificate: X509Certificate): string {
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64');
}
