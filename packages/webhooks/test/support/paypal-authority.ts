import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { nowMs } from './specimen.ts';

cryptoProvider.set(webcrypto);

const dayMs = 86_400_000;
const algorithm = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength,
});

export interface Issued {
  readonly certificate: X509Certificate;
  readonly pem: string;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface CertificateRequest {
  /** Common name. */
  readonly name: string;
  /** Default: self-signed. */
  readonly issuer?: Issued;
  readonly authority?: boolean;
  /** Puts this DNS name into subjectAltName. */
  readonly alternativeName?: string;
  /** Days around the time of the tests. Default: valid from 30 days before to 30 days after. */
  readonly fromDays?: number;
  readonly toDays?: number;
  readonly modulusLength?: number;
}

export async function issueCertificate(request: CertificateRequest): Promise<Issued> {
  const { name, issuer, authority = false, alternativeName, fromDays = -30, toDays = 30 } = request;
  const keys = await webcrypto.subtle.generateKey(algorithm(request.modulusLength ?? 2_048), true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: issuer?.certificate.subject ?? `CN=${name}`,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: algorithm(2_048),
    notBefore: new Date(nowMs + fromDays * dayMs),
    notAfter: new Date(nowMs + toDays * dayMs),
    extensions: [
      new BasicConstraintsExtension(authority, undefined, true),
      ...(alternativeName ? [new SubjectAlternativeNameExtension([{ type: 'dns', value: alternativeName }])] : []),
    ],
  });
  const { privateKey, publicKey } = keys;
  const pem = certificate.toString('pem');
  return { certificate, pem, keys, privateKey: KeyObject.from(privateKey), publicKey: KeyObject.from(publicKey) };
}
