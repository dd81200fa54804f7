import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

cryptoProvider.set(crypto);

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2_048,
};
const dayMs = 86_400_000;
const validity = { notBefore: new Date(Date.now() - dayMs), notAfter: new Date(Date.now() + 30 * dayMs) };

/** A certificate and its key, in PEM. */
export interface Credential {
  readonly cert: string;
  readonly key: string;
}

/** An authority that lives as long as a test run. */
export interface Authority {
  readonly ca: string;
  /** A certificate with an RSA key for 127.0.0.1. */
  issue(name: string): Promise<Credential>;
}

export async function createAuthority(name: string): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const root = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: rsa,
    ...validity,
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  return {
    ca: root.toString('pem'),
    async issue(subject) {
      const own = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
      const certificate = await X509CertificateGenerator.create({
        subject: `CN=${subject}`,
        issuer: root.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: rsa,
        ...validity,
        extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
      });
      const pkcs8 = await crypto.subtle.exportKey('pkcs8', own.privateKey);
      return { cert: certificate.toString('pem'), key: PemConverter.encode(pkcs8, 'PRIVATE KEY') };
    },
  };
}
