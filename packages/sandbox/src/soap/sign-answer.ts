import { SignedXml } from 'xml-crypto';
import type { SoapSigner } from './soap-security.ts';
import { BASE64, EXCLUSIVE, RSA_SHA256, SHA256, WSSE, WSSE11, WSU, X509_TOKEN } from './vocabulary.ts';

const LIFETIME_MS = 300_000;
const HEADER = /<([\w.-]+):Header>.*<\/\1:Header>/s;

/** What is said beside the Body. */
export interface AnswerHeader {
  readonly now: number;
  /** The SignatureValue of the request, which is confirmed. */
  readonly confirms: string | undefined;
}

/** Puts a Security header into an envelope and signs Body, Timestamp and SignatureConfirmation with xml-crypto. */
export function signAnswer(envelope: string, { key, cert }: SoapSigner, header: AnswerHeader): string {
  const signer = new SignedXml({
    privateKey: key,
    idMode: 'wssecurity',
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE,
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference><wsse:Reference URI="#token" ValueType="${X509_TOKEN}"/></wsse:SecurityTokenReference>`,
  });
  const signed = ['Body', 'Timestamp', ...(header.confirms === undefined ? [] : ['SignatureConfirmation'])];
  for (const name of signed) {
    const xpath = `//*[local-name(.)='${name}']`;
    signer.addReference({ xpath, transforms: [EXCLUSIVE], digestAlgorithm: SHA256 });
  }
  signer.computeSignature(withHeader(envelope, cert, header), {
    prefix: 'ds',
    existingPrefixes: { wsse: WSSE },
    location: { reference: "//*[local-name(.)='Security']", action: 'append' },
  });
  return signer.getSignedXml();
}

/** The envelope as it was before it was signed. */
export function unsigned(envelope: string): string {
  return envelope.replace(HEADER, '').replace(/(<[\w.-]+:Body) [^>]*>/, '$1>');
}

/** What a signed answer confirms. */
export function confirmationIn(envelope: string): string | undefined {
  return /<wsse11:SignatureConfirmation [^>]*Value="([^"]*)"/.exec(envelope)?.[1];
}

function withHeader(envelope: string, cert: string, { now, confirms }: AnswerHeader): string {
  const [created, expires] = [now, now + LIFETIME_MS].map((at) => new Date(at).toISOString());
  const token = cert.replace(/-----[^-]+-----|\s/g, '');
  const confirmation =
    confirms === undefined
      ? ''
      : `<wsse11:SignatureConfirmation xmlns:wsse11="${WSSE11}" wsu:Id="confirmation" Value="${confirms}"/>`;
  const security =
    `<wsse:Security xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}">` +
    `<wsse:BinarySecurityToken EncodingType="${BASE64}" ValueType="${X509_TOKEN}" wsu:Id="token">${token}</wsse:BinarySecurityToken>` +
    `<wsu:Timestamp wsu:Id="timestamp"><wsu:Created>${created}</wsu:Created><wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp>` +
    `${confirmation}</wsse:Security>`;
  return envelope.replace(
    /<([\w.-]+):Body>/,
    `<$1:Header>${security}</$1:Header><$1:Body xmlns:wsu="${WSU}" wsu:Id="body">`,
  );
}
