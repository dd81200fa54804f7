import { PolyrailError } from '@polyrail/core/provider';
import { canonicalize } from '../canonicalize.ts';
import { type ReadXmlOptions, readXml } from '../read-xml.ts';
import { surroundingsOf, surroundingsWithin } from '../surroundings.ts';
import type { ParsedElement, XmlDocument } from '../xml-element.ts';
import { canonicalMethodOf } from './algorithm.ts';
import { elementAt, type SignaturePlacement, type SignedPart, transformsOf } from './signature-placement.ts';
import { type CanonicalReference, type SignatureRequest, writeSignature } from './write-signature.ts';

/** How a document is signed. */
export interface SignXmlOptions extends Omit<SignatureRequest, 'references' | 'surroundings'>, SignaturePlacement {
  /** Default: the limits of {@link readXml}. */
  readonly limits?: ReadXmlOptions['limits'];
}

/**
 * Signs a document that someone else wrote: the signature becomes the last child of the element where it belongs, and not
 * another byte changes. Who writes canonical text has no need to parse it again: {@link writeSignature}.
 *
 * @throws PolyrailError `command_invalid` unless the document can be read and has its parts, each `id` part with an id
 */
export function signXml(source: Uint8Array | string, options: SignXmlOptions): string {
  const reading = readXml(source, { limits: options.limits ?? {}, comments: 'refused' });
  if (reading.kind === 'refused') throw invalid('the document cannot be signed as it is');
  const { document } = reading;
  const parent = elementAt(document.root, options.signatureIn);
  if (parent === undefined) throw invalid('the document has no place for its signature');
  const references = options.parts.flatMap((part) => referenceTo(part, document));
  const signature = writeSignature({ ...options, references, surroundings: surroundingsWithin(parent) });
  return insertLast(document, parent, signature);
}

function referenceTo(part: SignedPart, { root }: XmlDocument): readonly CanonicalReference[] {
  const element = elementAt(root, part.path);
  if (element === undefined && part.isOptional) return [];
  const id = element?.attributes.find(({ local }) => /^id$/i.test(local))?.value;
  const uri = part.by === 'document' ? '' : `#${id}`;
  if (element === undefined || (part.by === 'id' && id === undefined))
    throw invalid(`the document has no ${part.name}`);
  const transforms = transformsOf(part);
  const options = { method: canonicalMethodOf(transforms), surroundings: surroundingsOf(element) };
  return [{ uri, transforms, canonical: canonicalize(element, options) }];
}

function insertLast({ text }: XmlDocument, { start, end, prefix, local }: ParsedElement, inserted: string): string {
  const name = prefix === '' ? local : `${prefix}:${local}`;
  if (text[end - 2] === '/' && text.lastIndexOf('<', end - 1) === start)
    return `${text.slice(0, end - 2)}>${inserted}</${name}>${text.slice(end)}`;
  const endTag = text.lastIndexOf('</', end - 1);
  return text.slice(0, endTag) + inserted + text.slice(endTag);
}

function invalid(message: string): PolyrailError {
  return new PolyrailError('command_invalid', message);
}
