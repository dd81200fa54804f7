import { describe, expect, it } from 'vitest';
import type { CanonicalMethod } from '../../src/canonicalize.ts';
import {
  canonicalUris,
  digestUris,
  signatureUris,
  type Transform,
  transformUris,
} from '../../src/signature/algorithm.ts';
import { signXml } from '../../src/signature/sign-xml.ts';
import type { SignaturePlacement } from '../../src/signature/signature-placement.ts';
import { verifyXml } from '../../src/signature/verify-xml.ts';
import {
  isoByIdPlacement,
  isoMessage,
  isoPlacement,
  policyOf,
  soapMessage,
  soapPlacement,
} from '../support/signed-messages.ts';
import { pairFor, ringOf, rsa } from '../support/signing-keys.ts';
import { xmlCrypto, xmlCryptoSigns, xmlCryptoVerifies } from '../support/xml-crypto.ts';
import { hasXmlsec1, xmlsec1Signs, xmlsec1Verifies } from '../support/xmlsec1.ts';

const algorithms = ['rsa-sha256', 'rsa-sha512', 'rsa-pss-sha256', 'ecdsa-p256-sha256'] as const;
const forms = ['exclusive', 'c14n10', 'c14n11'] as const;
const placements = { isoPlacement, isoByIdPlacement, soapPlacement } as const;
const names = ['isoPlacement', 'isoByIdPlacement', 'soapPlacement'] as const;
const cases = names.flatMap((name) =>
  algorithms.flatMap((algorithm) => forms.map((form) => [name, algorithm, form] as const)),
);
// xmlsec1 1.2.37 does not know RSA-PSS by this name.
const casesOfXmlsec1 = cases.filter(([, algorithm]) => algorithm !== 'rsa-pss-sha256');

function withForm(placement: SignaturePlacement, form: CanonicalMethod): SignaturePlacement {
  const parts = placement.parts.map((part) => {
    const transforms: readonly Transform[] = part.by === 'document' ? ['enveloped-signature', form] : [form];
    return { ...part, transforms };
  });
  return { ...placement, parts };
}

const messageOf = (placement: SignaturePlacement): string => (placement === soapPlacement ? soapMessage : isoMessage);
const bytes = (text: string): Buffer => Buffer.from(text);

describe('what is signed here', () => {
  it.each(cases)('verifies here: %s, %s, %s', (name, algorithm, form) => {
    const placement = withForm(placements[name], form);
    const key = { algorithm, key: pairFor(algorithm).privateKey };
    const signed = signXml(messageOf(placements[name]), { ...placement, key, canonicalization: form });
    const verdict = verifyXml(bytes(signed), policyOf(placement, ringOf(algorithm)));
    expect(verdict).toMatchObject({ kind: 'verified', keyId: 'bank-2026' });
    if (verdict.kind !== 'verified') return;
    expect([...verdict.parts.keys()]).toEqual(placement.parts.map((part) => part.name));
    expect(verdict.parts.get(placement.parts[0]?.name ?? '')).toContain('10.00');
  });

  it.runIf(hasXmlsec1).each(casesOfXmlsec1)('verifies in xmlsec1: %s, %s, %s', (name, algorithm, form) => {
    const placement = withForm(placements[name], form);
    const pair = pairFor(algorithm);
    const key = { algorithm, key: pair.privateKey };
    const signed = signXml(messageOf(placements[name]), { ...placement, key, canonicalization: form });
    expect(xmlsec1Verifies(signed, pair)).toBe(true);
    expect(xmlsec1Verifies(signed.replace('10.00', '99.00'), pair)).toBe(false);
  });

  it.each(cases.filter(([, , form]) => form !== 'c14n11'))(
    'verifies in xml-crypto: %s, %s, %s',
    (name, algorithm, form) => {
      const placement = withForm(placements[name], form);
      const { privateKey, publicKey } = pairFor(algorithm);
      const options = { ...placement, key: { algorithm, key: privateKey }, canonicalization: form };
      const signed = signXml(messageOf(placements[name]), options);
      expect(xmlCryptoVerifies(signed, algorithm, publicKey)).toBe(true);
    },
  );
});

