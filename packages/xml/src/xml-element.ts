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

/** A document that passed the gate. */
export interface XmlDocument {
  readonly root: ParsedElement;
  /** The decoded text without a byte order mark: what offsets count in. */
  readonly text: string;
  /** There were comments. They are no part of the tree. */
  readonly hasComments: boolean;
  /** There were processing instructions. They are no part of the tree. */
  readonly hasInstructions: boolean;
}
