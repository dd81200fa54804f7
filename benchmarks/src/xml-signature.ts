// XML signatures: this package beside xml-crypto, on the same message, in one run.
import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalize, readXml, type SignatureAlgorithm, signCanonical, signXml, verifyXml } from '@polyrail/xml';
import { SignedXml, type SignatureAlgorithm as XmlCryptoAlgorithm } from 'xml-crypto';
import { measureCosts, type Work } from './cost.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { sealedMessage, sealedPlacement } from './sealed-message.ts';

const { quick, rounds } = readOptions(15);
const times = quick ? 200 : 1_000;
const slowTimes = quick ? 20 : 60;
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const uris = {
  'rsa-sha256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'ecdsa-p256-sha256': 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
} as const;
const pairs = {
  'rsa-sha256': generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  'ecdsa-p256-sha256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
} as const;
const kinds = ['rsa-sha256', 'ecdsa-p256-sha256'] as const;
type Kind = (typeof kinds)[number] & SignatureAlgorithm;

const reading = readXml(sealedMessage);
if (reading.kind === 'refused') throw new Error('the message cannot be read');
const canonical = canonicalize(reading.document.root);
const place = canonical.indexOf('</Sgntr>');
const [before, behind] = [canonical.slice(0, place), canonical.slice(place)];
const works = kinds.flatMap(worksFor);
const costs = await measureCosts(works, rounds);
const cost = (name: string): number => costs.get(name) ?? Number.NaN;

publish(
  'xml-signature',
  [
    {
      title: 'CPU of signatures',
      text: `Medians of ${rounds} rounds over one envelope of ${canonical.length} bytes: enveloped, exclusive canonical form, SHA-256. Verifying begins with bytes and ends with the signed text, checked.`,
      columns: ['what', 'CPU µs'],
      rows: works.map(({ name }) => [name, decimal(cost(name), 1)]),
    },
    {
      title: 'Ratios',
      columns: ['what', 'times'],
      rows: kinds.flatMap((kind) => [
        [`${kind}: xml-crypto signs / canonical text is signed`, ratio(`${kind}: xml-crypto signs`, `${kind}: sign`)],
        [`${kind}: xml-crypto verifies / verify`, ratio(`${kind}: xml-crypto verifies`, `${kind}: verify`)],
      ]),
    },
    goalSection([...kinds.map(signingGoal), ...kinds.map(verifyingGoal)]),
  ],
  quick,
);

function ratio(slow: string, fast: string): string {
  return decimal(cost(slow) / cost(fast), 1);
}

function verifyingGoal(kind: Kind): { text: string; measured: number; atMost: number } {
  const measured = (100 * cost(`${kind}: verify`)) / cost(`${kind}: xml-crypto verifies`);
  // Most of the time that is left is in node:crypto, which needs longer for P-256.
  const atMost = kind === 'rsa-sha256' ? 3.3 : 5;
  return { text: `${kind}: verify, per cent of what xml-crypto takes`, measured, atMost };
}

function signingGoal(kind: Kind): { text: string; measured: number; atMost: number } {
  const measured = cost(`${kind}: sign`) / cost(`${kind}: node:crypto signs the bytes`);
  const atMost = kind === 'rsa-sha256' ? 1.1 : 2.2;
  return { text: `${kind}: canonical text is signed, times a bare signature`, measured, atMost };
}

function worksFor(kind: Kind): readonly Work[] {
  const { privateKey, publicKey } = pairs[kind];
  const key = { algorithm: kind, key: privateKey };
  const message = Buffer.from(signXml(sealedMessage, { ...sealedPlacement, key }));
  const bare = signatureOf(kind, privateKey, canonical);
  const policy = { ...sealedPlacement, trustedKey: () => ({ id: 'bench', algorithm: kind, key: publicKey }) };
  // No canonical form has a space in an end tag, so the form of this one has to be made.
  const otherwise = Buffer.from(message.toString().replace(/>$/, ' >'));
  const work = (name: string, count: number, run: () => unknown): Work => ({
    name: `${kind}: ${name}`,
    times: count,
    prepare: () => run,
  });
  return [
    work('node:crypto signs the bytes', times, () => signatureOf(kind, privateKey, canonical)),
    work('sign', times, () => signCanonical(before, behind, { key })),
    work('sign a document that has to be parsed', times, () => signXml(sealedMessage, { ...sealedPlacement, key })),
    work('xml-crypto signs', slowTimes, () => signedByXmlCrypto(kind, privateKey)),
    work('node:crypto verifies the bytes', times, () => isSignature(kind, publicKey, canonical, bare)),
    work('verify', times, () => demand(verifyXml(message, policy).kind === 'verified')),
    work('verify a document that is not canonical', times, () =>
      demand(verifyXml(otherwise, policy).kind === 'verified'),
    ),
    work('xml-crypto verifies', slowTimes, () => demand(isVerifiedByXmlCrypto(kind, publicKey, message.toString()))),
  ];
}

function demand(isTrue: boolean): void {
  if (!isTrue) throw new Error('a signature did not verify');
}

function signatureOf(kind: Kind, key: KeyObject, text: string): Buffer {
  return sign('sha256', Buffer.from(text), kind === 'rsa-sha256' ? key : { key, dsaEncoding: 'ieee-p1363' });
}

function isSignature(kind: Kind, key: KeyObject, text: string, signature: Buffer): boolean {
  return verify(
    'sha256',
    Buffer.from(text),
    kind === 'rsa-sha256' ? key : { key, dsaEncoding: 'ieee-p1363' },
    signature,
  );
}

function xmlCrypto(kind: Kind, key: KeyObject): SignedXml {
  const options = key.type === 'private' ? { privateKey: key } : { publicCert: key };
  const signed = new SignedXml({ ...options, getCertFromKeyInfo: () => null });
  signed.signatureAlgorithm = uris[kind];
  signed.canonicalizationAlgorithm = exclusive;
  // It has no ECDSA of its own.
  signed.SignatureAlgorithms[uris['ecdsa-p256-sha256']] = class implements XmlCryptoAlgorithm {
    getSignature = (info: unknown): string => signatureOf(kind, key, String(info)).toString('base64');
    verifySignature = (info: string, _: unknown, value: string): boolean =>
      isSignature(kind, key, info, Buffer.from(value, 'base64'));
    getAlgorithmName = (): string => uris['ecdsa-p256-sha256'];
  };
  return signed;
}

function signedByXmlCrypto(kind: Kind, key: KeyObject): string {
  const signer = xmlCrypto(kind, key);
  signer.addReference({ xpath: '/*', isEmptyUri: true, transforms: [enveloped, exclusive], digestAlgorithm: sha256 });
  signer.computeSignature(sealedMessage, {
    prefix: 'ds',
    location: { reference: "//*[local-name(.)='Sgntr']", action: 'append' },
  });
  return signer.getSignedXml();
}

function isVerifiedByXmlCrypto(kind: Kind, key: KeyObject, xml: string): boolean {
  const verifier = xmlCrypto(kind, key);
  const signature = xml.slice(xml.indexOf('<ds:Signature '), xml.indexOf('</ds:Signature>') + '</ds:Signature>'.length);
  verifier.loadSignature(signature);
  return verifier.checkSignature(xml);
}
