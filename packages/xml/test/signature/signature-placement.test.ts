import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonicalize.ts';
import { ds } from '../../src/signature/key-info.ts';
import { signCanonical } from '../../src/signature/sign-canonical.ts';
import { signXml } from '../../src/signature/sign-xml.ts';
import { transformsOf } from '../../src/signature/signature-placement.ts';
import { verifyXml } from '../../src/signature/verify-xml.ts';
import { surroundingsWithin } from '../../src/surroundings.ts';
import type { ParsedElement } from '../../src/xml-element.ts';
import { mustRead } from '../support/must-read.ts';
import {
  documentMessage,
  documentPlacement,
  envelopeByIdPlacement,
  envelopeMessage,
  envelopePlacement,
  policyOf,
  tchMessage,
  tchPlacement,
} from '../support/signed-messages.ts';
import { pairFor, ringOf } from '../support/signing-keys.ts';
import { xmlCryptoSigns, xmlCryptoVerifies } from '../support/xml-crypto.ts';
import { hasXmlsec1, xmlsec1Signs, xmlsec1Verifies } from '../support/xmlsec1.ts';

const placements = {
  'in the header of an envelope': [envelopeMessage, envelopePlacement, '</Sgntr>', 'exclusive'],
  'in the header, of header and document': [envelopeMessage, envelopeByIdPlacement, '</Sgntr>', 'exclusive'],
  'in the header, as on RTP': [tchMessage, tchPlacement, '</hdr:Sgntr>', 'c14n10'],
  'in the document': [documentMessage, documentPlacement, '</Envlp>', 'exclusive'],
} as const;
const names = [
  'in the header of an envelope',
  'in the header, of header and document',
  'in the header, as on RTP',
  'in the document',
] as const;
const cases = names.flatMap((name) =>
  (['rsa-sha256', 'ecdsa-p256-sha256'] as const).map((kind) => [name, kind] as const),
);
const wholes = names.filter((name) => placements[name][1].parts[0]?.by === 'document');
const idElements = ['Id:AppHdr', 'Id:Document'];

describe.each(cases)('a business message, signed %s with %s', (name, algorithm) => {
  const [message, placement, , canonicalization] = placements[name];
  const pair = pairFor(algorithm);
  const key = { algorithm, key: pair.privateKey };
  const policy = policyOf(placement, ringOf(algorithm));
  const signed = signXml(message, { ...placement, key, canonicalization });
  const kindOf = (source: string): string => verifyXml(Buffer.from(source), policy).kind;

  it('verifies here, and hands on what was signed', () => {
    const verdict = verifyXml(Buffer.from(signed), policy);
    if (verdict.kind === 'refused') expect.fail(verdict.reason);
    expect([...verdict.parts.keys()]).toEqual(placement.parts.map((part) => part.name));
    if (placement.parts[0]?.by === 'document') expect([...verdict.parts.values()]).toEqual([message]);
    expect(kindOf(signed.replace('10.00', '99.00'))).toBe('refused');
  });

  it.runIf(hasXmlsec1)('verifies in xmlsec1, and what that signs verifies here', () => {
    expect(xmlsec1Verifies(signed, pair, idElements)).toBe(true);
    expect(xmlsec1Verifies(signed.replace('10.00', '99.00'), pair, idElements)).toBe(false);
    const template = signed
      .replace(/<ds:DigestValue>[^<]*/g, '<ds:DigestValue>')
      .replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>');
    expect(kindOf(template)).toBe('refused');
    expect(kindOf(xmlsec1Signs(template, pair, idElements))).toBe('verified');
  });

  it('verifies in xml-crypto, and what that signs verifies here', () => {
    expect(xmlCryptoVerifies(signed, algorithm, pair.publicKey)).toBe(true);
    expect(kindOf(xmlCryptoSigns(message, placement, key, canonicalization))).toBe('verified');
  });
});

describe('signCanonical', () => {
  it.each(wholes)('writes what signXml writes, and parses nothing: %s', (name) => {
    const [message, placement, behindIt, canonicalization] = placements[name];
    const key = { algorithm: 'rsa-sha256', key: pairFor('rsa-sha256').privateKey } as const;
    expect(canonicalize(mustRead(message).root, { method: 'c14n11' })).toBe(message);
    const at = message.indexOf(behindIt);
    const transforms = placement.parts.flatMap(transformsOf);
    // A name such as this would be lost in String.replace.
    const keyInfo = [ds('KeyName', {}, "$& $' $1")];
    const surroundings = surroundingsWithin(holderIn(mustRead(message).root));
    const options = { key, canonicalization, keyInfo };
    expect(signCanonical(message.slice(0, at), message.slice(at), { ...options, transforms, surroundings })).toBe(
      signXml(message, { ...options, ...placement }),
    );
  });
});

function holderIn(root: ParsedElement): ParsedElement {
  const found = [root];
  for (const element of found) found.push(...element.children.filter((child) => typeof child !== 'string'));
  return found.find(({ local }) => local === 'Sgntr') ?? found.at(-1) ?? root;
}
