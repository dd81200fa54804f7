import type { Credential } from '@polyrail/testkit/certificate-authority';
import forge from 'node-forge';

/** A PKCS #12 archive as the portals of banks export it. The writer knows RSA keys only. */
export function pfxOf({ cert, key }: Credential, password: string, algorithm: '3des' | 'aes256' = 'aes256'): Buffer {
  const { pki, pkcs12, asn1 } = forge;
  const archive = pkcs12.toPkcs12Asn1(pki.privateKeyFromPem(key), pki.certificateFromPem(cert), password, {
    algorithm,
  });
  return Buffer.from(asn1.toDer(archive).getBytes(), 'binary');
}