describe('what others sign verifies here', () => {
  it.runIf(hasXmlsec1).each(casesOfXmlsec1)('xmlsec1: %s, %s, %s', (name, algorithm, form) => {
    const placement = withForm(placements[name], form);
    const pair = pairFor(algorithm);
    const options = { ...placement, key: { algorithm, key: pair.privateKey }, canonicalization: form };
    // Our own signature without its values is the template.
    const template = signXml(messageOf(placements[name]), options)
      .replace(/<ds:DigestValue>[^<]*/g, '<ds:DigestValue>')
      .replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>');
    const signed = xmlsec1Signs(template, pair);
    expect(verifyXml(bytes(template), policyOf(placement, ringOf(algorithm))).kind).toBe('refused');
    expect(verifyXml(bytes(signed), policyOf(placement, ringOf(algorithm)))).toMatchObject({ kind: 'verified' });
  });

  it.each(cases.filter(([, , form]) => form !== 'c14n11'))('xml-crypto: %s, %s, %s', (name, algorithm, form) => {
    const placement = withForm(placements[name], form);
    const key = { algorithm, key: pairFor(algorithm).privateKey };
    const signed = xmlCryptoSigns(messageOf(placements[name]), placement, key, form);
    const verdict = verifyXml(bytes(signed), policyOf(placement, ringOf(algorithm)));
    expect(verdict).toMatchObject({ kind: 'verified' });
  });
});

it('a list of all the prefixes that an envelope declares is read', () => {
  const prefixes = Array.from({ length: 30 }, (_, index) => `ns${index}`);
  const declarations = prefixes.map((prefix) => ` xmlns:${prefix}="urn:${prefix}"`).join('');
  const signer = xmlCrypto('rsa-sha256', rsa.privateKey);
  signer.signatureAlgorithm = signatureUris['rsa-sha256'];
  signer.canonicalizationAlgorithm = canonicalUris.exclusive;
  signer.addReference({
    xpath: '/*/*[1]',
    transforms: [transformUris.exclusive],
    digestAlgorithm: digestUris.sha256,
    inclusiveNamespacesPrefixList: prefixes,
  });
  signer.computeSignature(`<e${declarations}><b><c>10.00</c></b></e>`);
  const parts = [{ name: 'b', path: ['{}e', '{}b'], by: 'id' } as const];
  const policy = policyOf({ signatureIn: ['{}e'], parts });
  expect(verifyXml(bytes(signer.getSignedXml()), policy)).toMatchObject({ kind: 'verified' });
});

describe('xml-crypto as a second opinion', () => {
  function signedByXmlCrypto(message: string, transform: Transform): string {
    const signer = xmlCrypto('rsa-sha256', rsa.privateKey);
    signer.signatureAlgorithm = signatureUris['rsa-sha256'];
    signer.canonicalizationAlgorithm = canonicalUris.exclusive;
    const transforms = [transformUris['enveloped-signature'], transformUris[transform]];
    signer.addReference({ xpath: '/*', isEmptyUri: true, transforms, digestAlgorithm: digestUris.sha256 });
    const reference = "//*[local-name(.)='Sgntr']";
    signer.computeSignature(message, { prefix: 'ds', location: { reference, action: 'append' } });
    return signer.getSignedXml();
  }

  it.each(cases)('confirms what is signed here: %s, %s, %s', (name, algorithm, form) => {
    const placement = withForm(placements[name], form);
    const key = { algorithm, key: pairFor(algorithm).privateKey };
    const signed = signXml(messageOf(placements[name]), { ...placement, key, canonicalization: form });
    const policy = { ...policyOf(placement, ringOf(algorithm)), secondOpinion: true };
    expect(verifyXml(bytes(signed), policy)).toMatchObject({ kind: 'verified' });
  });

  it.each(['exclusive', 'exclusive-with-comments', 'c14n10-with-comments'] as const)(
    '%s: comments are not signed',
    (transform) => {
      const parts = isoPlacement.parts.map((part) => ({
        ...part,
        transforms: ['enveloped-signature', transform] as const,
      }));
      const policy = policyOf({ ...isoPlacement, parts });
      const signed = signedByXmlCrypto(isoMessage.replace('10.00', '10<!-- 9 -->.00'), transform);
      expect(verifyXml(bytes(signed), policy)).toMatchObject({
        reason: 'xml_refused',
        issue: { code: 'comment_refused' },
      });
      const verdict = verifyXml(bytes(signed), { ...policy, comments: 'ignored' });
      expect(verdict.kind === 'verified' && verdict.parts.get('message')).toContain('>10.00<');
    },
  );

  it('does not confirm where it reads another document: it takes the content of an instruction for text', () => {
    const source = isoMessage.replace('10.00', '10<?bank 0?>.00');
    const signed = signedByXmlCrypto(source, 'exclusive');
    expect(signed).toContain('<?bank 0?>');
    expect(verifyXml(bytes(signed), policyOf(isoPlacement))).toMatchObject({ issue: { code: 'instruction_refused' } });
    const verifier = xmlCrypto('rsa-sha256', rsa.publicKey);
    verifier.loadSignature(signed.slice(signed.indexOf('<ds:Signature '), signed.indexOf('</ds:Signature>') + 15));
    expect(verifier.checkSignature(signed) && verifier.getSignedReferences()[0]).toContain('>100.00<');
  });
});
