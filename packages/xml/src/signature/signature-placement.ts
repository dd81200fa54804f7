import type { ParsedElement } from '../xml-element.ts';
import type { Transform } from './algorithm.ts';

/** Elements from the root downwards, each as `{namespace}local` and the only one of its name beside its siblings. */
export type XmlPath = readonly string[];

/** A part of a document that a signature covers. */
export interface SignedPart {
  /** Names it in {@link SignatureVerdict}. */
  readonly name: string;
  /** Where it has to be. For `document` it is the name of the root alone. */
  readonly path: XmlPath;
  /** `document`: the reference is `URI=""`. `id`: it is `URI="#…"`, an attribute `Id` (`ID`, `id`, `wsu:Id`, `xml:id`). */
  readonly by: 'document' | 'id';
  /** Exactly these, in this order. Default `exclusive`, for `document` `enveloped-signature` before it. */
  readonly transforms?: readonly Transform[];
  /** It may be left uncovered, or be absent. Default false. */
  readonly isOptional?: boolean;
}

/** Where a signature stands, and exactly what it covers: the same for who signs and who verifies. */
export interface SignaturePlacement {
  /** The parent of `ds:Signature`. */
  readonly signatureIn: XmlPath;
  readonly parts: readonly SignedPart[];
}

export function transformsOf({ by, transforms }: Pick<SignedPart, 'by' | 'transforms'>): readonly Transform[] {
  return transforms ?? (by === 'document' ? ['enveloped-signature', 'exclusive'] : ['exclusive']);
}

/** The element at the end of the path; `undefined` where a step is missing or is there twice. */
export function elementAt(root: ParsedElement, [first, ...steps]: XmlPath): ParsedElement | undefined {
  let element: ParsedElement | undefined = first !== undefined && isNamed(root, first) ? root : undefined;
  for (const step of steps) {
    const found: readonly ParsedElement[] = elementsOf(element).filter((child) => isNamed(child, step));
    element = found.length === 1 ? found[0] : undefined;
  }
  return element;
}

export function elementsOf(element: ParsedElement | undefined): readonly ParsedElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string');
}

function isNamed({ namespace, local }: ParsedElement, name: string): boolean {
  return name.endsWith(local) && name === `{${namespace}}${local}`;
}
