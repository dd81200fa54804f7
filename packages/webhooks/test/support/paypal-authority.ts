import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { nowMs } from './specimen.ts';

const dayMs = 86_400_000;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) };

const generateRsa = (modulusLength: number) =>
  webcrypto.subtle.generateKey({ ...rsa, modulusLength }, true, ['sign', 'verify']);

/** One key for all leaves: it is only their certificates that differ. */
const leafKeys = generateRsa(2_048);

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
  /** The name of the issuer that the certificate states. Default: that of `issuer`. */
  readonly issuerName?: string;
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
  const ownKeys = () => (authority ? webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']) : leafKeys);
  const keys = await (request.modulusLength ? generateRsa(request.modulusLength) : ownKeys());
  const signingKey = (issuer?.keys ?? keys).privateKey;
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: `CN=${request.issuerName ?? issuer?.certificate.subjectName.getField('CN')[0] ?? name}`,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: signingKey.algorithm.name === ecdsa.name ? ecdsa : rsa,
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
