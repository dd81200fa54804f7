import { verify, X509Certificate } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import { canonicalize, type ParsedElement, surroundingsOf } from '@polyrail/xml';
import { utilityNamespace } from '../envelope.ts';
import { elementsOf, type ReadEnvelope, type SecurityVerdict } from '../soap-response.ts';
import type { AnswerSecurity } from './message-security.ts';
import { readSignature, type SignatureParts } from './read-signature.ts';
import { digestsMatch, elementsById } from './signed-elements.ts';
import { parseTime } from './time-text.ts';
import { security11Namespace, securityNamespace, signatureAlgorithms } from './vocabulary.ts';

/** Verifies the envelopes of answers. Pure: the same envelope, time and demand always give the same verdict. */
export type AnswerVerifier = (
  envelope: ReadEnvelope,
  nowMs: number,
  signatureValue: string | undefined,
) => SecurityVerdict;

/**
 * A verifier for what is demanded. It wants one Security header with one Signature by a trusted certificate, over the very
 * Body and the very Timestamp of the envelope. What a certificate in the message says is never looked at.
 *
 * @throws PolyrailError `transport_invalid` where no certificate can be read
 */
export function answerVerifier({
  trusted,
  maxAgeMs = 300_000,
  skewMs = 60_000,
  confirmation,
}: AnswerSecurity): AnswerVerifier {
  const certificates = trusted.map(certificateOf);
  if (certificates.length === 0)
    throw new PolyrailError('transport_invalid', 'answers cannot be verified without a certificate');
  return (envelope, nowMs, signatureValue) => {
    const header = envelope.header === undefined ? [] : elementsOf(envelope.header);
    const [security, ...others] = header.filter((block) => isNamed(block, securityNamespace, 'Security'));
    if (security === undefined || others.length > 0) return refused('it has not exactly one Security header');
    const signature = readSignature(security, envelope.root);
    if (typeof signature === 'string') return refused(signature);
    const valid = certificates.filter((certificate) => isValid(certificate, nowMs));
    if (!valid.some((certificate) => isSignedBy(signature, certificate)))
      return refused('no trusted certificate signed it');
    const ids = elementsById(envelope.root);
    if (ids === undefined) return refused('an Id is there twice');
    const signed = digestsMatch(signature.references, ids);
    if (signed === undefined) return refused('a signed part is missing or was changed');
    if (!signed.includes(envelope.body)) return refused('its Body is not signed');
    const isFresh = elementsOf(security).some(
      (part) => signed.includes(part) && isCurrent(part, nowMs, maxAgeMs, skewMs),
    );
    if (!isFresh) return refused('it has no signed Timestamp of now');
    if (confirmation && !elementsOf(security).some((part) => signed.includes(part) && confirms(part, signatureValue)))
      return refused('it does not confirm the signature of the request');
    return { kind: 'verified', body: envelope.body };
  };
}

function certificateOf(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: the cause is there, in the third place.
    throw new PolyrailError('transport_invalid', 'a trusted certificate cannot be read', { cause: error });
  }
}

function isValid({ validFrom, validTo }: X509Certificate, nowMs: number): boolean {
  return parseTime(validFrom) <= nowMs && nowMs <= parseTime(validTo);
}

function isSignedBy({ info, algorithm, value }: SignatureParts, { publicKey }: X509Certificate): boolean {
  const known = signatureAlgorithms[algorithm];
  if (known === undefined || publicKey.asymmetricKeyType !== known.key) return false;
  const { inclusivePrefixes } = info;
  const text = canonicalize(info.element, { inclusivePrefixes, surroundings: surroundingsOf(info.element) });
  return verify(known.hash, Buffer.from(text), { key: publicKey, dsaEncoding: 'ieee-p1363' }, value);
}

function isCurrent(part: ParsedElement, nowMs: number, maxAgeMs: number, skewMs: number): boolean {
  if (!isNamed(part, utilityNamespace, 'Timestamp')) return false;
  const [created, expires, ...more] = elementsOf(part);
  if (created === undefined || more.length > 0 || !isNamed(created, utilityNamespace, 'Created')) return false;
  if (expires !== undefined && !isNamed(expires, utilityNamespace, 'Expires')) return false;
  const createdMs = timeOf(created);
  const expiresMs = expires === undefined ? Number.POSITIVE_INFINITY : timeOf(expires);
  return createdMs <= nowMs + skewMs && nowMs - createdMs <= maxAgeMs + skewMs && expiresMs > nowMs - skewMs;
}

/** `NaN` for what is no point in time in UTC: no comparison with it holds. */
function timeOf({ children }: ParsedElement): number {
  const [text] = children;
  const isTime = typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);
  return isTime && children.length === 1 ? parseTime(text.replace(/(\.\d{3})\d+Z$/, '$1Z')) : Number.NaN;
}

function confirms(part: ParsedElement, signatureValue: string | undefined): boolean {
  const isConfirmation = isNamed(part, security11Namespace, 'SignatureConfirmation');
  const value = part.attributes.find(({ local, namespace }) => local === 'Value' && namespace === '')?.value;
  return isConfirmation && signatureValue !== undefined && value === signatureValue;
}

function isNamed(element: ParsedElement, namespace: string, local: string): boolean {
  return element.local === local && element.namespace === namespace;
}

function refused(reason: string): SecurityVerdict {
  return { kind: 'refused', reason };
}
