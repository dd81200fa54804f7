import { X509Certificate } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import {
  keyRing,
  type ParsedElement,
  type RingKey,
  readXml,
  type SignaturePolicy,
  type SignedPart,
  verifyXml,
  type XmlPath,
} from '@polyrail/xml';
import { utilityNamespace } from '../envelope.ts';
import { elementsOf, type SecurityVerdict } from '../soap-response.ts';
import { envelopeNamespaces, type SoapVersion } from '../soap-version.ts';
import type { AnswerSecurity } from './message-security.ts';
import { parseTime } from './time-text.ts';
import { tokenHint } from './token-hint.ts';
import { security11Namespace, securityNamespace } from './vocabulary.ts';

/** Verifies answers. Pure: the same bytes, time and demand always give the same verdict. */
export type AnswerVerifier = (
  answer: Uint8Array,
  version: SoapVersion,
  nowMs: number,
  signatureValue: string | undefined,
) => SecurityVerdict;

/**
 * A verifier for what is demanded: one Signature in the Security header, by a trusted certificate, over the Body and a
 * Timestamp of now. What is read afterwards is the very text that was signed.
 *
 * @throws PolyrailError `transport_invalid` where no certificate can be read
 */
export function answerVerifier(demand: AnswerSecurity): AnswerVerifier {
  const { trusted, maxAgeMs = 300_000, skewMs = 60_000, confirmation = false } = demand;
  if (trusted.length === 0)
    throw new PolyrailError('transport_invalid', 'answers cannot be verified without a certificate');
  const ring = keyRing(trusted.map((pem) => ringKeyOf(pem, demand)));
  const placements = { '1.1': placementIn('1.1', confirmation), '1.2': placementIn('1.2', confirmation) };
  return (answer, version, nowMs, signatureValue) => {
    const verdict = verifyXml(answer, {
      ...placements[version],
      trustedKey: (hint, { root }) => ring.find(tokenHint(hint, root), nowMs),
    });
    if (verdict.kind === 'refused')
      return refused(verdict.reason === 'xml_refused' ? `its XML is refused: ${verdict.issue.code}` : verdict.reason);
    const body = elementIn(verdict.parts.get('body'));
    if (body === undefined) return refused('its Body cannot be read');
    if (!isCurrent(elementIn(verdict.parts.get('timestamp')), nowMs, maxAgeMs, skewMs))
      return refused('its Timestamp is not of now');
    if (confirmation && !confirms(elementIn(verdict.parts.get('confirmation')), signatureValue))
      return refused('it does not confirm the signature of the request');
    return { kind: 'verified', body };
  };
}

function ringKeyOf(pem: string, { algorithm }: AnswerSecurity): RingKey {
  const certificate = certificateOf(pem);
  const { publicKey: key, validFrom, validTo, fingerprint256: id } = certificate;
  const usual = key.asymmetricKeyType === 'ec' ? 'ecdsa-p256-sha256' : 'rsa-sha256';
  const [notBeforeMs, notAfterMs] = [parseTime(validFrom), parseTime(validTo)];
  return { id, key, certificate, algorithm: algorithm ?? usual, notBeforeMs, notAfterMs };
}

function certificateOf(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: the cause is there, in the third place.
    throw new PolyrailError('transport_invalid', 'a trusted certificate cannot be read', { cause: error });
  }
}

/** Where the signature stands and what it has to cover. Other stacks also sign their token and blocks of the Header. */
function placementIn(version: SoapVersion, confirmation: boolean): Omit<SignaturePolicy, 'trustedKey'> {
  const soap = envelopeNamespaces[version];
  const envelope = `{${soap}}Envelope`;
  const header: XmlPath = [envelope, `{${soap}}Header`];
  const security: XmlPath = [...header, `{${securityNamespace}}Security`];
  const part = (name: string, path: XmlPath): SignedPart => ({ name, path, by: 'id' });
  return {
    signatureIn: security,
    alsoIn: [header, security],
    parts: [
      part('body', [envelope, `{${soap}}Body`]),
      part('timestamp', [...security, `{${utilityNamespace}}Timestamp`]),
      ...(confirmation ? [part('confirmation', [...security, `{${security11Namespace}}SignatureConfirmation`])] : []),
    ],
  };
}

function elementIn(text: string | undefined): ParsedElement | undefined {
  const reading = text === undefined ? undefined : readXml(text);
  return reading?.kind === 'read' ? reading.document.root : undefined;
}

function isCurrent(timestamp: ParsedElement | undefined, nowMs: number, maxAgeMs: number, skewMs: number): boolean {
  const [created, expires, ...more] = timestamp === undefined ? [] : elementsOf(timestamp);
  if (created === undefined || more.length > 0 || created.local !== 'Created') return false;
  if (expires !== undefined && expires.local !== 'Expires') return false;
  const createdMs = timeOf(created);
  const expiresMs = expires === undefined ? Number.POSITIVE_INFINITY : timeOf(expires);
  return createdMs <= nowMs + skewMs && nowMs - createdMs <= maxAgeMs + skewMs && expiresMs > nowMs - skewMs;
}

/** `NaN` for what is no point in time in UTC: no comparison with it holds. */
function timeOf({ children, namespace }: ParsedElement): number {
  const [text] = children;
  const isTime = typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);
  const isOwn = isTime && children.length === 1 && namespace === utilityNamespace;
  return isOwn ? parseTime(text.replace(/(\.\d{3})\d+Z$/, '$1Z')) : Number.NaN;
}

function confirms(confirmation: ParsedElement | undefined, signatureValue: string | undefined): boolean {
  const value = confirmation?.attributes.find(({ local, namespace }) => local === 'Value' && namespace === '')?.value;
  return signatureValue !== undefined && value === signatureValue;
}

function refused(reason: string): SecurityVerdict {
  return { kind: 'refused', reason };
}
