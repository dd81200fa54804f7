import { PolyrailError } from '@polyrail/core/provider';
import { canonicalize, type ParsedElement, readXml } from '@polyrail/xml';
import type { EnvelopeKind } from '../profile/network-profile.ts';

/** The texts of a header and of the document that travels with it. */
export interface EnvelopeParts {
  /** `AppHdr`. Absent where messages travel without one. */
  readonly header: string | undefined;
  /** `Document`. */
  readonly document: string;
}

type NetworkEnvelope = Extract<EnvelopeKind, { kind: 'network' }>;

/**
 * Puts a header and a document together. Both are canonical, and so is what comes out.
 *
 * @param messageName such as `pacs.008.001.08`
 * @throws PolyrailError `configuration_invalid` for an envelope that is not written here
 */
export function wrap(envelope: EnvelopeKind, { header = '', document }: EnvelopeParts, messageName: string): string {
  switch (envelope.kind) {
    case 'none':
      return document;
    case 'business_message':
      return `<BizMsgEnvlp xmlns="${envelope.namespace}"><Hdr>${header}</Hdr><Doc>${document}</Doc></BizMsgEnvlp>`;
    case 'network': {
      if (envelope.replacesDocument)
        throw new PolyrailError(
          'configuration_invalid',
          'an envelope whose elements replace Document is not written here',
        );
      const names = [envelope.list, wrapperOf(envelope, messageName)].filter((name) => name !== undefined);
      const content = names.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, header + document);
      const namespace = namespaceOf(envelope.namespace, messageName);
      return `<${envelope.root} xmlns="${namespace}">${content}</${envelope.root}>`;
    }
  }
}

/** The element around the parts of a message; `undefined` where the network has none. */
function wrapperOf({ wrappers }: NetworkEnvelope, messageName: string): string | undefined {
  if (wrappers === undefined) return undefined;
  const wrapper = wrappers[messageName.replace(/\.\d\d$/, '')];
  if (wrapper === undefined)
    throw new PolyrailError('configuration_invalid', `the network has no element for ${messageName}`);
  return wrapper;
}

function namespaceOf(namespace: string, messageName: string): string {
  return namespace.replace('{definition}', messageName.slice(0, 'pacs.008'.length));
}

/**
 * Takes header and document out of an envelope of the network. What comes out still has to be read by the schema.
 *
 * @param text a whole message, in canonical form or not
 * @returns `undefined` when it is not the envelope of the network
 */
export function unwrap(envelope: EnvelopeKind, text: string): EnvelopeParts | undefined {
  if (envelope.kind === 'none') return { header: undefined, document: text };
  if (envelope.kind === 'network') return unwrapTree(text, (root) => insideNetwork(envelope, root));
  return (
    unwrapCanonical(envelope.namespace, text) ??
    unwrapTree(text, (root) => insideBusinessMessage(envelope.namespace, root))
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
  const [header, document, ...more] = childrenOf(root);
  const isPair = isNamed(header, namespace, 'Hdr') && isNamed(document, namespace, 'Doc') && more.length === 0;
  return isPair ? [...childrenOf(header), ...childrenOf(document)] : undefined;
}

function insideNetwork(envelope: NetworkEnvelope, root: ParsedElement): readonly ParsedElement[] | undefined {
  const { root: name, list, namespace: pattern } = envelope.received ?? envelope;
  const { namespace } = root;
  if (root.local !== name || !isNamespace(pattern, namespace)) return undefined;
  let elements = childrenOf(root);
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
  return element !== undefined && more.length === 0 && isExpected(element) ? childrenOf(element) : [];
}

function isNamed(element: ParsedElement | undefined, namespace: string, local: string): element is ParsedElement {
  return element?.namespace === namespace && element.local === local;
}

/** `{definition}` in a namespace stands for any message. */
function isNamespace(pattern: string, namespace: string): boolean {
  const [before = '', after] = pattern.split('{definition}');
  if (after === undefined) return namespace === pattern;
  return (
    namespace.startsWith(before) && namespace.endsWith(after) && /^[a-z0-9./]*$/.test(namespace.slice(before.length))
  );
}

function childrenOf({ children }: ParsedElement): readonly ParsedElement[] {
  return children.filter((child) => typeof child !== 'string');
}
