import { createHash, type KeyObject } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import { type CanonicalMethod, canonicalize } from '../canonicalize.ts';
import type { Surroundings } from '../surroundings.ts';
import type { XmlElement } from '../xml-element.ts';
import {
  canonicalUris,
  type DigestAlgorithm,
  digestUris,
  type SignatureAlgorithm,
  signatureUris,
  type Transform,
  transformUris,
} from './algorithm.ts';
import { fitsAlgorithm, signBytes } from './key-algorithm.ts';
import { ds } from './key-info.ts';

/** A private key and the one algorithm that it signs with. Make the `KeyObject` once: a PEM text costs ten times a signature. */
export interface SigningKey {
  readonly algorithm: SignatureAlgorithm;
  readonly key: KeyObject;
}

/** What is signed: text that is in canonical form already, and the transforms by which a receiver comes to the same text. */
export interface CanonicalReference {
  readonly uri: string;
  readonly transforms: readonly Transform[];
  readonly canonical: string;
}

/** How a signature is made. */
export interface SignatureRequest {
  readonly key: SigningKey;
  readonly references: readonly CanonicalReference[];
  /** Default `sha256`. */
  readonly digest?: DigestAlgorithm;
  /** The form of SignedInfo. Default `exclusive`. */
  readonly canonicalization?: CanonicalMethod;
  /** What is in force where the signature will stand. Only the inclusive forms need it. Default nothing. */
  readonly surroundings?: Surroundings;
  /** What stands in KeyInfo, such as {@link x509Data}. Default: no KeyInfo. */
  readonly keyInfo?: readonly XmlElement[];
}

/**
 * Signs canonical text: one hash a reference and one signature, nothing is parsed.
 *
 * @returns `ds:Signature`, in canonical form, to be put where the transforms expect it
 * @throws PolyrailError `configuration_invalid` for a key that does not fit its algorithm
 */
export function writeSignature(request: SignatureRequest): string {
  const { algorithm, key } = request.key;
  if (key.type !== 'private' || !fitsAlgorithm(key, algorithm))
    throw new PolyrailError('configuration_invalid', `this is no private key for ${algorithm}`);
  const { canonicalization: method = 'exclusive', digest = 'sha256', keyInfo = [] } = request;
  const signedInfo = ds(
    'SignedInfo',
    {},
    ds('CanonicalizationMethod', { Algorithm: canonicalUris[method] }),
    ds('SignatureMethod', { Algorithm: signatureUris[algorithm] }),
    ...request.references.map((reference) => referenceOf(reference, digest)),
  );
  const surroundings = request.surroundings ? { surroundings: request.surroundings } : {};
  const signed = Buffer.from(canonicalize(signedInfo, { method, ...surroundings }));
  const value = signBytes(algorithm, key, signed).toString('base64');
  const info = keyInfo.length === 0 ? [] : [ds('KeyInfo', {}, ...keyInfo)];
  return canonicalize(ds('Signature', {}, signedInfo, ds('SignatureValue', {}, value), ...info));
}

function referenceOf({ uri, transforms, canonical }: CanonicalReference, digest: DigestAlgorithm): XmlElement {
  const steps = transforms.map((name) => ds('Transform', { Algorithm: transformUris[name] }));
  return ds(
    'Reference',
    { URI: uri },
    ...(steps.length === 0 ? [] : [ds('Transforms', {}, ...steps)]),
    ds('DigestMethod', { Algorithm: digestUris[digest] }),
    ds('DigestValue', {}, createHash(digest).update(canonical).digest('base64')),
  );
}
