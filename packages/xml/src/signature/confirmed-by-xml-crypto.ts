import { C14nCanonicalization, SignedXml, type SignatureAlgorithm as XmlCryptoAlgorithm } from 'xml-crypto';
import { canonicalize } from '../canonicalize.ts';
import type { XmlDocument } from '../xml-element.ts';
import { canonicalUris, digestUris, signatureUris, transformUris } from './algorithm.ts';
import { verifyBytes } from './key-algorithm.ts';
import type { TrustedKey } from './key-ring.ts';
import type { ReadSignature } from './read-signature.ts';

/**
 * Whether xml-crypto, with a parser and canonical forms of its own, believes the signature too and comes to the same text for
 * each reference. It is asked last: by then every check of this package was made, and the signature is that of a trusted key,
 * so nobody else can make it work.
 */
export function isConfirmedByXmlCrypto(
  { text }: XmlDocument,
  signature: ReadSignature,
  key: TrustedKey,
  texts: readonly string[],
): boolean {
  const signed = limitedTo(key);
  try {
    signed.loadSignature(canonicalize(signature.element));
    if (!signed.checkSignature(text)) return false;
  } catch {
    // It throws for whatever it does not support or does not believe.
    return false;
  }
  const theirs = signed.getSignedReferences();
  return theirs.length === texts.length && theirs.every((one, index) => one === texts[index]);
}

/** An xml-crypto that knows one key, its algorithm, and the methods that this package knows. Its defaults know SHA-1. */
function limitedTo({ algorithm, key }: TrustedKey): SignedXml {
  const signed = new SignedXml({ publicCert: key, getCertFromKeyInfo: () => null });
  signed.CanonicalizationAlgorithms = {
    ...only(signed.CanonicalizationAlgorithms, Object.values(transformUris)),
    // It has no 1.1. Where that differs (xml:id, xml:base around a part) it will not confirm.
    [canonicalUris.c14n11]: C14nCanonicalization,
  };
  signed.HashAlgorithms = only(signed.HashAlgorithms, Object.values(digestUris));
  const uri = signatureUris[algorithm];
  signed.SignatureAlgorithms = {
    [uri]: class implements XmlCryptoAlgorithm {
      getSignature(): never {
        throw new Error('this one only verifies');
      }
      verifySignature(material: string, _: unknown, value: string): boolean {
        return verifyBytes(algorithm, key, Buffer.from(material), Buffer.from(value, 'base64'));
      }
      getAlgorithmName = (): string => uri;
    },
  };
  return signed;
}

function only<T>(table: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));
}
