import type { X509Certificate } from 'node:crypto';
import { vocabulary } from '../vocabulary.ts';
import type { ParsedElement, XmlElement } from '../xml-element.ts';
import { dsNamespace } from './algorithm.ts';
import { decodeBase64 } from './base64.ts';
import { issuerName } from './distinguished-name.ts';
import { elementsOf } from './signature-placement.ts';
import { SignatureRefused } from './signature-refusal.ts';

/** Makes elements of XML Signature. */
export const ds: ReturnType<typeof vocabulary> = vocabulary(dsNamespace, 'ds');

/** What a message says of the key that signed it. Nothing of it is to be believed: it only helps to find a key that is trusted. */
export interface KeyHint {
  readonly keyName?: string;
  /** In DER, in the order of the message. */
  readonly certificates: readonly Uint8Array[];
  readonly issuerSerial?: { readonly issuer: string; readonly serialNumber: string };
  readonly subjectKeyIdentifier?: Uint8Array;
  /** The SHA-1 of the certificate, as WS-Security 1.1 names one. */
  readonly thumbprint?: Uint8Array;
  /** `wsse:SecurityTokenReference`, for the caller to follow. */
  readonly tokenReference?: ParsedElement;
}

const certificatesAtMost = 8;

/** Reads KeyInfo. KeyValue, RetrievalMethod and whatever else is there is passed over. */
export function readKeyHint(keyInfo: ParsedElement | undefined): KeyHint {
  const children = elementsOf(keyInfo);
  const x509 = children.filter(isDs('X509Data')).flatMap(elementsOf);
  const keyName = textOf(children.find(isDs('KeyName')));
  const subjectKeyIdentifier = decodeBase64(textOf(x509.find(isDs('X509SKI'))) ?? '');
  const tokenReference = children.find(({ local }) => local === 'SecurityTokenReference');
  const issuerSerial = readIssuerSerial(x509.find(isDs('X509IssuerSerial')));
  const certificates = x509.filter(isDs('X509Certificate'));
  if (certificates.length > certificatesAtMost) throw new SignatureRefused('too_costly');
  return {
    certificates: certificates.map((certificate) => decodeBase64(textOf(certificate) ?? '') ?? new Uint8Array()),
    ...(keyName !== undefined && { keyName }),
    ...(issuerSerial !== undefined && { issuerSerial }),
    ...(subjectKeyIdentifier !== undefined && { subjectKeyIdentifier }),
    ...(tokenReference !== undefined && { tokenReference }),
  };
}

function readIssuerSerial(element: ParsedElement | undefined): KeyHint['issuerSerial'] {
  const issuer = textOf(elementsOf(element).find(isDs('X509IssuerName')));
  const serialNumber = textOf(elementsOf(element).find(isDs('X509SerialNumber')));
  return issuer === undefined || serialNumber === undefined ? undefined : { issuer, serialNumber };
}

function isDs(local: string): (element: ParsedElement) => boolean {
  return (element) => element.namespace === dsNamespace && element.local === local;
}

function textOf(element: ParsedElement | undefined): string | undefined {
  const [text, ...others] = element?.children ?? [];
  return typeof text === 'string' && others.length === 0 ? text.trim() : undefined;
}

/** `ds:X509Data` with the certificate itself, or with the name of its issuer and its serial number. */
export function x509Data(certificate: X509Certificate, by: 'certificate' | 'issuer_serial'): XmlElement {
  if (by === 'certificate') return ds('X509Data', {}, ds('X509Certificate', {}, certificate.raw.toString('base64')));
  const issuer = issuerName(certificate);
  const serialNumber = BigInt(`0x${certificate.serialNumber}`).toString();
  return ds(
    'X509Data',
    {},
    ds('X509IssuerSerial', {}, ds('X509IssuerName', {}, issuer), ds('X509SerialNumber', {}, serialNumber)),
  );
}
