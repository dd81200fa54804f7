import type { ParsedElement } from '@polyrail/xml';
import { elementsOf } from '../soap-response.ts';
import { digestAlgorithms, exclusiveC14n, signatureAlgorithms, signatureNamespace } from './vocabulary.ts';

/** Most parts of one signature. */
const maxReferences = 16;

/** What one Reference says. */
export interface SignedReference {
  readonly id: string;
  readonly hash: string;
  readonly digest: string;
  readonly inclusivePrefixes: readonly string[];
}

/** What a Signature says, before anything of it is believed. */
export interface SignatureParts {
  readonly info: { readonly element: ParsedElement; readonly inclusivePrefixes: readonly string[] };
  readonly algorithm: string;
  readonly value: Buffer;
  readonly references: readonly SignedReference[];
}

/**
 * Reads the only Signature of a document, if it stands in its Security header and has the one form that is understood:
 * exclusive canonicalization, algorithms of the lists, parts of the document named by their ids, no Object.
 *
 * @returns in words why there is none
 */
export function readSignature(security: ParsedElement, root: ParsedElement): SignatureParts | string {
  const own = elementsOf(security).filter((part) => isDs(part, 'Signature'));
  const [signature] = own;
  if (signature === undefined) return 'it is not signed';
  if (own.length > 1 || countSignatures(root) > 1) return 'it has more than one Signature';
  const [info, valueElement, keyInfo, ...others] = elementsOf(signature);
  const isWhole = info && isDs(info, 'SignedInfo') && valueElement && isDs(valueElement, 'SignatureValue');
  if (!isWhole || (keyInfo && !isDs(keyInfo, 'KeyInfo')) || others.length > 0) return 'its Signature has another form';
  const [canonicalization, method, ...references] = elementsOf(info);
  const prefixes =
    canonicalization && isDs(canonicalization, 'CanonicalizationMethod') ? c14nOf(canonicalization) : undefined;
  const algorithm = method && isDs(method, 'SignatureMethod') ? (attribute(method, 'Algorithm') ?? '') : '';
  if (prefixes === undefined || !Object.hasOwn(signatureAlgorithms, algorithm))
    return 'its algorithms are not accepted';
  if (references.length === 0 || references.length > maxReferences) return 'it signs nothing, or too much';
  const read = references.map(readReference);
  if (!read.every((reference) => reference !== undefined)) return 'a Reference has another form';
  const value = base64(valueElement);
  return value === undefined
    ? 'its SignatureValue has another form'
    : { info: { element: info, inclusivePrefixes: prefixes }, algorithm, value, references: read };
}

function readReference(reference: ParsedElement): SignedReference | undefined {
  const [transforms, method, value, ...others] = elementsOf(reference);
  const uri = attribute(reference, 'URI') ?? '';
  if (!isDs(reference, 'Reference') || !/^#[\w.-]{1,100}$/.test(uri) || others.length > 0) return undefined;
  if (!transforms || !method || !value || !isDs(transforms, 'Transforms')) return undefined;
  if (!isDs(method, 'DigestMethod') || !isDs(value, 'DigestValue')) return undefined;
  const [transform, ...more] = elementsOf(transforms);
  const inclusivePrefixes = transform && isDs(transform, 'Transform') ? c14nOf(transform) : undefined;
  const algorithm = attribute(method, 'Algorithm') ?? '';
  const hash = Object.hasOwn(digestAlgorithms, algorithm) ? digestAlgorithms[algorithm] : undefined;
  const digest = base64(value)?.toString('base64');
  if (more.length > 0 || inclusivePrefixes === undefined || hash === undefined || digest === undefined)
    return undefined;
  return { id: uri.slice(1), hash, digest, inclusivePrefixes };
}

/** The prefixes of InclusiveNamespaces; `undefined` for any other method than exclusive canonicalization. */
function c14nOf(method: ParsedElement): readonly string[] | undefined {
  if (attribute(method, 'Algorithm') !== exclusiveC14n) return undefined;
  const [inclusive, ...others] = elementsOf(method);
  if (inclusive === undefined) return [];
  const isList = inclusive.local === 'InclusiveNamespaces' && inclusive.namespace === exclusiveC14n;
  const list = attribute(inclusive, 'PrefixList') ?? '';
  if (!isList || others.length > 0 || list.length > 500) return undefined;
  return list.split(/[ \t\r\n]+/).flatMap((prefix) => (prefix === '' ? [] : [prefix === '#default' ? '' : prefix]));
}

function countSignatures(element: ParsedElement): number {
  return elementsOf(element).reduce((sum, child) => sum + countSignatures(child), isDs(element, 'Signature') ? 1 : 0);
}

function base64({ children }: ParsedElement): Buffer | undefined {
  const [text, ...others] = children;
  if (typeof text !== 'string' || others.length > 0) return undefined;
  const dense = text.replace(/[ \t\r\n]+/g, '');
  const isBase64 = dense.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(dense);
  return isBase64 ? Buffer.from(dense, 'base64') : undefined;
}

function attribute({ attributes }: ParsedElement, name: string): string | undefined {
  return attributes.find(({ local, namespace }) => local === name && namespace === '')?.value;
}

function isDs(element: ParsedElement, local: string): boolean {
  return element.local === local && element.namespace === signatureNamespace;
}
