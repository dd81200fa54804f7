import { constants, sign } from 'node:crypto';
import { canonicalize } from '../../src/canonicalize.ts';
import { dsNamespace, signatureUris } from '../../src/signature/algorithm.ts';
import { ds, x509Data } from '../../src/signature/key-info.ts';
import { keyRing } from '../../src/signature/key-ring.ts';
import type { SignaturePolicy } from '../../src/signature/verify-xml.ts';
import type { XmlElement } from '../../src/xml-element.ts';
import { type Attack, evil } from './attack.ts';
import type { Carelessness } from './careless-verifier.ts';
import { envelope } from './envelope-attacks.ts';
import { type Forgery, forge, reference, rightTransforms } from './forge-signature.ts';
import { envelopeMessage, envelopePlacement, nowMs, policyOf } from './signed-messages.ts';
import { certified, p256, ringOf, rogueRsa, rsa } from './signing-keys.ts';

type Row = readonly [
  name: string,
  source: string,
  policy: SignaturePolicy,
  refused: string,
  ...careless: Carelessness[],
];

const bank = await certified('CN=Bank');
const rogue = await certified('CN=Bank');
const certifiedBank = policyOf(
  envelopePlacement,
  keyRing([
    { id: 'bank-2026', algorithm: 'rsa-sha256', key: bank.publicKey, certificate: bank.certificate },
    { id: 'bank-2025', algorithm: 'rsa-sha256', key: rsa.publicKey },
  ]),
);

const evilEnvelope = evil(envelopeMessage);
/** An evil envelope with a signature over it, by the key of someone else. */
const evilBy = (forgery: Forgery): string =>
  forge({
    message: evilEnvelope,
    references: [reference('', rightTransforms, evilEnvelope)],
    key: rogue.privateKey,
    ...forgery,
  });
/** An envelope as it should be, with a signature that is only made otherwise. */
const genuineBy = (forgery: Forgery): string =>
  forge({ message: envelopeMessage, references: [reference('', rightTransforms, envelopeMessage)], ...forgery });
const keyInfo = (...children: readonly XmlElement[]): string =>
  children.map((child) => canonicalize(child).replaceAll(` xmlns:ds="${dsNamespace}"`, '')).join('');
const certificateOf = ({ certificate }: typeof bank): XmlElement => x509Data(certificate, 'certificate');
const base64 = (text = ''): string => Buffer.from(text, 'base64url').toString('base64');
const { n, e } = rogueRsa.publicKey.export({ format: 'jwk' });
const keyValue = ds('KeyValue', {}, ds('RSAKeyValue', {}, ds('Modulus', {}, base64(n)), ds('Exponent', {}, base64(e))));
const name = (text: string): XmlElement => ds('KeyName', {}, text);

const keyInfoRows: readonly Row[] = [
  ['a KeyValue', evilBy({ key: rogueRsa.privateKey, keyInfo: keyInfo(keyValue) }), envelope, 'signature_wrong'],
  [
    'a KeyValue, the right name before it',
    evilBy({ key: rogueRsa.privateKey, keyInfo: keyInfo(name('bank-2026'), keyValue) }),
    envelope,
    'signature_wrong',
  ],
  [
    'its certificate before the right one',
    evilBy({ keyInfo: keyInfo(certificateOf(rogue), certificateOf(bank)) }),
    certifiedBank,
    'key_unknown',
  ],
  [
    'the right certificate before its own',
    evilBy({ keyInfo: keyInfo(certificateOf(bank), certificateOf(rogue)) }),
    certifiedBank,
    'signature_wrong',
    'signature',
  ],
  [
    'its certificate, of the same name and serial number',
    evilBy({ keyInfo: keyInfo(certificateOf(rogue), x509Data(bank.certificate, 'issuer_serial')) }),
    certifiedBank,
    'key_unknown',
  ],
  [
    'the issuer and serial number of the right one',
    evilBy({ keyInfo: keyInfo(x509Data(bank.certificate, 'issuer_serial')) }),
    certifiedBank,
    'signature_wrong',
    'signature',
  ],
  [
    'the subject of the right one',
    evilBy({ keyInfo: keyInfo(ds('X509Data', {}, ds('X509SubjectName', {}, 'CN=Bank'))) }),
    envelope,
    'signature_wrong',
    'signature',
  ],
  [
    'a place to fetch it from',
    evilBy({ keyInfo: keyInfo(ds('RetrievalMethod', { URI: 'http://evil.test/key' })) }),
    envelope,
    'signature_wrong',
    'signature',
  ],
  [
    'the right name twice',
    evilBy({ keyInfo: keyInfo(name('bank-2026'), name('rogue')) }),
    envelope,
    'signature_wrong',
    'signature',
  ],
  [
    'a chain of nine',
    evilBy({ keyInfo: keyInfo(...Array.from({ length: 9 }, () => certificateOf(rogue))) }),
    certifiedBank,
    'too_costly',
  ],
];

