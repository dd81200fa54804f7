import { DOMParser } from '@xmldom/xmldom';
import { ENVELOPE, WSSE } from './vocabulary.ts';

/** A request as its parts. */
export interface ReadRequest {
  readonly document: Document;
  readonly security: Element;
}

/** Reads an envelope with exactly one Security header and one Body. `undefined`: it is none. */
export function readRequest(xml: string): ReadRequest | undefined {
  const document = parsed(xml);
  const root = document?.documentElement;
  if (!document || document.doctype || !root || !isNamed(root, ENVELOPE, 'Envelope')) return undefined;
  const [header, ...headers] = childrenOf(root, ENVELOPE, 'Header');
  const [security, ...others] = header ? childrenOf(header, WSSE, 'Security') : [];
  const isWhole = headers.length + others.length === 0 && childrenOf(root, ENVELOPE, 'Body').length === 1;
  return security && isWhole ? { document, security } : undefined;
}

/** The root of a text that was canonical XML. */
export function rootOf(xml: string): Element | undefined {
  return parsed(xml)?.documentElement;
}

/** The children of this name. */
export function childrenOf(parent: Element, namespace: string, name: string): readonly Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => isNamed(node, namespace, name));
}

/** The text of the only child of this name; empty where there is none. */
export function textOf(parent: Element, namespace: string, name: string): string {
  const [child, ...others] = childrenOf(parent, namespace, name);
  return others.length > 0 ? '' : (child?.textContent?.trim() ?? '');
}

export function isNamed(node: Node, namespace: string, name: string): boolean {
  return node.nodeType === 1 && 'localName' in node && node.localName === name && namespaceOf(node) === namespace;
}

function namespaceOf(node: Node): unknown {
  return 'namespaceURI' in node ? node.namespaceURI : undefined;
}

function parsed(xml: string): Document | undefined {
  const refuse = (message: string): never => {
    throw new SyntaxError(message);
  };
  try {
    const errorHandler = { warning: refuse, error: refuse, fatalError: refuse };
    return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml');
  } catch {
    return undefined;
  }
}
