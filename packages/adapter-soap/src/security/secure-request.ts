import { createHash, sign, type X509Certificate } from 'node:crypto';
import { characterData } from '@polyrail/xml';
import { bodyId, type EnvelopeParts, utilityNamespace, writeEnvelope } from '../envelope.ts';
import { type MessageSecurity, type RequestSignature, signedParts, type UsernameToken } from './message-security.ts';
import { timeText } from './time-text.ts';
import {
  base64Encoding,
  exclusiveC14n,
  passwordTypes,
  securityNamespace,
  signatureNamespace,
  x509Token,
} from './vocabulary.ts';

/** An envelope with its Security header. */
export interface SecuredEnvelope {
  readonly body: string;
  /** For the SignatureConfirmation of the answer. Absent where nothing is signed. */
  readonly signatureValue?: string;
}

/** Time and chance for one message. */
export interface Moment {
  readonly nowMs: number;
  /** 16 random bytes or more, for the nonce of a password digest. */
  readonly nonce: Uint8Array;
}

const wsu = ` xmlns:wsu="${utilityNamespace}"`;
const wsse = ` xmlns:wsse="${securityNamespace}"`;

/** Puts the Security header into an envelope. Every part is written as its own canonical form, so it is hashed as it is. */
export function secureRequest(parts: EnvelopeParts, security: MessageSecurity, moment: Moment): SecuredEnvelope {
  const { signature, usernameToken, lifetimeMs = 300_000 } = security;
  const timestamp = lifetimeMs === 0 ? '' : timestampOf(moment.nowMs, lifetimeMs);
  const user = usernameToken === undefined ? '' : userOf(usernameToken, moment);
  const token = signature === undefined || signature.certificate === 'issuer_serial' ? '' : tokenOf(signature);
  const content: Content = { timestamp, user, token, parts };
  const signed = signature && sealed(content, signature, signedParts(security));
  const { version, headers } = parts;
  const header =
    `<wsse:Security${wsse} soap:mustUnderstand="${version === '1.1' ? '1' : 'true'}">` +
    `${token}${timestamp}${user}${signed?.text ?? ''}</wsse:Security>`;
  const body = writeEnvelope({ ...parts, headers: [...headers, header] });
  return signed === undefined ? { body } : { body, signatureValue: signed.value };
}

interface Content {
  readonly timestamp: string;
  readonly user: string;
  readonly token: string;
  readonly parts: EnvelopeParts;
}

function timestampOf(nowMs: number, lifetimeMs: number): string {
  const [created, expires] = [nowMs, nowMs + lifetimeMs].map((at) => timeText(at));
  return `<wsu:Timestamp${wsu} wsu:Id="timestamp"><wsu:Created>${created}</wsu:Created><wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp>`;
}

function userOf({ username, password, type }: UsernameToken, { nowMs, nonce }: Moment): string {
  const created = timeText(nowMs);
  const secret = password.expose();
  const value =
    type === 'text'
      ? characterData(secret)
      : createHash('sha1').update(nonce).update(created).update(secret).digest('base64');
  const text = Buffer.from(nonce).toString('base64');
  return (
    `<wsse:UsernameToken${wsse}${wsu} wsu:Id="user"><wsse:Username>${characterData(username)}</wsse:Username>` +
    `<wsse:Password Type="${passwordTypes[type]}">${value}</wsse:Password>` +
    `<wsse:Nonce EncodingType="${base64Encoding}">${text}</wsse:Nonce><wsu:Created>${created}</wsu:Created>` +
    '</wsse:UsernameToken>'
  );
}

function tokenOf({ key }: RequestSignature): string {
  return (
    `<wsse:BinarySecurityToken${wsse}${wsu} EncodingType="${base64Encoding}" ValueType="${x509Token}" wsu:Id="token">` +
    `${key.certificate.raw.toString('base64')}</wsse:BinarySecurityToken>`
  );
}

function sealed(content: Content, signature: RequestSignature, signed: RequestSignature['parts'] & object) {
  const named: Readonly<Record<(typeof signed)[number], readonly (readonly [id: string, text: string])[]>> = {
    body: [[bodyId, content.parts.body]],
    timestamp: [['timestamp', content.timestamp]],
    username_token: [['user', content.user]],
    token: [['token', content.token]],
    headers: content.parts.headers.map((text, index) => [`header-${index + 1}`, text] as const),
  };
  const references = signed.flatMap((part) => named[part]).filter(([, text]) => text !== '');
  const { key } = signature;
  const isRsa = key.certificate.publicKey.asymmetricKeyType === 'rsa';
  const info =
    `<ds:SignedInfo xmlns:ds="${signatureNamespace}"><ds:CanonicalizationMethod Algorithm="${exclusiveC14n}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#${isRsa ? 'rsa' : 'ecdsa'}-sha256"></ds:SignatureMethod>` +
    `${references.map(referenceTo).join('')}</ds:SignedInfo>`;
  const value = key
    .use((privateKey) => sign('sha256', Buffer.from(info), { key: privateKey, dsaEncoding: 'ieee-p1363' }))
    .toString('base64');
  const text =
    `<ds:Signature xmlns:ds="${signatureNamespace}">${info}<ds:SignatureValue>${value}</ds:SignatureValue>` +
    `<ds:KeyInfo><wsse:SecurityTokenReference${wsse}>${keyReference(signature)}</wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>`;
  return { text, value };
}

function referenceTo([id, text]: readonly [id: string, text: string]): string {
  const digest = createHash('sha256').update(text).digest('base64');
  return (
    `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${exclusiveC14n}"></ds:Transform></ds:Transforms>` +
    '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>' +
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`
  );
}

function keyReference({ key, certificate }: RequestSignature): string {
  if (certificate !== 'issuer_serial') return `<wsse:Reference URI="#token" ValueType="${x509Token}"></wsse:Reference>`;
  const serial = BigInt(`0x${key.certificate.serialNumber}`);
  return (
    `<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>${characterData(issuerOf(key.certificate))}</ds:X509IssuerName>` +
    `<ds:X509SerialNumber>${serial}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>`
  );
}

/** The issuer as RFC 4514 writes it: the last part first. */
function issuerOf({ issuer }: X509Certificate): string {
  return issuer.split('\n').reverse().join(',');
}
