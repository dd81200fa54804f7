import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonicalize.ts';
import { ds, x509Data } from '../../src/signature/key-info.ts';
import { signXml } from '../../src/signature/sign-xml.ts';
import { verifyXml } from '../../src/signature/verify-xml.ts';
import { signatureWriter, writeSignature } from '../../src/signature/write-signature.ts';
import { mustRead } from '../support/must-read.ts';
import { isoMessage, isoPlacement, policyOf, soapMessage, soapPlacement } from '../support/signed-messages.ts';
import { certified, p256, rsa } from '../support/signing-keys.ts';

const key = { algorithm: 'rsa-sha256', key: rsa.privateKey } as const;

describe('signXml', () => {
  it.each([
    ['an empty element tag', '<h:Sgntr/>'],
    ['an element without content', '<h:Sgntr></h:Sgntr>'],
    ['an element with white space', '<h:Sgntr >\n</h:Sgntr >'],
  ])('puts the signature into %s, and changes nothing else', (_, place) => {
    const message = isoMessage.replace('<h:Sgntr/>', place);
    const signed = signXml(message, { ...isoPlacement, key });
    const [before = '', behind = ''] = signed.split(/<ds:Signature .*<\/ds:Signature>/);
    expect(canonicalize(mustRead(before + behind).root)).toBe(canonicalize(mustRead(message).root));
    expect(verifyXml(Buffer.from(signed), policyOf(isoPlacement)).kind).toBe('verified');
  });

  it.each(['exclusive', 'c14n10', 'c14n11'] as const)(
    'signs beside what is inherited, whatever is in it: %s',
    (form) => {
      const message = isoMessage.replace('<n:Message', '<n:Message xml:lang="a>b" xml:space="preserve"');
      const signed = signXml(message, { ...isoPlacement, key, canonicalization: form });
      expect(verifyXml(Buffer.from(signed), policyOf(isoPlacement)).kind).toBe('verified');
    },
  );

  it('signs bytes, with a name for the key', () => {
    const signed = signXml(Buffer.from(soapMessage), {
      ...soapPlacement,
      key,
      keyInfo: [ds('KeyName', {}, 'bank-2026')],
    });
    expect(verifyXml(Buffer.from(signed), policyOf(soapPlacement))).toMatchObject({ keyId: 'bank-2026' });
  });

  it('leaves out an optional part that is not there', () => {
    const parts = [
      ...soapPlacement.parts,
      { name: 'action', path: ['{urn:x}none'], by: 'id', isOptional: true } as const,
    ];
    const signed = signXml(soapMessage, { ...soapPlacement, parts, key });
    expect(verifyXml(Buffer.from(signed), policyOf({ ...soapPlacement, parts })).kind).toBe('verified');
  });

  it.each([
    ['that cannot be read', '<a>', isoPlacement],
    ['with an instruction', isoMessage.replace('<h:Sgntr/>', '<?x?><h:Sgntr/>'), isoPlacement],
    ['without the place', isoMessage.replace('<h:Sgntr/>', ''), isoPlacement],
    ['without the part', soapMessage.replaceAll('Timestamp', 'Time'), soapPlacement],
    ['without the id', soapMessage.replace('wsu:Id="body"', ''), soapPlacement],
  ])('refuses a document %s', (_, message, placement) => {
    expect(() => signXml(message, { ...placement, key })).toThrow(expect.objectContaining({ code: 'command_invalid' }));
  });

  it('refuses a key that does not fit', () => {
    for (const wrong of [p256.privateKey, rsa.publicKey])
      expect(() => signXml(isoMessage, { ...isoPlacement, key: { ...key, key: wrong } })).toThrow(
        expect.objectContaining({ code: 'configuration_invalid' }),
      );
  });
});

describe('writeSignature', () => {
  it('signs text that is canonical already: what is written is what was hashed', async () => {
    const bank = await certified('CN=Bank');
    const canonical = canonicalize(mustRead(isoMessage).root);
    const signature = writeSignature({
      key: { algorithm: 'ecdsa-p256-sha256', key: p256.privateKey },
      references: [{ uri: '', transforms: ['enveloped-signature', 'exclusive'], canonical }],
      keyInfo: [x509Data(bank.certificate, 'issuer_serial')],
    });
    const signed = canonical.replace('</h:Sgntr>', `${signature}</h:Sgntr>`);
    const policy = {
      ...isoPlacement,
      trustedKey: () => ({ id: 'k', algorithm: 'ecdsa-p256-sha256', key: p256.publicKey }) as const,
    };
    const verdict = verifyXml(Buffer.from(signed), policy);
    expect(verdict.kind === 'verified' && verdict.parts.get('message')).toBe(canonical);
    expect(verifyXml(Buffer.from(signed.replace('10.00', '10.01')), policy)).toMatchObject({ reason: 'digest_wrong' });
  });

  it('writes the same with a writer that signed something else before', () => {
    const reference = { uri: '#a', transforms: ['exclusive'] } as const;
    const form = { key: { algorithm: 'rsa-sha256', key: rsa.privateKey }, references: [reference, reference] } as const;
    const write = signatureWriter(form);
    write(['<x></x>', '<y></y>']);
    const texts = ['<a>1</a>', '<b></b>'];
    const references = texts.map((canonical) => ({ ...reference, canonical }));
    expect(write(texts)).toBe(writeSignature({ ...form, references }));
    expect(write(texts)).not.toBe(write(texts.toReversed()));
  });
});
