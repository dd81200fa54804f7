import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Sandbox } from '../../../src/index.ts';

const XSD = 'urn:iso:std:iso:20022:tech:xsd:';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** A message of the network as it came, or what came instead. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Someone who signs with a key of its own. */
export interface Member {
  readonly id: string;
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicPem: string;
}

export interface MessageOptions {
  readonly id: string;
  readonly definition: string;
  readonly document: string;
  readonly createdAt?: number;
  readonly from?: string;
}

export function newMember(id: string, keyId: string, kind: 'ec' | 'rsa' = 'ec'): Member {
  const { privateKey, publicKey } =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { id, keyId, privateKey, publicPem: String(publicKey.export({ type: 'spki', format: 'pem' })) };
}

const institution = (id: string): string =>
  /^\d+$/.test(id)
    ? `<FinInstnId><ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>${id}</MmbId></ClrSysMmbId></FinInstnId>`
    : `<FinInstnId><BICFI>${id}</BICFI></FinInstnId>`;

/** A message in canonical form, with nothing in `Sgntr`. */
export function unsignedMessage(member: Member, { id, definition, document, createdAt, from }: MessageOptions): string {
  return (
    `<BizMsgEnvlp xmlns="${XSD}nvlp.001.001.01"><Hdr><AppHdr xmlns="${XSD}head.001.001.02">` +
    `<Fr><FIId>${institution(from ?? member.id)}</FIId></Fr><To><FIId>${institution('990000000')}</FIId></To>` +
    `<BizMsgIdr>${id}</BizMsgIdr><MsgDefIdr>${definition}</MsgDefIdr><BizSvc>test.01</BizSvc>` +
    `<CreDt>${new Date(createdAt ?? Date.now()).toISOString()}</CreDt><Sgntr></Sgntr></AppHdr></Hdr>` +
    `<Doc><Document xmlns="${XSD}${definition}">${document}</Document></Doc></BizMsgEnvlp>`
  );
}

/** What a signature says that it is. */
export interface SignatureForm {
  /** The text that is hashed: canonical, as it stands in the message. Default: the whole message. */
  readonly covers?: string;
  readonly uri?: string;
  readonly transforms?: readonly string[];
  readonly digestMethod?: string;
  readonly hash?: string;
}

/** Signs by hand: what is hashed is canonical as it stands. */
export function signed(unsigned: string, { keyId, privateKey }: Member, form: SignatureForm = {}): string {
  const { covers = unsigned, uri = '', transforms = [`${DSIG}enveloped-signature`, EXCLUSIVE] } = form;
  const { digestMethod = 'http://www.w3.org/2001/04/xmlenc#sha256', hash = 'sha256' } = form;
  const isRsa = privateKey.asymmetricKeyType === 'rsa';
  const algorithm = `http://www.w3.org/2001/04/xmldsig-more#${isRsa ? 'rsa' : 'ecdsa'}-sha256`;
  const digest = createHash(hash).update(covers).digest('base64');
  const steps = transforms.map((step) => `<ds:Transform Algorithm="${step}"></ds:Transform>`).join('');
  const info =
    `<ds:SignedInfo xmlns:ds="${DSIG}"><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${algorithm}"></ds:SignatureMethod><ds:Reference URI="${uri}">` +
    `<ds:Transforms>${steps}</ds:Transforms><ds:DigestMethod Algorithm="${digestMethod}"></ds:DigestMethod>` +
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const value = sign('sha256', Buffer.from(info), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
  const signature =
    `<ds:Signature xmlns:ds="${DSIG}">${info.replace(` xmlns:ds="${DSIG}"`, '')}` +
    `<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:KeyName>${keyId}</ds:KeyName></ds:KeyInfo></ds:Signature>`;
  return unsigned.replace('<Sgntr></Sgntr>', `<Sgntr>${signature}</Sgntr>`);
}

export async function post(sandbox: Sandbox, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/iso20022/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}

export interface Polled {
  readonly status: number;
  readonly messages: readonly { readonly position: string; readonly message: string }[];
}

export async function poll(sandbox: Sandbox, after = 0, waitS = 0, query = ''): Promise<Polled> {
  const response = await fetch(`${sandbox.url}/iso20022/messages/stream?after=${after}${query}`, {
    headers: { prefer: `wait=${waitS}` },
  });
  const text = await response.text();
  return { status: response.status, messages: text === '' ? [] : (JSON.parse(text).messages ?? []) };
}
