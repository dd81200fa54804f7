import { type KeyObject, sign, verify } from 'node:crypto';
import { C14nCanonicalization, SignedXml } from 'xml-crypto';
import type { CanonicalMethod } from '../../src/canonicalize.ts';
import {
  canonicalUris,
  digestUris,
  type SignatureAlgorithm,
  signatureUris,
  transformUris,
} from '../../src/signature/algorithm.ts';
import { type SignaturePlacement, transformsOf } from '../../src/signature/signature-placement.ts';
import type { SigningKey } from '../../src/signature/write-signature.ts';

/** Whether xml-crypto believes the signature. */
export function xmlCryptoVerifies(signed: string, algorithm: SignatureAlgorithm, key: KeyObject): boolean {
  const verifier = xmlCrypto(algorithm, key);
  verifier.loadSignature(signed.slice(signed.indexOf('<ds:Signature '), signed.indexOf('</ds:Signature>') + 15));
  return verifier.checkSignature(signed);
}

/** Has xml-crypto sign a message, with the canonical form for SignedInfo. */
export function xmlCryptoSigns(
  message: string,
  placement: SignaturePlacement,
  { algorithm, key }: SigningKey,
  form: CanonicalMethod,
): string {
  const signer = xmlCrypto(algorithm, key);
  signer.signatureAlgorithm = signatureUris[algorithm];
  signer.canonicalizationAlgorithm = canonicalUris[form];
  const xpathOf = (path: readonly string[]): string =>
    path.map((step) => `/*[local-name(.)='${step.replace(/.*}/, '')}']`).join('');
  for (const part of placement.parts)
    signer.addReference({
      xpath: xpathOf(part.path),
      isEmptyUri: part.by === 'document',
      transforms: transformsOf(part).map((transform) => transformUris[transform]),
      digestAlgorithm: digestUris.sha256,
    });
  signer.computeSignature(message, {
    prefix: 'ds',
    location: { reference: xpathOf(placement.signatureIn), action: 'append' },
  });
  return signer.getSignedXml();
}

/** It has no 1.1, which differs from 1.0 only in what a part of a document inherits. */
class Canonical11 extends C14nCanonicalization {
  override getAlgorithmName(): string {
    return canonicalUris.c14n11;
  }
}

/** xml-crypto with the algorithms of this package, made by `node:crypto` alone. */
export function xmlCrypto(algorithm: SignatureAlgorithm, key: KeyObject): SignedXml {
  const signed = new SignedXml({
    getCertFromKeyInfo: () => null,
    ...(key.type === 'private' ? { privateKey: key } : { publicCert: key }),
  });
  const hash = algorithm === 'rsa-sha512' ? 'sha512' : 'sha256';
  const input = {
    key,
    ...(algorithm === 'ecdsa-p256-sha256' && { dsaEncoding: 'ieee-p1363' as const }),
    ...(algorithm === 'rsa-pss-sha256' && { padding: 6, saltLength: 32 }),
  };
  class Algorithm {
    getSignature = (info: unknown): string => sign(hash, Buffer.from(String(info)), input).toString('base64');
    verifySignature = (info: string, _: unknown, value: string): boolean =>
      verify(hash, Buffer.from(info), input, Buffer.from(value, 'base64'));
    getAlgorithmName = (): string => signatureUris[algorithm];
  }
  signed.CanonicalizationAlgorithms[canonicalUris.c14n11] = Canonical11;
  signed.SignatureAlgorithms = { [signatureUris[algorithm]]: Algorithm };
  return signed;
}
