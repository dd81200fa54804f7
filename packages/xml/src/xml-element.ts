/** An expanded name with the prefix it was written with. `''`: no prefix, no namespace. */
export interface XmlName {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
}

/** An attribute that declares no namespace. Its value is normalised as XML says for attributes of type CDATA. */
export interface XmlAttribute extends XmlName {
  readonly value: string;
}

/** A namespace declaration: `xmlns="uri"` has the prefix `''`; `xmlns=""` has the URI `''`. */
export interface XmlNamespace {
  readonly prefix: string;
  readonly uri: string;
}

/** What is written: an element with its attributes, its own namespace declarations and its content in order. */
export interface XmlElement extends XmlName {
  readonly attributes: readonly XmlAttribute[];
  readonly declarations: readonly XmlNamespace[];
  /** Elements and texts. Two texts are never neighbours: CDATA and what stood around a comment are joined. */
  readonly children: readonly (XmlElement | string)[];
}

/** What was read: an element that knows its parent and where it stands in {@link XmlDocument.text}. */
export interface ParsedElement extends XmlElement {
  readonly children: readonly (ParsedElement | string)[];
  readonly parent: ParsedElement | undefined;
  /** Offset of its `<`, in UTF-16 code units. */
  readonly start: number;
  /** Offset behind its last `>`. */
  readonly end: number;
}

/** From the first to the last of some places, as offsets of tags and texts. */
export interface XmlSpan {
  readonly first: number;
  readonly last: number;
}

/** Where a document is written otherwise than a canonical form writes it; `undefined`: nowhere. */
export interface XmlDeviations {
  readonly exclusive: XmlSpan | undefined;
  /** C14N 1.0 and 1.1. */
  readonly inclusive: XmlSpan | undefined;
}

/** A document that passed the gate. */
export interface XmlDocument {
  readonly root: ParsedElement;
  /** The decoded text without a byte order mark: what offsets count in. */
  readonly text: string;
  /** There were comments. They are no part of the tree. */
  readonly hasComments: boolean;
  /** There were processing instructions. They are no part of the tree. */
  readonly hasInstructions: boolean;
  /** Outside of these places the text is its own canonical form. */
  readonly deviations: XmlDeviations;
}
