import { PolyrailError } from '@polyrail/core/provider';
import type { ParsedElement } from '@polyrail/xml';
import { isMessageId, namespaceOf } from '../model/message-id.ts';
import type { MessageId } from '../model/message-types.ts';
import type { EnvelopeKind } from '../profile/network-profile.ts';
import { elementInOneNamespace } from './element-in-one-namespace.ts';
import { contentOf, type EnvelopeParts, elementsIn } from './envelope-parts.ts';

type OneNamespace = Extract<EnvelopeKind, { kind: 'one_namespace' }>;

/** Puts a header and a document into the namespace of their envelope. */
export function wrapInOneNamespace(
  { root, namespaces }: OneNamespace,
  { header = '', document }: EnvelopeParts,
  messageName: string,
): string {
  const namespace = isMessageId(messageName) ? namespaces[messageName] : undefined;
  if (namespace === undefined)
    throw new PolyrailError('configuration_invalid', `the network has no namespace for ${messageName}`);
  const parts = `<AppHdr>${contentOf(header)}</AppHdr><Document>${contentOf(document)}</Document>`;
  return `<${root} xmlns="${namespace}">${parts}</${root}>`;
}

/** Header and document in the namespaces of ISO 20022; `undefined` when it is not the envelope of the network. */
export function unwrapOneNamespace(
  { root: name, namespaces }: OneNamespace,
  root: ParsedElement,
  headerId: MessageId,
): EnvelopeParts | undefined {
  const { namespace } = root;
  const [id] = Object.entries(namespaces).find(([, known]) => known === namespace) ?? [];
  const [header, document, ...more] = elementsIn(root);
  if (root.local !== name || id === undefined || !isMessageId(id) || more.length > 0) return undefined;
  const appHdr = header && elementInOneNamespace(header, namespace);
  const content = document && elementInOneNamespace(document, namespace);
  if (!appHdr?.startsWith('<AppHdr>') || !content?.startsWith('<Document>')) return undefined;
  return { header: declared(appHdr, headerId), document: declared(content, id) };
}

function declared(xml: string, id: MessageId): string {
  return xml.replace('>', ` xmlns="${namespaceOf(id)}">`);
}
