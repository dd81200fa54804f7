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
  const signatures: ParsedElement[] = [];
  visit(root, (element) => {
    if (isSignature(element)) signatures.push(element);
  });
  const [signature, ...others] = signatures;
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
  const others = new Set(alsoIn.flatMap((path) => elementsOf(elementAt(root, path))));
  const places = parts.map(({ path }) => elementAt(root, path));
  const byId = elementsById(root, references);
  const covered = references.map((reference): CoveredPart => {
    const element = reference.uri === '' ? root : theOnly(byId.get(reference.uri));
    const by = reference.uri === '' ? 'document' : 'id';
    const part = parts.find((one, at) => one.by === by && places[at] === element);
    if (part === undefined && !others.has(element))
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

/**
 * The elements that each reference may mean. Ids are attributes of that name in any case and namespace: whatever someone may take
 * for one. They are looked for once, however many references there are.
 */
function elementsById(
  root: ParsedElement,
  references: readonly ReadReference[],
): ReadonlyMap<string, readonly ParsedElement[]> {
  const found = new Map<string, ParsedElement[]>();
  for (const { uri } of references) {
    if (uri === '') continue;
    if (!uri.startsWith('#') || !isNcName(uri.slice(1))) throw new SignatureRefused('reference_refused');
    found.set(uri, []);
  }
  if (found.size === 0) return found;
  visit(root, (element) => {
    for (const { local, value } of element.attributes) {
      const same = local.length === 2 && /^id$/i.test(local) ? found.get(`#${value}`) : undefined;
      if (same !== undefined && same.at(-1) !== element) same.push(element);
    }
  });
  return found;
}

function theOnly([element, ...others]: readonly ParsedElement[] = []): ParsedElement {
  if (others.length > 0) throw new SignatureRefused('id_repeated');
  if (element === undefined) throw new SignatureRefused('reference_missing');
  return element;
}

function isSignature({ local, namespace }: ParsedElement): boolean {
  return local === 'Signature' && namespace === dsNamespace;
}

/** Shows an element and all in it, in the order of the document. */
function visit(root: ParsedElement, see: (element: ParsedElement) => void): void {
  see(root);
  for (const child of root.children) if (typeof child !== 'string') visit(child, see);
}
