import type { CanonicalMethod } from '../canonicalize.ts';
import type { ParsedElement } from '../xml-element.ts';
import { isNcName } from '../xml-names.ts';
import {
  canonicalUris,
  type DigestAlgorithm,
  digestUris,
  dsNamespace,
  exclusiveNamespace,
  type SignatureAlgorithm,
  signatureUris,
  strTransform,
  type Transform,
  transformUris,
} from './algorithm.ts';
import { decodeBase64 } from './base64.ts';
import { elementsOf } from './signature-placement.ts';
import { SignatureRefused } from './signature-refusal.ts';

export interface ReadReference {
  readonly uri: string;
  readonly transforms: readonly Transform[];
  readonly inclusivePrefixes: readonly string[];
  readonly digest: DigestAlgorithm;
  readonly digestValue: Buffer;
}

/** A `ds:Signature` as its schema has it, and no more. */
export interface ReadSignature {
  readonly element: ParsedElement;
  readonly signedInfo: ParsedElement;
  readonly canonicalization: CanonicalMethod;
  readonly inclusivePrefixes: readonly string[];
  readonly algorithm: SignatureAlgorithm;
  readonly references: readonly ReadReference[];
  readonly value: Buffer;
  readonly keyInfo: ParsedElement | undefined;
}

/** Some stacks list every prefix that is in force at the Envelope. */
const prefixesAtMost = 64;

/** Reads the element strictly: names, order, attributes, algorithms. @throws SignatureRefused */
export function readSignature(element: ParsedElement, referencesAtMost: number): ReadSignature {
  const [signedInfo, value, ...others] = childrenOf(element, ['Id']);
  const keyInfo = isDs('KeyInfo')(others[0]) ? others.shift() : undefined;
  if (others.some(isDs('Object'))) throw new SignatureRefused('object_refused');
  if (others.length > 0 || !isDs('SignatureValue')(value) || !isDs('SignedInfo')(signedInfo)) throw malformed();
  const [method, algorithm, ...references] = childrenOf(signedInfo, ['Id']);
  if (references.length === 0 || !references.every(isDs('Reference'))) throw malformed();
  if (references.length > referencesAtMost) throw new SignatureRefused('reference_unexpected');
  const canonicalization = algorithmOf(method, 'CanonicalizationMethod', canonicalUris);
  return {
    element,
    signedInfo,
    canonicalization,
    inclusivePrefixes: readPrefixes(method, canonicalization === 'exclusive'),
    algorithm: algorithmOf(algorithm, 'SignatureMethod', signatureUris, 'childless'),
    references: references.map(readReference),
    value: bytesOf(value, ['Id']),
    keyInfo,
  };
}

function readReference(reference: ParsedElement): ReadReference {
  const children = [...childrenOf(reference, ['Id', 'URI', 'Type'])];
  const transforms = isDs('Transforms')(children[0]) ? childrenOf(children.shift(), []) : [];
  const [method, value, ...others] = children;
  if (others.length > 0 || !isDs('DigestValue')(value)) throw malformed();
  const uri = attributeOf(reference, 'URI');
  // Without a URI only the application knows what was signed.
  if (uri === undefined) throw new SignatureRefused('reference_refused');
  const names = transforms.map(readTransform);
  const last = transforms.at(-1);
  return {
    uri,
    transforms: names,
    inclusivePrefixes: last ? readPrefixes(last, names.at(-1)?.startsWith('exclusive') === true) : [],
    digest: algorithmOf(method, 'DigestMethod', digestUris, 'childless'),
    digestValue: bytesOf(value, []),
  };
}

function readTransform(transform: ParsedElement, index: number, all: readonly ParsedElement[]): Transform {
  const uri = attributeOf(transform, 'Algorithm');
  if (uri === strTransform) throw new SignatureRefused('str_transform_unsupported');
  const name = nameOf(uri, transformUris);
  const isLast = index === all.length - 1;
  if (!isDs('Transform')(transform) || name === undefined || (!isLast && name !== 'enveloped-signature'))
    throw new SignatureRefused('transform_refused');
  if (name === 'enveloped-signature') childless(transform);
  return name;
}

/** The PrefixList inside of a method or a transform, which only the exclusive form has. */
function readPrefixes(method: ParsedElement | undefined, isExclusive: boolean): readonly string[] {
  const [inclusive, ...others] = elementsOf(method);
  if (!inclusive) return [];
  const isOne = inclusive.local === 'InclusiveNamespaces' && inclusive.namespace === exclusiveNamespace;
  if (!isOne || !isExclusive || others.length > 0 || inclusive.children.length > 0)
    throw new SignatureRefused('transform_refused');
  const prefixes = (attributeOf(inclusive, 'PrefixList') ?? '').split(' ').filter((prefix) => prefix !== '');
  if (prefixes.length > prefixesAtMost) throw new SignatureRefused('too_costly');
  if (!prefixes.every((prefix) => prefix === '#default' || isNcName(prefix))) throw malformed();
  return prefixes.map((prefix) => (prefix === '#default' ? '' : prefix));
}

function algorithmOf<Name extends string>(
  element: ParsedElement | undefined,
  local: string,
  uris: Readonly<Record<Name, string>>,
  content?: 'childless',
): Name {
  if (!isDs(local)(element)) throw malformed();
  const name = nameOf(attributeOf(element, 'Algorithm'), uris);
  if (name === undefined) throw new SignatureRefused('algorithm_refused');
  if (content) childless(element);
  return name;
}

function nameOf<Name extends string>(uri: string | undefined, uris: Readonly<Record<Name, string>>): Name | undefined {
  for (const name in uris) if (uris[name] === uri) return name;
  return undefined;
}

/** The elements in an element of XML Signature that has no text and no other attributes. */
function childrenOf(element: ParsedElement | undefined, attributes: readonly string[]): readonly ParsedElement[] {
  if (!element || element.namespace !== dsNamespace) throw malformed();
  const hasText = element.children.some((child) => typeof child === 'string' && /[^ \t\r\n]/.test(child));
  if (hasText || element.attributes.some(({ local, prefix }) => prefix !== '' || !attributes.includes(local)))
    throw malformed();
  return elementsOf(element);
}

function childless(element: ParsedElement): void {
  if (childrenOf(element, ['Algorithm']).length > 0) throw malformed();
}

function bytesOf(element: ParsedElement, attributes: readonly string[]): Buffer {
  const [text, ...others] = element.children;
  const bytes = typeof text === 'string' && others.length === 0 ? decodeBase64(text) : undefined;
  if (bytes === undefined || element.attributes.some(({ local }) => !attributes.includes(local))) throw malformed();
  return bytes;
}

function attributeOf({ attributes }: ParsedElement, local: string): string | undefined {
  return attributes.find((attribute) => attribute.local === local && attribute.prefix === '')?.value;
}

function isDs(local: string): (element: ParsedElement | undefined) => element is ParsedElement {
  return (element): element is ParsedElement => element?.namespace === dsNamespace && element.local === local;
}

function malformed(): SignatureRefused {
  return new SignatureRefused('signature_malformed');
}
