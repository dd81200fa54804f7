import type { KeyHint, ParsedElement } from '@polyrail/xml';
import { securityNamespace } from './vocabulary.ts';

/**
 * Follows a SecurityTokenReference: to the BinarySecurityToken that it names, or to what it says of the certificate itself.
 * What is found only chooses among keys that are trusted.
 */
export function tokenHint(hint: KeyHint, root: ParsedElement): KeyHint {
  const { tokenReference } = hint;
  if (tokenReference === undefined) return hint;
  const uri = attributeOf(find(tokenReference, 'Reference'), 'URI');
  const identifier = find(tokenReference, 'KeyIdentifier');
  const issuer = textOf(find(tokenReference, 'X509IssuerName'));
  const serialNumber = textOf(find(tokenReference, 'X509SerialNumber'));
  return {
    ...hint,
    ...(identifier && namedBy(identifier)),
    ...(uri !== undefined && namedBy(find(root, 'BinarySecurityToken', uri.replace(/^#/, '')))),
    ...(issuer !== undefined && serialNumber !== undefined && { issuerSerial: { issuer, serialNumber } }),
  };
}

/** What a KeyIdentifier or a BinarySecurityToken says of the certificate. Other kinds, such as a path of some, say nothing. */
function namedBy(element: ParsedElement | undefined): Partial<KeyHint> {
  const value = Buffer.from(textOf(element) ?? '', 'base64');
  switch (attributeOf(element, 'ValueType')?.replace(/.*#/, '') ?? 'X509v3') {
    case 'X509v3':
      return { certificates: [value] };
    case 'X509SubjectKeyIdentifier':
      return { subjectKeyIdentifier: value };
    case 'ThumbprintSHA1':
      return { thumbprint: value };
    default:
      return {};
  }
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

function attributeOf(element: ParsedElement | undefined, local: string): string | undefined {
  return element?.attributes.find((attribute) => attribute.local === local)?.value;
}
