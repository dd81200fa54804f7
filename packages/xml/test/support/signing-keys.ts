import 'reflect-metadata';
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import {
  cryptoProvider,
  X509Certificate as ParsedCertificate,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { SignatureAlgorithm } from '../../src/signature/algorithm.ts';
import { type KeyRing, keyRing } from '../../src/signature/key-ring.ts';

cryptoProvider.set(crypto);

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export const rsa: KeyPair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
export const rogueRsa: KeyPair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
export const p256: KeyPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A key of the algorithm. */
export function pairFor(algorithm: SignatureAlgorithm): KeyPair {
  return algorithm === 'ecdsa-p256-sha256' ? p256 : rsa;
}

/** A ring with one key that always counts. */
export function ringOf(algorithm: SignatureAlgorithm = 'rsa-sha256'): KeyRing {
  return keyRing([{ id: 'bank-2026', algorithm, key: pairFor(algorithm).publicKey }]);
}

/** A self-signed certificate and its private key. */
export async function certified(name: string): Promise<KeyPair & { readonly certificate: X509Certificate }> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await crypto.subtle.generateKey({ ...algorithm, modulusLength: 2_048 }, true, ['sign', 'verify']);
  const issued = await X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    signingAlgorithm: algorithm,
    extensions: [await SubjectKeyIdentifierExtension.create(keys.publicKey)],
    serialNumber: '0a1b2c3d4e5f60718293',
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
  });
  const certificate = new X509Certificate(issued.toString('pem'));
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    certificate,
    publicKey: createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' })),
    privateKey: createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
  };
}

/** The subject key identifier of a certificate in base64, as another library reads it. */
export function identifierOf({ raw }: X509Certificate): string {
  const { keyId = '' } = new ParsedCertificate(raw).getExtension(SubjectKeyIdentifierExtension) ?? {};
  return Buffer.from(keyId, 'hex').toString('base64');
}
