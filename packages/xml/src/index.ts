export { attributeValue, characterData } from './canonical-text.ts';
export { type CanonicalMethod, type CanonicalOptions, canonicalize } from './canonicalize.ts';
export { type ReadXmlOptions, readXml, type XmlReading } from './read-xml.ts';
export { type Surroundings, surroundingsOf } from './surroundings.ts';
export { type ElementMaker, vocabulary } from './vocabulary.ts';
export type { ParsedElement, XmlAttribute, XmlDocument, XmlElement, XmlName, XmlNamespace } from './xml-element.ts';
export type { XmlIssue, XmlIssueCode } from './xml-issue.ts';
export { defaultXmlLimits, type XmlLimits } from './xml-limits.ts';
export type { XmlPolicy } from './xml-reader.ts';
