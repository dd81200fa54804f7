import { canonicalize, type ParsedElement, readXml } from '@polyrail/xml';
import type { MessageId } from '../model/message-types.ts';
import type { EnvelopeKind } from '../profile/network-profile.ts';
import { type EnvelopeParts, elementFor, elementsIn } from './envelope-parts.ts';
import { unwrapOneNamespace, wrapInOneNamespace } from './one-namespace-envelope.ts';
import { unwrapReplacing, wrapReplacing } from './replacing-envelope.ts';

type NetworkEnvelope = Extract<EnvelopeKind, { kind: 'network' }>;

/**
 * Puts a header and a document together. Both are canonical, and so is what comes out.
 *
 * @param messageName such as `pacs.008.001.08`
 * @throws PolyrailError `configuration_invalid` for a message that the envelope has no place for
 */
export function wrap(envelope: EnvelopeKind, parts: EnvelopeParts, messageName: string): string {
  const { header = '', document } = parts;
  switch (envelope.kind) {
    case 'none':
      return document;
    case 'business_message':
      return `<BizMsgEnvlp xmlns="${envelope.namespace}"><Hdr>${header}</Hdr><Doc>${document}</Doc></BizMsgEnvlp>`;
    case 'network': {
      const wrapper = envelope.wrappers && elementFor(envelope.wrappers, messageName);
      const names = [envelope.list, wrapper].filter((name) => name !== undefined);
      const content = names.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, header + document);
      return `<${envelope.root} xmlns="${envelope.namespace}">${content}</${envelope.root}>`;
    }
    case 'replacing':
      return wrapReplacing(envelope, parts, messageName);
    case 'one_namespace':
      return wrapInOneNamespace(envelope, parts, messageName);
  }
}

/**
 * Takes header and document out of an envelope of the network. What comes out still has to be read by the schema.
 *
 * @param text a whole message, in canonical form or not
 * @param header the version of the header, where the envelope does not say it
 * @returns `undefined` when it is not the envelope of the network
 */
export function unwrap(
  envelope: EnvelopeKind,
  text: string,
  header: MessageId = 'head.001.001.01',
): EnvelopeParts | undefined {
  switch (envelope.kind) {
    case 'none':
      return { header: undefined, document: text };
    case 'network':
      return unwrapTree(text, (root) => insideNetwork(envelope, root));
    case 'business_message':
      return (
        unwrapCanonical(envelope.namespace, text) ??
        unwrapTree(text, (root) => insideBusinessMessage(envelope.namespace, root))
      );
    default: {
      const reading = readXml(text);
      if (reading.kind !== 'read') return undefined;
      const { root } = reading.document;
      return envelope.kind === 'replacing'
        ? unwrapReplacing(envelope, root)
        : unwrapOneNamespace(envelope, root, header);
    }
  }
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

function unwrapTree(
  text: string,
  inside: (root: ParsedElement) => readonly ParsedElement[] | undefined,
): EnvelopeParts | undefined {
  const reading = readXml(text);
  const [header, document, ...more] = (reading.kind === 'read' && inside(reading.document.root)) || [];
  if (header?.local !== 'AppHdr' || document?.local !== 'Document' || more.length > 0) return undefined;
  return { header: canonicalize(header), document: canonicalize(document) };
}

function insideBusinessMessage(namespace: string, root: ParsedElement): readonly ParsedElement[] | undefined {
  if (!isNamed(root, namespace, 'BizMsgEnvlp')) return undefined;
  const [header, document, ...more] = elementsIn(root);
  const isPair = isNamed(header, namespace, 'Hdr') && isNamed(document, namespace, 'Doc') && more.length === 0;
  return isPair ? [...elementsIn(header), ...elementsIn(document)] : undefined;
}

function insideNetwork(envelope: NetworkEnvelope, root: ParsedElement): readonly ParsedElement[] | undefined {
  const { root: name, list, namespace } = envelope.received ?? envelope;
  if (!isNamed(root, namespace, name)) return undefined;
  let elements = elementsIn(root);
  if (list !== undefined) elements = onlyOne(elements, (child) => isNamed(child, namespace, list));
  if (envelope.wrappers === undefined) return elements;
  const names = Object.values(envelope.wrappers);
  return onlyOne(elements, (child) => child.namespace === namespace && names.includes(child.local));
}

/** The children of the only element, where it is the one that is expected. */
function onlyOne(
  elements: readonly ParsedElement[],
  isExpected: (element: ParsedElement) => boolean,
): readonly ParsedElement[] {
  const [element, ...more] = elements;
  return element !== undefined && more.length === 0 && isExpected(element) ? elementsIn(element) : [];
}

function isNamed(element: ParsedElement | undefined, namespace: string, local: string): element is ParsedElement {
  return element?.namespace === namespace && element.local === local;
}
