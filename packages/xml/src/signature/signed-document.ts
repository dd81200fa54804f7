import type { ParsedElement, XmlDocument } from '../xml-element.ts';
import { isNcName } from '../xml-names.ts';
import { dsNamespace } from './algorithm.ts';
import type { ReadReference } from './read-signature.ts';
import {
  elementAt,
  elementsOf,
  type SignaturePlacement,
  type SignedPart,
  transformsOf,
} from './signature-placement.ts';
import { SignatureRefused } from './signature-refusal.ts';
import type { SignaturePolicy } from './verify-xml.ts';

/** A reference, the part of the policy that it is (none for what may be covered as well), and the element that it covers. */
export interface CoveredPart {
  readonly part: SignedPart | undefined;
  readonly reference: ReadReference;
  readonly element: ParsedElement;
}

/** The one signature of a document, at its place. @throws SignatureRefused */
export function locateSignature({ root }: XmlDocument, { signatureIn }: SignaturePlacement): ParsedElement {
  const [signature, ...others] = elementsIn(root, isSignature);
  if (signature === undefined) throw new SignatureRefused('signature_missing');
  if (others.length > 0) throw new SignatureRefused('signature_repeated');
  const parent = elementAt(root, signatureIn);
  if (parent === undefined || signature.parent !== parent) throw new SignatureRefused('signature_misplaced');
  return signature;
}

/**
 * Finds the part of each reference: each part once, every part that is not optional, and nothing else but the children of
 * `alsoIn`.
 *
 * @throws SignatureRefused
 */
export function matchReferences(
  { root }: XmlDocument,
  { parts, alsoIn = [] }: Pick<SignaturePolicy, 'parts' | 'alsoIn'>,
  references: readonly ReadReference[],
): readonly CoveredPart[] {
  const others = alsoIn.flatMap((path) => elementsOf(elementAt(root, path)));
  const covered = references.map((reference): CoveredPart => {
    const element = reference.uri === '' ? root : elementById(root, reference.uri);
    const by = reference.uri === '' ? 'document' : 'id';
    const part = parts.find((one) => one.by === by && elementAt(root, one.path) === element);
    if (part === undefined && !others.includes(element))
      throw new SignatureRefused(parts.some((one) => one.by === by) ? 'part_misplaced' : 'reference_unexpected');
    if (transformsOf(part ?? { by }).join() !== reference.transforms.join())
      throw new SignatureRefused('transform_refused');
    return { part, reference, element };
  });
  const found = new Set(covered.map(({ part, element }) => part ?? element));
  if (found.size < covered.length) throw new SignatureRefused('reference_unexpected');
  if (parts.some((part) => !part.isOptional && !found.has(part))) throw new SignatureRefused('reference_missing');
  return covered;
}

/** The only element with this id. Ids are attributes of that name in any case and namespace: whatever someone may take for one. */
function elementById(root: ParsedElement, uri: string): ParsedElement {
  const id = uri.slice(1);
  if (!uri.startsWith('#') || !isNcName(id)) throw new SignatureRefused('reference_refused');
  const found = elementsIn(root, ({ attributes }) =>
    attributes.some(({ local, value }) => value === id && /^id$/i.test(local)),
  );
  if (found.length > 1) throw new SignatureRefused('id_repeated');
  const [element] = found;
  if (element === undefined) throw new SignatureRefused('reference_missing');
  return element;
}

function isSignature({ local, namespace }: ParsedElement): boolean {
  return local === 'Signature' && namespace === dsNamespace;
}

/** An element and all in it, as far as they are wanted. */
function elementsIn(
  root: ParsedElement,
  isWanted: (element: ParsedElement) => boolean,
  found: ParsedElement[] = [],
): readonly ParsedElement[] {
  if (isWanted(root)) found.push(root);
  for (const child of root.children) if (typeof child !== 'string') elementsIn(child, isWanted, found);
  return found;
}
