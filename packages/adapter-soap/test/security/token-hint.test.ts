import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SigningKey } from '../../src/security/signing-key.ts';
import { createCredential } from '../support/credential.ts';
import { signedAnswer, verdictOn } from '../support/signed-answer.ts';

const [bank, successor] = [await createCredential('bank'), await createCredential('bank')];
const demand = { trusted: [bank.certificate, successor.certificate] };
const { raw } = new X509Certificate(bank.certificate);
const thumbprint = createHash('sha1').update(raw).digest('base64');
const x509 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0';
const wss11 = 'http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1';

/** The answer of the bank, with another word on its key: KeyInfo is not signed. */
function naming(reference: string): string {
  return signedAnswer(bank).replace(
    /(<wsse:SecurityTokenReference[^>]*>).*(<\/wsse:SecurityTokenReference>)/s,
    `$1${reference}$2`,
  );
}

describe('while two certificates are trusted, an answer is verified that names its own by', () => {
  it.each([
    ['its thumbprint', `<wsse:KeyIdentifier ValueType="${wss11}#ThumbprintSHA1">${thumbprint}</wsse:KeyIdentifier>`],
    ['itself', `<wsse:KeyIdentifier ValueType="${x509}#X509v3">${raw.toString('base64')}</wsse:KeyIdentifier>`],
  ])('%s', (_name, reference) => {
    expect(verdictOn(naming(reference), demand).kind).toBe('verified');
  });

  it('its issuer and serial number', () => {
    const key = SigningKey.ofPem(bank.certificate, bank.key);
    const answer = signedAnswer(bank, { signature: { key, certificate: 'issuer_serial' } });
    expect(verdictOn(answer, demand).kind).toBe('verified');
  });
});

describe('an answer that names', () => {
  const identifier = (type: string, value: string) =>
    `<wsse:KeyIdentifier ValueType="${type}">${value}</wsse:KeyIdentifier>`;

  it.each([
    [
      'the certificate of another',
      identifier(`${x509}#X509v3`, Buffer.from('another').toString('base64')),
      'key_unknown',
    ],
    [
      'the thumbprint of another',
      identifier(`${wss11}#ThumbprintSHA1`, Buffer.alloc(20).toString('base64')),
      'key_unknown',
    ],
    ['no token of its own', '<wsse:Reference URI="#nowhere"/>', 'key_unknown'],
    ['something else', identifier('urn:constructor', 'x'), 'key_ambiguous'],
  ])('%s is not believed', (_name, reference, reason) => {
    expect(verdictOn(naming(reference), demand)).toEqual({ kind: 'refused', reason });
  });

  it('a path of certificates leaves the only one that is trusted', () => {
    const path = signedAnswer(bank)
      .replace(`ValueType="${x509}#X509v3" wsu:Id`, `ValueType="${x509}#X509PKIPathv1" wsu:Id`)
      .replace(raw.toString('base64'), Buffer.from('a path').toString('base64'));
    expect(verdictOn(path, { trusted: [bank.certificate] }).kind).toBe('verified');
  });
});
