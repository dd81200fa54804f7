import type { KeyObject } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { ecdsaSha256 } from './ecdsa-sha256.ts';
import { ECDSA_SHA256, ENVELOPED, EXCLUSIVE, RSA_SHA256, SHA256 } from './signature-uris.ts';

/**
 * An xml-crypto that knows one key, its algorithm, and what the network's signatures are made of: by itself it takes SHA-1.
 */
export function networkSignedXml(key: KeyObject): SignedXml {
  const signed = new SignedXml({
    ...(key.type === 'private' ? { privateKey: key } : { publicCert: key }),
    getCertFromKeyInfo: () => null,
  });
  const algorithm = key.asymmetricKeyType === 'rsa' ? RSA_SHA256 : ECDSA_SHA256;
  signed.CanonicalizationAlgorithms = only(signed.CanonicalizationAlgorithms, [ENVELOPED, EXCLUSIVE]);
  signed.HashAlgorithms = only(signed.HashAlgorithms, [SHA256]);
  signed.SignatureAlgorithms = only({ ...signed.SignatureAlgorithms, [ECDSA_SHA256]: ecdsaSha256(key) }, [algorithm]);
  signed.signatureAlgorithm = algorithm;
  signed.canonicalizationAlgorithm = EXCLUSIVE;
  return signed;
}

function only<Value>(table: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));
}
