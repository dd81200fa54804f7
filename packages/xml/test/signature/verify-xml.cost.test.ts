import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalUris, transformUris } from '../../src/signature/algorithm.ts';
import { keyRing } from '../../src/signature/key-ring.ts';
import { type SignaturePolicy, verifyXml } from '../../src/signature/verify-xml.ts';
import { forge, reference, rightTransforms, transform } from '../support/forge-signature.ts';
import { genuine, isoByIdPlacement, isoMessage, isoPlacement, policyOf } from '../support/signed-messages.ts';
import { certified } from '../support/signing-keys.ts';

const size = 200_000;
const whole = policyOf(isoPlacement);
const byId = policyOf(isoByIdPlacement);

function filled(unit: (index: number) => string): string {
  const one = unit(100).length;
  return Array.from({ length: Math.floor(size / one) }, (_, index) => unit(index)).join('');
}

function numbered(unit: (at: number) => string): string {
  return Array.from({ length: 60 }, (_, at) => unit(at + 100)).join('');
}

const inside = (content: string): string => isoMessage.replace('<FIToFI', () => `${content}<FIToFI`);
const longUri = `urn:${'x'.repeat(20_000)}`;
const hostile: Readonly<Record<string, string>> = {
  'a thousand references': forge({ references: Array.from({ length: 500 }, () => reference('')) }),
  'a thousand transforms': forge({
    references: [
      reference(
        '',
        Array.from({ length: 2_000 }, () => rightTransforms[0] ?? ''),
      ),
    ],
  }),
  'a hundred canonical forms': forge({
    references: [
      reference(
        '',
        Array.from({ length: 100 }, () => transform(canonicalUris.exclusive)),
      ),
    ],
  }),
  'an unknown transform': forge({ references: [reference('', [transform(transformUris.c14n11)])] }),
  'deep nesting': inside('<a>'.repeat(size / 3)),
  'deep nesting that fits': inside(filled(() => `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)),
  'a namespace that is repeated': genuine(
    inside(`<a xmlns:p="${longUri}">${'<p:b/>'.repeat(size / 8)}</a>`),
    isoPlacement,
  ),
  'prefixes and prefixes': inside(filled((index) => `<p${index}:a xmlns:p${index}="urn:${index}" p${index}:b="1"/>`)),
  'many attributes': inside(
    filled(() => `<a ${Array.from({ length: 60 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
  ),
  'too many attributes': inside(`<a ${filled((index) => ` a${index}="1"`)}/>`),
  'character references': inside(filled(() => '&#65;')),
  'pieces of CDATA': inside(filled(() => '<![CDATA[x]]>')),
  'signatures in their hundreds': inside(filled(() => '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>')),
  'white space in tags': inside(filled(() => `<a${' '.repeat(200)}/>`)),
  'a long base64 value': forge({ sign: () => Buffer.alloc(size) }),
  'namespaces that nothing uses': inside(filled(() => `<a${numbered((at) => ` xmlns:p${at}="urn:${at}"`)}></a>`)),
  'attributes in reverse order': inside(filled(() => `<a${numbered((at) => ` a${160 - at}="1"`)}></a>`)),
  'attributes to be written again': inside(filled(() => `<a b="${'&#60;'.repeat(1_000)}"></a>`)),
  'texts to be written again': inside(filled(() => '<a>>>></a>')),
  'all in the supplementary data': inside(
    `<SplmtryData><Envlp>${filled(() => '<a b="1">&amp;</a>')}</Envlp></SplmtryData>`,
  ),
};

const references = Array.from({ length: 500 }, () => reference('#doc', [transform(canonicalUris.exclusive)]));
const hostileById: Readonly<Record<string, string>> = {
  'ids in their thousands': forge({
    message: inside(filled((index) => `<a Id="i${index}"></a>`)),
    references: references.slice(0, 1),
  }),
  'the same id in its thousands': forge({
    message: inside(filled(() => '<a Id="doc"></a>')),
    references: references.slice(0, 1),
  }),
  'a thousand references to one id': forge({ references }),
};

// What names a certificate is public: anybody can point to a trusted one.
const { certificate, publicKey } = await certified('C=DE, O=Bank, CN=Signer');
const certifiedOnly = policyOf(
  isoPlacement,
  keyRing([{ id: 'certified', algorithm: 'rsa-sha256', key: publicKey, certificate }]),
);
const issued = (issuer: string): string =>
  forge({
    keyInfo: `<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>${issuer}</ds:X509IssuerName><ds:X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>`,
  });
const hostileByIssuer: Readonly<Record<string, string>> = {
  'white space in the name of an issuer': issued(`a${' '.repeat(size / 2)}b`),
};

// All that a policy may look for, in a message where there is much to look through.
const root = '{urn:network}Message';
const alsoSigned: SignaturePolicy = {
  ...byId,
  parts: [
    ...byId.parts,
    ...['a', 'b', 'c'].map((name) => ({ name, path: [root, name], by: 'id', isOptional: true }) as const),
  ],
  alsoIn: [[root]],
};
const others = Array.from({ length: 16 }, (_, at) => `<x Id="x${at}"/>`).join('');
const hostileByReference: Readonly<Record<string, string>> = {
  'as many references as there may be, and siblings in their thousands': forge({
    message: isoMessage.replace('</n:Message>', `${others}${'<a/>'.repeat(49_000)}</n:Message>`),
    references: Array.from({ length: 16 }, (_, at) => reference(`#x${at}`, [transform(canonicalUris.exclusive)])),
  }),
};

/** Least CPU time of a few runs, in milliseconds: what others do on the machine only adds. */
function cost(source: string, policy = whole): number {
  const bytes = Buffer.from(source);
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    verifyXml(bytes, policy);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

describe('what a hostile message costs', () => {
  const valid = genuine(inside(filled((index) => `<Ntry><Amt Ccy="USD">${index}.00</Amt></Ntry>`)), isoPlacement);
  let validMs = 0;

  beforeAll(() => {
    cost(valid);
    validMs = cost(valid);
  });

  it('is measured beside a message that is verified', () => {
    expect(verifyXml(Buffer.from(valid), whole).kind).toBe('verified');
  });

  it.each([
    ...Object.entries(hostile).map(([name, source]) => [name, source, whole] as const),
    ...Object.entries(hostileById).map(([name, source]) => [name, source, byId] as const),
    ...Object.entries(hostileByReference).map(([name, source]) => [name, source, alsoSigned] as const),
    ...Object.entries(hostileByIssuer).map(([name, source]) => [name, source, certifiedOnly] as const),
  ])('at most ten times a valid one of its size: %s', (_, source, policy) => {
    const scale = Math.max(1, source.length / valid.length);
    expect(cost(source, policy)).toBeLessThan(Math.max(2, validMs) * scale * 10);
  });

  it('is bounded where xml-crypto is asked: anybody can add comments to what is signed', () => {
    const policy: SignaturePolicy = { ...whole, comments: 'ignored' };
    const commented = (count: number) =>
      Buffer.from(genuine(isoMessage, isoPlacement).replace('10.00', `10.00${'<!---->'.repeat(count)}`));
    expect(verifyXml(commented(256), policy)).toMatchObject({ kind: 'verified' });
    expect(verifyXml(commented(257), policy)).toEqual({ kind: 'refused', reason: 'too_costly' });
  });
});
