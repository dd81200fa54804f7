import type { ParsedElement } from '@polyrail/xml';
import type { EnvelopeKind } from '../profile/network-profile.ts';
import { elementInOneNamespace } from './element-in-one-namespace.ts';
import { contentOf, type EnvelopeParts, elementFor, elementsIn } from './envelope-parts.ts';

type Replacing = Extract<EnvelopeKind, { kind: 'replacing' }>;

/**
 * Puts the content of a header and of a document into elements of the network. Such networks write the time of the header
 * without the `Z` that its schema demands.
 */
export function wrapReplacing(
  envelope: Replacing,
  { header = '', document }: EnvelopeParts,
  messageName: string,
): string {
  const { namespace, root } = envelope;
  const element = elementFor(envelope.elements, messageName);
  const head = inDeclaredElements(header).replace('Z</CreDt>', '</CreDt>');
  return `<${root} xmlns="${namespace}"><AppHdr>${head}</AppHdr><${element}>${inDeclaredElements(document)}</${element}></${root}>`;
}

/** The content of a canonical element: each outermost element declares the namespace that its parent declared. */
function inDeclaredElements(xml: string): string {
  const [declaration = ''] = / xmlns="[^"]*"/.exec(xml) ?? [];
  let depth = 0;
  return contentOf(xml).replace(/<\/?[^\s>]+/g, (tag) => {
    depth += tag.startsWith('</') ? -1 : 1;
    return depth === 1 && !tag.startsWith('</') ? tag + declaration : tag;
  });
}

/** The header and the document that elements of the network hold; `undefined` when it is not that envelope. */
export function unwrapReplacing(
  { namespace, root: name, elements }: Replacing,
  root: ParsedElement,
): EnvelopeParts | undefined {
  if (root.namespace !== namespace || root.local !== name) return undefined;
  const [header, content, ...more] = elementsIn(root);
  if (header?.local !== 'AppHdr' || content === undefined || more.length > 0) return undefined;
  if (!Object.values(elements).includes(content.local)) return undefined;
  if (header.namespace !== namespace || content.namespace !== namespace) return undefined;
  const document = rewritten('Document', content);
  const appHdr = rewritten('AppHdr', header)?.replace(/(T[\d:.]+)(?=<\/CreDt>)/, '$1Z');
  return appHdr === undefined || document === undefined ? undefined : { header: appHdr, document };
}

function rewritten(name: string, element: ParsedElement): string | undefined {
  const children = elementsIn(element);
  const namespace = children[0]?.namespace ?? '';
  let text = `<${name} xmlns="${namespace}">`;
  for (const child of children) {
    if (child.local === 'Sgntr') continue;
    const inner = elementInOneNamespace(child, namespace);
    if (inner === undefined) return undefined;
    text += inner;
  }
  return `${text}</${name}>`;
}
