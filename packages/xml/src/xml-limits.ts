/** Bounds of a document. Beyond one of them it is refused before it costs more. */
export interface XmlLimits {
  /** Bytes of the document, or UTF-16 code units of a string. */
  readonly bytes: number;
  /** Elements inside each other. */
  readonly depth: number;
  /** Elements in all. */
  readonly elements: number;
  /** Attributes of one element, namespace declarations included. */
  readonly attributes: number;
  /** Namespace declarations in force at one element. */
  readonly namespaces: number;
  /** Characters of one text or of one attribute value. */
  readonly text: number;
}

export const defaultXmlLimits: XmlLimits = {
  bytes: 1_048_576,
  depth: 64,
  elements: 50_000,
  attributes: 64,
  namespaces: 128,
  text: 262_144,
};
