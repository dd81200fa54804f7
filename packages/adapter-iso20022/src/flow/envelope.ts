import { canonicalize, type ParsedElement, readXml } from '@polyrail/xml';
import type { EnvelopeKind } from '../profile/network-profile.ts';

/** The texts of a header and of the document that travels with it. */
export interface EnvelopeParts {
  /** `AppHdr`. Absent where messages travel without one. */
  readonly header: string | undefined;
  /** `Document`. */
  readonly document: string;
}

/** Puts a header and a document together. Both are canonical, and so is what comes out. */
export function wrap(envelope: EnvelopeKind, { header = '', document }: EnvelopeParts): string {
  switch (envelope.kind) {
    case 'none':
      return document;
    case 'business_message':
      return `<BizMsgEnvlp xmlns="${envelope.namespace}"><Hdr>${header}</Hdr><Doc>${document}</Doc></BizMsgEnvlp>`;
    case 'network':
      return `<${envelope.root} xmlns="${envelope.namespace}">${header}${document}</${envelope.root}>`;
  }
}

/**
 * Takes header and document out of an envelope. What comes out still has to be read by the schema.
 *
 * @param text a whole message, in canonical form or not
 * @returns `undefined` when it is not the envelope of the network
 */
export function unwrap(envelope: EnvelopeKind, text: string): EnvelopeParts | undefined {
  if (envelope.kind === 'none') return { header: undefined, document: text };
  return (
    (envelope.kind === 'business_message' && unwrapCanonical(envelope.namespace, text)) || unwrapTree(envelope, text)
  );
}

/** The form that {@link wrap} writes. Wherever it is cut, both halves have to be whole elements to be read afterwards. */
function unwrapCanonical(namespace: string, text: string): EnvelopeParts | undefined {
  const [opening, middle, closing] = [`<BizMsgEnvlp xmlns="${namespace}"><Hdr>`, '</Hdr><Doc>', '</Doc></BizMsgEnvlp>'];
  const cut = text.indexOf(middle);
  if (cut < 0 || !text.startsWith(opening) || !text.endsWith(closing)) return undefined;
  return {
    header: text.slice(opening.length, cut),
    document: text.slice(cut + middle.length, -closing.length),
  };
}

function unwrapTree(envelope: Exclude<EnvelopeKind, { kind: 'none' }>, text: string): EnvelopeParts | undefined {
  const reading = readXml(text);
  if (reading.kind === 'refused') return undefined;
  const { root } = reading.document;
  const isRoot = root.namespace === envelope.namespace;
  const found =
    envelope.kind === 'network'
      ? isRoot && root.local === envelope.root && pair(childrenOf(root))
      : isRoot &&
        root.local === 'BizMsgEnvlp' &&
        pair(childrenOf(root).flatMap((child) => inside(child, envelope.namespace)));
  return found ? { header: canonicalize(found[0]), document: canonicalize(found[1]) } : undefined;
}

function inside(element: ParsedElement, namespace: string): readonly ParsedElement[] {
  const isPlace = element.namespace === namespace && (element.local === 'Hdr' || element.local === 'Doc');
  return isPlace ? childrenOf(element) : [];
}

function pair(elements: readonly ParsedElement[]): readonly [ParsedElement, ParsedElement] | undefined {
  const [header, document, ...more] = elements;
  const isPair = header?.local === 'AppHdr' && document?.local === 'Document' && more.length === 0;
  return isPair ? [header, document] : undefined;
}

function childrenOf({ children }: ParsedElement): readonly ParsedElement[] {
  return children.filter((child) => typeof child !== 'string');
}
