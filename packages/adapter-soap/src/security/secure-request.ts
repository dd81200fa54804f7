import { createHash } from 'node:crypto';
import { secretNow } from '@polyrail/core/provider';
import { characterData, vocabulary, writeSignature, x509Data } from '@polyrail/xml';
import { bodyId, type EnvelopeParts, utilityNamespace, writeEnvelope } from '../envelope.ts';
import {
  type MessageSecurity,
  type RequestSignature,
  type SignedPart,
  signedParts,
  type UsernameToken,
} from './message-security.ts';
import type { SigningKey } from './signing-key.ts';
import { timeText } from './time-text.ts';
import { base64Encoding, passwordTypes, securityNamespace, x509Token } from './vocabulary.ts';

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
const element = vocabulary(securityNamespace, 'wsse');
const wsse = ` xmlns:wsse="${securityNamespace}"`;

/** Puts the Security header into an envelope. Every part is written as its own canonical form, so it is hashed as it is. */
export function secureRequest(parts: EnvelopeParts, security: MessageSecurity, moment: Moment): SecuredEnvelope {
  const { usernameToken, lifetimeMs = 300_000 } = security;
  const signature = security.signature && keyed(security.signature);
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
  const secret = secretNow(password).expose();
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

/** A signature with the key of the moment: the certificate that goes along is the one that belongs to it. */
interface KeyedSignature extends RequestSignature {
  readonly key: SigningKey;
}

function keyed(signature: RequestSignature): KeyedSignature {
  const { key } = signature;
  return { ...signature, key: typeof key === 'function' ? key() : key };
}

function tokenOf({ key }: KeyedSignature): string {
  return (
    `<wsse:BinarySecurityToken${wsse}${wsu} EncodingType="${base64Encoding}" ValueType="${x509Token}" wsu:Id="token">` +
    `${key.certificate.raw.toString('base64')}</wsse:BinarySecurityToken>`
  );
}

function sealed(content: Content, { key, certificate }: KeyedSignature, signed: readonly SignedPart[]) {
  const named: Readonly<Record<SignedPart, readonly (readonly [id: string, text: string])[]>> = {
    body: [[bodyId, content.parts.body]],
    timestamp: [['timestamp', content.timestamp]],
    username_token: [['user', content.user]],
    token: [['token', content.token]],
    headers: content.parts.headers.map((text, index) => [`header-${index + 1}`, text] as const),
  };
  const references = signed
    .flatMap((part) => named[part])
    .filter(([, text]) => text !== '')
    .map(([id, canonical]) => ({ uri: `#${id}`, transforms: ['exclusive'] as const, canonical }));
  const token =
    certificate === 'issuer_serial'
      ? x509Data(key.certificate, 'issuer_serial')
      : element('Reference', { URI: '#token', ValueType: x509Token });
  const keyInfo = [element('SecurityTokenReference', {}, token)];
  const isRsa = key.certificate.publicKey.asymmetricKeyType === 'rsa';
  const algorithm = isRsa ? 'rsa-sha256' : 'ecdsa-p256-sha256';
  const text = key.use((privateKey) => writeSignature({ key: { algorithm, key: privateKey }, references, keyInfo }));
  return { text, value: /<ds:SignatureValue>([^<]*)</.exec(text)?.[1] ?? '' };
}
