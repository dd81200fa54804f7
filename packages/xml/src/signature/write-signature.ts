import { hash, type KeyObject } from 'node:crypto';
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

/** What a reference says of what it covers. */
export interface ReferenceForm {
  readonly uri: string;
  /** By which a receiver comes to the text that was signed. */
  readonly transforms: readonly Transform[];
}

/** A reference, and what it covers: text that is in canonical form already. */
export interface CanonicalReference extends ReferenceForm {
  readonly canonical: string;
}

/** All of a signature but what it covers. */
export interface SignatureForm {
  readonly key: SigningKey;
  readonly references: readonly ReferenceForm[];
  /** Default `sha256`. */
  readonly digest?: DigestAlgorithm;
  /** The form of SignedInfo. Default `exclusive`. */
  readonly canonicalization?: CanonicalMethod;
  /** What is in force where the signature will stand. Only the inclusive forms need it. Default nothing. */
  readonly surroundings?: Surroundings;
  /** What stands in KeyInfo, such as {@link x509Data}. Default: no KeyInfo. */
  readonly keyInfo?: readonly XmlElement[];
}

/** How a signature is made. */
export interface SignatureRequest extends SignatureForm {
  readonly references: readonly CanonicalReference[];
}

/**
 * Signs canonical text: one hash a reference and one signature, nothing is parsed.
 *
 * @returns `ds:Signature`, in canonical form, to be put where the transforms expect it
 * @throws PolyrailError `configuration_invalid` for a key that does not fit its algorithm
 */
export function writeSignature(request: SignatureRequest): string {
  return signatureWriter(request)(request.references.map(({ canonical }) => canonical));
}

/**
 * Makes the writer of signatures that differ only in what they cover: all the rest is written once. The writer is given the
 * canonical text of each reference.
 *
 * @throws PolyrailError `configuration_invalid` for a key that does not fit its algorithm
 */
export function signatureWriter(form: SignatureForm): (canonicals: readonly string[]) => string {
  const { algorithm, key } = form.key;
  if (key.type !== 'private' || !fitsAlgorithm(key, algorithm))
    throw new PolyrailError('configuration_invalid', `this is no private key for ${algorithm}`);
  const {
    canonicalization: method = 'exclusive',
    digest = 'sha256',
    keyInfo = [],
    surroundings = noSurroundings,
  } = form;
  const methods =
    methodText('CanonicalizationMethod', canonicalUris[method]) +
    methodText('SignatureMethod', signatureUris[algorithm]);
  const references = form.references.map((reference) => referenceText(reference, digest));
  const signedInfo =
    canonicalize(ds('SignedInfo'), { method, surroundings }).slice(0, -'</ds:SignedInfo>'.length) + methods;
  const outer = canonicalize(ds('Signature', {}, ...(keyInfo.length === 0 ? [] : [ds('KeyInfo', {}, ...keyInfo)])));
  const place = outer.indexOf('>') + 1;
  const opening = `${outer.slice(0, place)}<ds:SignedInfo>${methods}`;
  const closing = `</ds:SignatureValue>${outer.slice(place)}`;
  return (canonicals) => {
    let covered = '';
    for (const [at, reference] of references.entries())
      covered += `${reference}${hash(digest, canonicals[at] ?? '', 'base64')}</ds:DigestValue></ds:Reference>`;
    covered += '</ds:SignedInfo>';
    const value = signBytes(algorithm, key, Buffer.from(signedInfo + covered)).toString('base64');
    return `${opening}${covered}<ds:SignatureValue>${value}${closing}`;
  };
}

/** A reference up to the value of its digest. */
function referenceText({ uri, transforms }: ReferenceForm, digest: DigestAlgorithm): string {
  const steps = transforms.map((name) => methodText('Transform', transformUris[name])).join('');
  const list = steps === '' ? '' : `<ds:Transforms>${steps}</ds:Transforms>`;
  return `<ds:Reference URI="${attributeValue(uri)}">${list}${methodText('DigestMethod', digestUris[digest])}<ds:DigestValue>`;
}

function methodText(local: string, uri: string): string {
  return `<ds:${local} Algorithm="${uri}"></ds:${local}>`;
}
