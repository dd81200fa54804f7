import type { HttpResponse } from '@polyrail/http';
import { type ParsedElement, readXml } from '@polyrail/xml';
import { envelopeNamespaces, type SoapVersion } from './soap-version.ts';

/** What is known of who wrote an answer. */
export type SecurityVerdict =
  /** Nothing is demanded of it. */
  | { readonly kind: 'not_required' }
  /** The provider signed this Body: it is read from the very text that was verified. */
  | { readonly kind: 'verified'; readonly body: ParsedElement }
  /** It should have been signed, and is not, or not well. */
  | { readonly kind: 'refused'; readonly reason: string };

/** An answer as the transport of a SOAP provider hands it on. */
export interface SoapResponse {
  readonly http: HttpResponse;
  readonly security: SecurityVerdict;
}

/** An answer of which no signature is demanded: what a test of a provider passes in. */
export function soapResponse(http: HttpResponse): SoapResponse {
  return { http, security: { kind: 'not_required' } };
}

const xmlType = /^(text\/xml|application\/soap\+xml|application\/xml)(\s*;|\s*$)/i;

/** An envelope that was read: its Header, if there is one, and its Body. */
export interface ReadEnvelope {
  readonly header: ParsedElement | undefined;
  readonly body: ParsedElement;
}

/**
 * Reads an envelope: well-formed XML within the limits, one Envelope with at most one Header and then one Body. In words
 * why there is none, where there is none.
 */
export function readEnvelope(http: HttpResponse, version: SoapVersion): ReadEnvelope | string {
  const contentType = http.header('content-type') ?? '';
  if (/^multipart\//i.test(contentType)) return 'it has attachments, and this provider declares none';
  if (!xmlType.test(contentType)) return 'it is no XML by its content type';
  const reading = readXml(http.body);
  if (reading.kind === 'refused') return `its XML is refused: ${reading.issue.code}`;
  const { root } = reading.document;
  const namespace = envelopeNamespaces[version];
  if (root.local !== 'Envelope' || root.namespace !== namespace) return `it is no envelope of SOAP ${version}`;
  const parts = elementsOf(root);
  const header = parts[0]?.local === 'Header' ? parts[0] : undefined;
  const [body, ...others] = header === undefined ? parts : parts.slice(1);
  const isWhole = body?.local === 'Body' && [header ?? body, body].every((part) => part.namespace === namespace);
  return isWhole && others.length === 0 ? { header, body } : 'its envelope has not exactly one Body';
}

/** The only element of a Body. `undefined` where there is none, more than one, or text beside it. */
export function contentOf(body: ParsedElement): ParsedElement | undefined {
  const hasText = body.children.some((child) => typeof child === 'string' && /[^ \t\r\n]/.test(child));
  const [content, ...others] = elementsOf(body);
  return hasText || others.length > 0 ? undefined : content;
}

/** The elements among the children. */
export function elementsOf({ children }: ParsedElement): ParsedElement[] {
  return children.filter((child) => typeof child !== 'string');
}
