import 'reflect-metadata';
import { cryptoProvider, PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { Secret } from '@polyrail/core/provider';

cryptoProvider.set(crypto);

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2_048,
};
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate that nobody else vouches for, with its key, both in PEM. */
export interface Credential {
  readonly certificate: string;
  readonly key: Secret;
}

/** Valid in January of 2026, unless it is over. */
export async function createCredential(name: string, kind: 'rsa' | 'ec' = 'rsa', isOver = false): Promise<Credential> {
  const algorithm = kind === 'rsa' ? rsa : ecdsa;
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}, O=Bank`,
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.UTC(2026, 0, 1)),
    notAfter: new Date(Date.UTC(2026, 0, isOver ? 10 : 31)),
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: certificate.toString('pem'), key: new Secret(PemConverter.encode(pkcs8, 'PRIVATE KEY')) };
}
