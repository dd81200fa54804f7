import { createHash, type KeyObject } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import { attributeValue } from '../canonical-text.ts';
import { type CanonicalMethod, canonicalize } from '../canonicalize.ts';
import { noSurroundings, type Surroundings } from '../surroundings.ts';
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
  const content =
    methodText('CanonicalizationMethod', canonicalUris[method]) +
    methodText('SignatureMethod', signatureUris[algorithm]) +
    request.references.map((reference) => referenceText(reference, digest)).join('');
  const { surroundings = noSurroundings } = request;
  const opening = canonicalize(ds('SignedInfo'), { method, surroundings }).slice(0, -'</ds:SignedInfo>'.length);
  const signedInfo = Buffer.from(`${opening}${content}</ds:SignedInfo>`);
  const value = signBytes(algorithm, key, signedInfo).toString('base64');
  const outer = canonicalize(ds('Signature', {}, ...(keyInfo.length === 0 ? [] : [ds('KeyInfo', {}, ...keyInfo)])));
  const place = outer.indexOf('>') + 1;
  return `${outer.slice(0, place)}<ds:SignedInfo>${content}</ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue>${outer.slice(place)}`;
}

// A few fixed elements: to make them as a tree and write it costs as much as half a signature with P-256.
function referenceText({ uri, transforms, canonical }: CanonicalReference, digest: DigestAlgorithm): string {
  const steps = transforms.map((name) => methodText('Transform', transformUris[name])).join('');
  const list = steps === '' ? '' : `<ds:Transforms>${steps}</ds:Transforms>`;
  const value = createHash(digest).update(canonical).digest('base64');
  return `<ds:Reference URI="${attributeValue(uri)}">${list}${methodText('DigestMethod', digestUris[digest])}<ds:DigestValue>${value}</ds:DigestValue></ds:Reference>`;
}

function methodText(local: string, uri: string): string {
  return `<ds:${local} Algorithm="${uri}"></ds:${local}>`;
}
