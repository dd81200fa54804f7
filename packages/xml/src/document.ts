// Documents without signatures: for who has to start fast, and signs elsewhere.
export { characterData } from './canonical-text.ts';
export { canonicalize } from './canonicalize.ts';
export { codeUnitsReader } from './code-units.ts';
export { readXml } from './read-xml.ts';
export type { ParsedElement, XmlElement } from './xml-element.ts';
export type { XmlIssueCode } from './xml-issue.ts';
