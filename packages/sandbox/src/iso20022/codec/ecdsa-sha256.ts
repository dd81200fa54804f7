import { type KeyObject, sign, verify } from 'node:crypto';
import type { SignatureAlgorithm } from 'xml-crypto';
import { ECDSA_SHA256 } from './signature-uris.ts';

/** ECDSA with SHA-256 by one key, which xml-crypto does not know. */
export function ecdsaSha256(by: KeyObject): new () => SignatureAlgorithm {
  // XML Signature has r and s side by side, not the DER that OpenSSL makes.
  const key = { key: by, dsaEncoding: 'ieee-p1363' } as const;
  return class implements SignatureAlgorithm {
    getSignature(signedInfo: unknown): string {
      return sign('sha256', Buffer.from(String(signedInfo)), key).toString('base64');
    }

    verifySignature(material: string, _: unknown, signatureValue: string): boolean {
      return verify('sha256', Buffer.from(material), key, Buffer.from(signatureValue, 'base64'));
    }

    getAlgorithmName(): string {
      return ECDSA_SHA256;
    }
  };
}
