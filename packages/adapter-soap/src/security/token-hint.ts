import type { KeyHint, ParsedElement } from '@polyrail/xml';
import { securityNamespace } from './vocabulary.ts';

/**
 * Follows a SecurityTokenReference: to the BinarySecurityToken that it names, or to the issuer and serial number in it. What
 * is found only chooses among keys that are trusted.
 */
export function tokenHint(hint: KeyHint, root: ParsedElement): KeyHint {
  const { tokenReference } = hint;
  if (tokenReference === undefined) return hint;
  const uri = find(tokenReference, 'Reference')?.attributes.find(({ local }) => local === 'URI')?.value;
  const token = uri === undefined ? undefined : find(root, 'BinarySecurityToken', uri.replace(/^#/, ''));
  const issuer = textOf(find(tokenReference, 'X509IssuerName'));
  const serialNumber = textOf(find(tokenReference, 'X509SerialNumber'));
  return {
    ...hint,
    ...(uri !== undefined && { certificates: [Buffer.from(textOf(token) ?? '', 'base64')] }),
    ...(issuer !== undefined && serialNumber !== undefined && { issuerSerial: { issuer, serialNumber } }),
  };
}

/** The first element of this name in an element, and with this id where one is given. */
function find(element: ParsedElement, local: string, id?: string): ParsedElement | undefined {
  const isToken = local !== 'BinarySecurityToken' || element.namespace === securityNamespace;
  const hasId = id === undefined || element.attributes.some((one) => one.local === 'Id' && one.value === id);
  if (element.local === local && isToken && hasId) return element;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : find(child, local, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(element: ParsedElement | undefined): string | undefined {
  const [text, ...others] = element?.children ?? [];
  return typeof text === 'string' && others.length === 0 ? text.trim() : undefined;
}