const ringRows: readonly Row[] = [
  ['two that count, and none is named', genuineBy({}), certifiedBank, 'key_ambiguous'],
  [
    'the one that has ended, while both are known',
    genuineBy({ keyInfo: keyInfo(name('old')) }),
    policyOf(
      envelopePlacement,
      keyRing([
        { id: 'old', algorithm: 'rsa-sha256', key: rsa.publicKey, notAfterMs: nowMs - 1 },
        { id: 'new', algorithm: 'rsa-sha256', key: rogueRsa.publicKey, notBeforeMs: nowMs - 1_000 },
      ]),
    ),
    'key_expired',
  ],
  [
    'the one that was revoked within its time',
    genuineBy({ keyInfo: keyInfo(name('old')) }),
    policyOf(
      envelopePlacement,
      keyRing([
        { id: 'old', algorithm: 'rsa-sha256', key: rsa.publicKey, notAfterMs: nowMs + 1, revokedAtMs: nowMs - 1 },
      ]),
    ),
    'key_revoked',
  ],
  [
    'one of another kind, of the right name',
    genuineBy({ keyInfo: keyInfo(name('bank-2026')) }),
    policyOf(envelopePlacement, ringOf('ecdsa-p256-sha256')),
    'algorithm_refused',
  ],
];

const p256Policy = policyOf(envelopePlacement, ringOf('ecdsa-p256-sha256'));
const ecdsa = (make: (bytes: Buffer) => Buffer): string =>
  genuineBy({ algorithm: signatureUris['ecdsa-p256-sha256'], sign: make });
const rawP256 = (bytes: Buffer): Buffer => sign('sha256', bytes, { key: p256.privateKey, dsaEncoding: 'ieee-p1363' });
const pssPolicy = policyOf(envelopePlacement, ringOf('rsa-pss-sha256'));
const pss = (make: (bytes: Buffer) => Buffer): string =>
  genuineBy({ algorithm: signatureUris['rsa-pss-sha256'], sign: make });
const salted = (saltLength: number) => (bytes: Buffer) =>
  sign('sha256', bytes, { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

const valueRows: readonly Row[] = [
  ['ECDSA: r and s are zero', ecdsa(() => Buffer.alloc(64)), p256Policy, 'signature_wrong'],
  ['ECDSA: r and s are too great', ecdsa(() => Buffer.alloc(64, 0xff)), p256Policy, 'signature_wrong'],
  ['ECDSA: in DER', ecdsa((bytes) => sign('sha256', bytes, p256.privateKey)), p256Policy, 'signature_wrong'],
  [
    'ECDSA: in longer numbers',
    ecdsa((bytes) =>
      Buffer.concat([Buffer.alloc(1), rawP256(bytes).subarray(0, 32), Buffer.alloc(1), rawP256(bytes).subarray(32)]),
    ),
    p256Policy,
    'signature_wrong',
  ],
  ['ECDSA: r without s', ecdsa((bytes) => rawP256(bytes).subarray(0, 32)), p256Policy, 'signature_wrong'],
  [
    'RSA: one byte longer',
    genuineBy({ sign: (bytes) => Buffer.concat([Buffer.alloc(1), sign('sha256', bytes, rsa.privateKey)]) }),
    envelope,
    'signature_wrong',
    'signature',
  ],
  ['RSA: zeros', genuineBy({ sign: () => Buffer.alloc(256) }), envelope, 'signature_wrong', 'signature'],
  [
    'RSA: of another hash than is said',
    genuineBy({ sign: (bytes) => sign('sha1', bytes, rsa.privateKey) }),
    envelope,
    'signature_wrong',
    'signature',
  ],
  ['RSA: PSS where PKCS #1 1.5 is said', genuineBy({ sign: salted(32) }), envelope, 'signature_wrong', 'signature'],
  [
    'PSS: PKCS #1 1.5 where PSS is said',
    pss((bytes) => sign('sha256', bytes, rsa.privateKey)),
    pssPolicy,
    'signature_wrong',
  ],
  ['PSS: without salt', pss(salted(0)), pssPolicy, 'signature_wrong'],
  [
    'the algorithm in capitals',
    genuineBy({ algorithm: signatureUris['rsa-sha256'].toUpperCase() }),
    envelope,
    'algorithm_refused',
  ],
  [
    'the algorithm with white space',
    genuineBy({ algorithm: ` ${signatureUris['rsa-sha256']}` }),
    envelope,
    'algorithm_refused',
  ],
];

const attacksOf = (kind: string, rows: readonly Row[]): readonly Attack[] =>
  rows.map(([what, source, policy, refused, ...careless]) => ({
    name: `${kind}: ${what}`,
    source,
    policy,
    refused: [refused],
    careless,
  }));

export const trustAttacks: readonly Attack[] = [
  ...attacksOf('someone else with', keyInfoRows),
  ...attacksOf('key ring', ringRows),
  ...attacksOf('signature value', valueRows),
];
