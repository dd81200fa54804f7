import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509CertificateCreateParamsName,
  X509CertificateGenerator,
} from '@peculiar/x509';

cryptoProvider.set(crypto);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;

export interface Credential {
  readonly cert: string;
  readonly key: string;
}

export interface Authority {
  readonly ca: string;
  /** A certificate for `localhost` with this subject, valid from yesterday until `validDays` from now. */
  issue(subject: X509CertificateCreateParamsName, validDays?: number): Promise<Credential>;
}

/** A certificate authority that lives as long as a test run. */
export async function createAuthority(name: string): Promise<Authority> {
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    ...validity(30),
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  async function issue(subject: X509CertificateCreateParamsName, validDays = 30): Promise<Credential> {
    const own = await newKeys();
    const certificate = await X509CertificateGenerator.create({
      subject,
      issuer: root.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: algorithm,
      ...validity(validDays),
      extensions: [
        new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
        await AuthorityKeyIdentifierExtension.create(root.publicKey),
      ],
    });
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', own.privateKey);
    return { cert: certificate.toString('pem'), key: PemConverter.encode(pkcs8, 'PRIVATE KEY') };
  }
  return { ca: root.toString('pem'), issue };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function validity(days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  const from = Math.min(-1, days - 1);
  return { notBefore: new Date(Date.now() + from * dayMs), notAfter: new Date(Date.now() + days * dayMs) };
}
