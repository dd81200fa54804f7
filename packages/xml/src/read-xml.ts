import type { XmlDocument } from './xml-element.ts';
import { issueAt, type XmlIssue, XmlRefusal } from './xml-issue.ts';
import { defaultXmlLimits, type XmlLimits } from './xml-limits.ts';
import { type XmlPolicy, XmlReader } from './xml-reader.ts';
import { decodeXmlText } from './xml-text.ts';

/** How a document is read. What is not given has its default. */
export interface ReadXmlOptions extends Partial<XmlPolicy> {
  readonly limits?: Partial<XmlLimits>;
}

export type XmlReading =
  | { readonly kind: 'read'; readonly document: XmlDocument }
  | { readonly kind: 'refused'; readonly issue: XmlIssue };

/**
 * The gate and the one parse: XML 1.0 (fifth edition) with namespaces, in UTF-8, without DOCTYPE and so without entities
 * but the five of XML. Whatever is not well-formed, or is beyond a limit, is refused with its place; nothing is repaired.
 *
 * @see https://www.w3.org/TR/xml/
 * @see https://www.w3.org/TR/xml-names/
 */
export function readXml(source: Uint8Array | string, options: ReadXmlOptions = {}): XmlReading {
  const limits = { ...defaultXmlLimits, ...options.limits };
  const policy = { comments: options.comments ?? 'ignored', instructions: options.instructions ?? 'refused' };
  if (source.length > limits.bytes) return { kind: 'refused', issue: { code: 'too_large', line: 1, column: 1 } };
  try {
    const text = decodeXmlText(source);
    return { kind: 'read', document: new XmlReader(text, limits, policy).read() };
  } catch (refusal) {
    if (!(refusal instanceof XmlRefusal)) throw refusal;
    return { kind: 'refused', issue: issueAt(refusal.code, legibly(source), refusal.offset) };
  }
}

/** The text that offsets count in, whether or not its bytes are UTF-8. */
function legibly(source: Uint8Array | string): string {
  return Buffer.from(source)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}
