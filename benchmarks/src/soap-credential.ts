import 'reflect-metadata';
import { cryptoProvider, PemConverter, X509CertificateGenerator } from '@peculiar/x509';

cryptoProvider.set(crypto);

/** A certificate and an RSA key of 2,048 bits in PEM, to sign with. */
export async function createSoapCredential(): Promise<{ readonly certificate: string; readonly key: string }> {
  const signingAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const algorithm = { ...signingAlgorithm, publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2_048 };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({ name: 'CN=merchant', keys, signingAlgorithm });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: certificate.toString('pem'), key: PemConverter.encode(pkcs8, 'PRIVATE KEY') };
}
