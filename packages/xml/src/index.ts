export { attributeValue, characterData } from './canonical-text.ts';
export { type CanonicalMethod, type CanonicalOptions, canonicalize } from './canonicalize.ts';
export { type ReadXmlOptions, readXml, type XmlReading } from './read-xml.ts';
export type { DigestAlgorithm, SignatureAlgorithm, Transform } from './signature/algorithm.ts';
export { ds, type KeyHint, x509Data } from './signature/key-info.ts';
export { type KeyRing, keyRing, type RingKey, type TrustedKey } from './signature/key-ring.ts';
export { type SignCanonicalOptions, signCanonical } from './signature/sign-canonical.ts';
export { type SignXmlOptions, signXml } from './signature/sign-xml.ts';
export type { SignaturePlacement, SignedPart, XmlPath } from './signature/signature-placement.ts';
export type { KeyRefusal, SignatureRefusal, SignatureVerdict } from './signature/signature-refusal.ts';
export { type SignaturePolicy, verifyXml } from './signature/verify-xml.ts';
export {
  type CanonicalReference,
  type ReferenceForm,
  type SignatureForm,
  type SignatureRequest,
  type SigningKey,
  signatureWriter,
  writeSignature,
} from './signature/write-signature.ts';
export { type Surroundings, surroundingsOf, surroundingsWithin } from './surroundings.ts';
export { type ElementMaker, vocabulary } from './vocabulary.ts';
export type {
  ParsedElement,
  XmlAttribute,
  XmlDeviations,
  XmlDocument,
  XmlElement,
  XmlName,
  XmlNamespace,
  XmlSpan,
} from './xml-element.ts';
export type { XmlIssue, XmlIssueCode } from './xml-issue.ts';
export { defaultXmlLimits, type XmlLimits } from './xml-limits.ts';
export type { XmlPolicy } from './xml-reader.ts';
