import { hash } from 'node:crypto';
import { canonicalAsWritten, elementAsWritten } from '../canonical-as-written.ts';
import { type CanonicalOptions, canonicalizeWithin } from '../canonicalize.ts';
import { type ReadXmlOptions, readXml } from '../read-xml.ts';
import { noSurroundings, surroundingsOf } from '../surroundings.ts';
import type { ParsedElement, XmlDocument } from '../xml-element.ts';
import { canonicalMethodOf } from './algorithm.ts';
import { isConfirmedByXmlCrypto } from './confirmed-by-xml-crypto.ts';
import { verifyBytes } from './key-algorithm.ts';
import { type KeyHint, readKeyHint } from './key-info.ts';
import type { TrustedKey } from './key-ring.ts';
import { type ReadReference, type ReadSignature, readSignature } from './read-signature.ts';
import type { SignaturePlacement, XmlPath } from './signature-placement.ts';
import { type KeyRefusal, SignatureRefused, type SignatureVerdict } from './signature-refusal.ts';
import { type CoveredPart, locateSignature, matchReferences } from './signed-document.ts';

/** What a signed document has to be. */
export interface SignaturePolicy extends SignaturePlacement {
  /** The caller's trust: the key that a hint points to, such as by {@link KeyRing}. What a message says of its key is no proof. */
  trustedKey(hint: KeyHint, document: XmlDocument): TrustedKey | KeyRefusal;
  /** Elements whose children a signature may cover as well, by their ids; nobody is to believe them. Default: none. */
  readonly alsoIn?: readonly XmlPath[];
  /** Default: the limits of {@link readXml}. */
  readonly limits?: ReadXmlOptions['limits'];
  /** Default `refused`. They are never signed; a document that has some is also put to xml-crypto. */
  readonly comments?: 'ignored' | 'refused';
  /**
   * Whether xml-crypto, which has another parser and other canonical forms, has to come to the same end after this package did.
   * Milliseconds instead of a tenth of one. Default false.
   */
  readonly secondOpinion?: boolean;
}

/**
 * Verifies the one signature of a document, and hands on what it covers.
 *
 * In this order, so that nothing is worked on before who sent it is known: the document within its limits, its one signature at its
 * place, the signature's own form and algorithms, exactly the references that are expected, the key, the signature, and only
 * then the digests. No network, no clock.
 *
 * @see https://www.w3.org/TR/xmldsig-core1/
 */
export function verifyXml(source: Uint8Array, policy: SignaturePolicy): SignatureVerdict {
  const { limits = {}, comments = 'refused' } = policy;
  // Instructions are part of a canonical form, and are no data.
  const reading = readXml(source, { limits, comments, instructions: 'refused' });
  if (reading.kind === 'refused') return { ...reading, reason: 'xml_refused' };
  try {
    return verifyDocument(reading.document, policy);
  } catch (refused) {
    if (refused instanceof SignatureRefused) return { kind: 'refused', reason: refused.reason };
    throw refused;
  }
}

const otherReferencesAtMost = 16;
/** Anybody can add some to a message that is signed, and xml-crypto takes the square of their number of time. */
const commentsAtMost = 256;

function verifyDocument(document: XmlDocument, policy: SignaturePolicy): SignatureVerdict {
  if (document.hasComments && document.text.split('<!--', commentsAtMost + 2).length > commentsAtMost + 1)
    throw new SignatureRefused('too_costly');
  const referencesAtMost = policy.parts.length + (policy.alsoIn ? otherReferencesAtMost : 0);
  const signature = readSignature(locateSignature(document, policy), referencesAtMost);
  const covered = matchReferences(document, policy, signature.references);
  const key = policy.trustedKey(readKeyHint(signature.keyInfo), document);
  if (typeof key === 'string') throw new SignatureRefused(key);
  if (key.algorithm !== signature.algorithm) throw new SignatureRefused('algorithm_refused');
  verifySignedInfo(document, signature, key);
  const texts = covered.map((part) => canonicalPart(document, signature, part));
  if (!covered.every(({ reference }, index) => hasDigest(texts[index] ?? '', reference)))
    throw new SignatureRefused('digest_wrong');
  const isDoubtful = document.hasComments || policy.secondOpinion === true;
  if (isDoubtful && !isConfirmedByXmlCrypto(document, signature, key, texts))
    throw new SignatureRefused('engines_disagree');
  return {
    kind: 'verified',
    keyId: key.id,
    parts: new Map(covered.flatMap(({ part }, index) => (part ? [[part.name, texts[index] ?? ''] as const] : []))),
    signatureValue: signature.value.toString('base64'),
  };
}

function verifySignedInfo(document: XmlDocument, signature: ReadSignature, key: TrustedKey): void {
  const { signedInfo, canonicalization: method, inclusivePrefixes } = signature;
  const text = canonical(document, signedInfo, { method, inclusivePrefixes });
  if (!verifyBytes(key.algorithm, key.key, Buffer.from(text), signature.value))
    throw new SignatureRefused('signature_wrong');
}

function canonicalPart(document: XmlDocument, signature: ReadSignature, { reference, element }: CoveredPart): string {
  const { transforms, inclusivePrefixes } = reference;
  const method = canonicalMethodOf(transforms);
  const without = transforms.includes('enveloped-signature') ? signature.element : undefined;
  const asWritten = element === document.root ? canonicalAsWritten(document, method, without) : undefined;
  return asWritten ?? canonical(document, element, { method, inclusivePrefixes, ...(without && { without }) });
}

/** The exclusive form can be far longer than what it is made of, so it is bounded by the length of the document. */
function canonical(document: XmlDocument, element: ParsedElement, options: CanonicalOptions): string {
  // The exclusive form asks for what is around only by its list of prefixes.
  const isAlone = options.method === 'exclusive' && options.inclusivePrefixes?.length === 0;
  const asWritten = isAlone && !options.without ? elementAsWritten(document, element) : undefined;
  if (asWritten !== undefined) return asWritten;
  const surroundings = isAlone ? noSurroundings : surroundingsOf(element);
  // Canonical XML 1.1 joins xml:base with that of the ancestors. No payment has one.
  if (options.method === 'c14n11' && surroundings.xmlAttributes.some(({ local }) => local === 'base'))
    throw new SignatureRefused('xml_base_unsupported');
  const written = canonicalizeWithin(element, { ...options, surroundings }, document.text.length * 8 + 16_384);
  if (written === undefined) throw new SignatureRefused('too_costly');
  return written;
}

function hasDigest(text: string, { digest, digestValue }: ReadReference): boolean {
  return hash(digest, text, 'buffer').equals(digestValue);
}
