import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyMessage } from '../../../src/iso20022/codec/verify-message.ts';
import { transferDocument } from '../support/documents.ts';
import { type Member, newMember, type SignatureForm, signed, unsignedMessage } from '../support/member.ts';

const members = { ec: newMember('021000021', 'ec-1'), rsa: newMember('021000021', 'rsa-1', 'rsa') };
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';

function unsigned(member: Member): string {
  const document = transferDocument('M1');
  return unsignedMessage(member, { id: 'M1', definition: 'pacs.008.001.08', document });
}

function verdictOn(xml: string, member: Member): string {
  try {
    const { text } = verifyMessage(xml, (id) => (id === member.keyId ? createPublicKey(member.publicPem) : undefined));
    return text;
  } catch (error) {
    return String(error);
  }
}

const REFUSED = /^MessageRefusal: The (signature does not hold|message cannot be read)/;

describe.each(['ec', 'rsa'] as const)('a signature by %s', (kind) => {
  const member = members[kind];
  const plain = unsigned(member);
  const form = (over: SignatureForm): string => signed(plain, member, over);
  const named = plain.replace(/(<Document xmlns="[^"]*")/, '$1 Id="doc"');
  const moved = plain.replace('<Sgntr></Sgntr>', '<Sgntr><Other><Sgntr></Sgntr></Other></Sgntr>');
  const [part = ''] = /<Document .*<\/Document>/.exec(named) ?? [];

  it('over the whole message holds, and hands on what was signed', () => {
    expect(verdictOn(signed(plain, member), member)).toBe(plain);
  });

  it.each([
    ['over the document alone', () => signed(named, member, { covers: part, uri: '#doc', transforms: [EXCLUSIVE] })],
    ['with SHA-1', () => form({ hash: 'sha1', digestMethod: `${DSIG}sha1` })],
    ['without the enveloped transform', () => form({ transforms: [EXCLUSIVE] })],
    ['with one transform more', () => form({ transforms: [`${DSIG}enveloped-signature`, EXCLUSIVE, EXCLUSIVE] })],
    [
      'with HMAC by the public key',
      () => signed(plain, member).replace(/xmldsig-more#(rsa|ecdsa)-sha256/, 'xmldsig#hmac-sha1'),
    ],
    ['in another place', () => signed(moved, member)],
    ['with an entity', () => `<!DOCTYPE a [<!ENTITY b "c">]>${signed(plain, member)}`],
    ['with a comment', () => signed(plain, member).replace('50.00', '50<!-- -->.00')],
  ])('%s does not hold', (_, attack) => {
    const xml = attack();
    expect(xml).not.toBe(signed(plain, member));
    expect(verdictOn(xml, member)).toMatch(REFUSED);
  });

  it('of another kind of key does not hold', () => {
    const other = members[kind === 'ec' ? 'rsa' : 'ec'];
    expect(verdictOn(signed(plain, { ...other, keyId: member.keyId }), member)).toMatch(REFUSED);
  });
});
