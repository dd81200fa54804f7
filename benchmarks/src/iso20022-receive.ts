// A signed pacs.008 sent and received, beside what is put together from libraries otherwise, in one run.
import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { message } from '@polyrail/adapter-iso20022/codec';
import { type SignaturePlacement, type SigningKey, signatureWriter, verifyXml } from '@polyrail/xml';
import { XMLParser } from 'fast-xml-parser';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { SignedXml } from 'xml-crypto';
import { measureRounds, medianRatio, type Work } from './cost.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { sealedMessage } from './sealed-message.ts';
import { median } from './statistics.ts';

const { quick, rounds } = readOptions(15);
const times = quick ? 200 : 1_000;
const slowTimes = quick ? 20 : 60;
// The optimizing compiler is not done with the reader before.
const warmUpRounds = quick ? 1 : 6;
const namespace = 'urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01';
const pacs008 = message('pacs.008.001.08');
const appHdr = message('head.001.001.02');
const schema = new URL('../../../shared/data/iso20022/xsd/pacs.008.001.08.xsd', import.meta.url);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const header = demand(appHdr.read(element(sealedMessage, 'AppHdr').replace('<Sgntr></Sgntr>', '')), 'read').value;
const creditTransfer = demand(pacs008.read(element(sealedMessage, 'Document')), 'read').value;
const placement: SignaturePlacement = {
  signatureIn: [
    `{${namespace}}BizMsgEnvlp`,
    `{${namespace}}Hdr`,
    `{${appHdr.namespace}}AppHdr`,
    `{${appHdr.namespace}}Sgntr`,
  ],
  parts: [{ name: 'envelope', path: [`{${namespace}}BizMsgEnvlp`], by: 'document' }],
};

const signByRsa = signer({ algorithm: 'rsa-sha256', key: rsa.privateKey });
const signByP256 = signer({ algorithm: 'ecdsa-p256-sha256', key: p256.privateKey });
const received = Buffer.from(sent(signByRsa));
const text = received.toString();
const policy = {
  ...placement,
  trustedKey: () => ({ id: 'bench', algorithm: 'rsa-sha256', key: rsa.publicKey }) as const,
};
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false });
const validator = existsSync(schema) ? XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema))) : undefined;

const works: readonly Work[] = [
  work('node:crypto signs with P-256', times, () =>
    sign('sha256', received, { key: p256.privateKey, dsaEncoding: 'ieee-p1363' }),
  ),
  work('send: check, write, sign with P-256', times, () => sent(signByP256)),
  work('receive: verify, read, check', times, receive),
  work('xml-crypto verifies', slowTimes, verifyByXmlCrypto),
  work('fast-xml-parser parses', times, () => parser.parse(received)),
  work('libxml2 validates', times, validateByLibxml2),
  work('the three together', slowTimes, () => {
    verifyByXmlCrypto();
    validateByLibxml2();
    return parser.parse(received);
  }),
];
const samples = await measureRounds(works, rounds, warmUpRounds);
const together = medianRatio(samples, 'the three together', 'receive: verify, read, check');

publish(
  'iso20022-receive',
  [
    {
      title: 'CPU of a message',
      text: `Medians of ${rounds} rounds over one envelope of ${received.length} bytes: a header and a pacs.008, signed with RSA. ${validator ? '' : 'The schema for libxml2 was not there. '}Receiving begins with bytes and ends with two values that their schemas allow. Ratios are medians of the ratios inside each round.`,
      columns: ['what', 'CPU µs'],
      rows: works.map(({ name }) => [name, decimal(median(samples.get(name) ?? []), 1)]),
    },
    {
      title: 'Ratios',
      columns: ['what', 'times'],
      rows: [['the three together / receive', decimal(together, 1)]],
    },
    goalSection([
      {
        text: 'send, times a bare signature with P-256',
        measured: medianRatio(samples, 'send: check, write, sign with P-256', 'node:crypto signs with P-256'),
        atMost: 2.2,
      },
      {
        text: 'receive, per cent of the three together',
        measured: 100 / together,
        atMost: 3.3,
      },
    ]),
  ],
  quick,
);

function work(name: string, count: number, run: () => unknown): Work {
  return { name, times: count, prepare: () => run };
}

function signer(key: SigningKey): (canonicals: readonly string[]) => string {
  return signatureWriter({ key, references: [{ uri: '', transforms: ['enveloped-signature', 'exclusive'] }] });
}

/** A message as it goes out: written by the codec, signed as it was written. */
function sent(sign: ReturnType<typeof signer>): string {
  const head = demand(appHdr.write(header), 'written').xml.slice(0, -'</AppHdr>'.length);
  const document = demand(pacs008.write(creditTransfer), 'written').xml;
  const before = `<BizMsgEnvlp xmlns="${namespace}"><Hdr>${head}<Sgntr>`;
  const behind = `</Sgntr></AppHdr></Hdr><Doc>${document}</Doc></BizMsgEnvlp>`;
  return before + sign([before + behind]) + behind;
}

/** Both values, read out of what was verified. */
function receive(): readonly unknown[] {
  const verified = demand(verifyXml(received, policy), 'verified').parts.get('envelope') ?? '';
  const head = element(verified, 'AppHdr').replace('<Sgntr></Sgntr>', '');
  const document = element(verified, 'Document');
  return [demand(appHdr.read(head), 'read').value, demand(pacs008.read(document), 'read').value];
}

/** The text of an element that is there once. */
function element(from: string, local: string): string {
  const end = `</${local}>`;
  return from.slice(from.indexOf(`<${local} `), from.lastIndexOf(end) + end.length);
}

function verifyByXmlCrypto(): void {
  const verifier = new SignedXml({ publicCert: rsa.publicKey, getCertFromKeyInfo: () => null });
  verifier.loadSignature(text.slice(text.indexOf('<ds:Signature '), text.indexOf('</ds:Signature>') + 15));
  if (!verifier.checkSignature(text)) throw new Error('xml-crypto does not verify it');
}

function validateByLibxml2(): void {
  if (!validator) return;
  const parsed = XmlDocument.fromString(element(text, 'Document'), { option: ParseOption.XML_PARSE_NONET });
  try {
    validator.validate(parsed);
  } finally {
    parsed.dispose();
  }
}

function demand<Outcome extends { readonly kind: string }, Kind extends Outcome['kind']>(
  outcome: Outcome,
  kind: Kind,
): Extract<Outcome, { readonly kind: Kind }> {
  if (!is(outcome, kind)) throw new Error(`not ${kind}: ${JSON.stringify(outcome)}`);
  return outcome;
}

function is<Outcome extends { readonly kind: string }, Kind extends Outcome['kind']>(
  outcome: Outcome,
  kind: Kind,
): outcome is Extract<Outcome, { readonly kind: Kind }> {
  return outcome.kind === kind;
}
