import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonicalize.ts';
import { ds, type KeyHint, readKeyHint, x509Data } from '../../src/signature/key-info.ts';
import { keyRing, type RingKey } from '../../src/signature/key-ring.ts';
import { mustRead } from '../support/must-read.ts';
import { certified, identifierOf, p256, rogueRsa, rsa } from '../support/signing-keys.ts';

const bank = await certified('C=DE, O=Bank, CN=Signer');
const other = await certified('C=DE, O=Other, CN=Signer');
const none: KeyHint = { certificates: [] };
const plain: RingKey = { id: 'plain', algorithm: 'rsa-sha256', key: rsa.publicKey };
const withCertificate: RingKey = {
  id: 'certified',
  algorithm: 'rsa-sha256',
  key: bank.publicKey,
  certificate: bank.certificate,
};
const ring = keyRing([plain, withCertificate]);

const idOf = (hint: KeyHint, nowMs = 0): string => {
  const found = ring.find(hint, nowMs);
  return typeof found === 'string' ? found : found.id;
};
const hintOf = (keyInfo: Parameters<typeof canonicalize>[0]): KeyHint =>
  readKeyHint(mustRead(canonicalize(ds('KeyInfo', {}, keyInfo))).root);

describe('a key is found', () => {
  it('by its name', () => {
    expect(idOf(hintOf(ds('KeyName', {}, 'plain')))).toBe('plain');
    expect(idOf({ ...none, keyName: 'nobody' })).toBe('key_unknown');
  });

  it('by its certificate', () => {
    expect(idOf(hintOf(x509Data(bank.certificate, 'certificate')))).toBe('certified');
    expect(idOf(hintOf(x509Data(other.certificate, 'certificate')))).toBe('key_unknown');
  });

  it('by its serial number, and among several by its issuer', () => {
    const both = keyRing([{ ...withCertificate, id: 'other', ...other, key: other.publicKey }, withCertificate]);
    expect(both.find(hintOf(x509Data(bank.certificate, 'issuer_serial')), 0)).toMatchObject({ id: 'certified' });
    expect(both.find(hintOf(x509Data(other.certificate, 'issuer_serial')), 0)).toMatchObject({ id: 'other' });
  });

  it.each([
    'E=a@bank.example, CN=Signer, OID.2.5.4.97=PSDDE-BAFIN-1, O="Bank, AG", S=Hessen, C=DE',
    '1.2.840.113549.1.9.1=#160e6140,CN=Signer,2.5.4.97=#0c0150,O=Bank\\, AG,ST=Hessen,C=DE',
  ])('by its serial number, however its issuer is written: %s', (issuer) => {
    const serialNumber = BigInt(`0x${bank.certificate.serialNumber}`).toString();
    expect(idOf({ ...none, issuerSerial: { issuer, serialNumber } })).toBe('certified');
  });

  it('by its subject key identifier or its thumbprint, as far as it has one', () => {
    const both = keyRing([{ ...withCertificate, id: 'other', ...other, key: other.publicKey }, withCertificate]);
    const thumbprint = createHash('sha1').update(bank.certificate.raw).digest();
    expect(both.find({ ...none, thumbprint }, 0)).toMatchObject({ id: 'certified' });
    expect(both.find({ ...none, thumbprint: Buffer.alloc(20) }, 0)).toBe('key_unknown');
    const identifier = identifierOf(bank.certificate);
    expect(both.find(hintOf(ds('X509Data', {}, ds('X509SKI', {}, identifier))), 0)).toMatchObject({ id: 'certified' });
    const stranger = Buffer.alloc(20).toString('base64');
    expect(both.find(hintOf(ds('X509Data', {}, ds('X509SKI', {}, stranger))), 0)).toBe('key_unknown');
    expect(keyRing([plain]).find({ ...none, thumbprint }, 0)).toMatchObject({ id: 'plain' });
  });

  it('by the name of its issuer in another order', () => {
    const serialNumber = BigInt(`0x${bank.certificate.serialNumber}`).toString();
    for (const issuer of ['CN=Signer,O=Bank,C=DE', 'C=DE, O = Bank, CN=Signer'])
      expect(idOf({ ...none, issuerSerial: { issuer, serialNumber } })).toBe('certified');
    expect(idOf({ ...none, issuerSerial: { issuer: 'CN=Signer,O=Bank,C=DE', serialNumber: '1' } })).toBe('key_unknown');
  });

  it('only if all that is said of it points to it', () => {
    const certificates = [bank.certificate.raw];
    expect(idOf({ certificates, keyName: 'certified' })).toBe('certified');
    expect(idOf({ certificates, keyName: 'plain' })).toBe('key_unknown');
    expect(idOf({ certificates: [other.certificate.raw, bank.certificate.raw] })).toBe('key_unknown');
  });

  it('without a hint only if one counts', () => {
    expect(idOf(none)).toBe('key_ambiguous');
    const rotated = keyRing([
      { ...plain, notAfterMs: 10 },
      { ...withCertificate, notBeforeMs: 11 },
    ]);
    expect(rotated.find(none, 10)).toMatchObject({ id: 'plain' });
    expect(rotated.find(none, 11)).toMatchObject({ id: 'certified' });
  });
});

describe('a key counts in its time', () => {
  const timed = keyRing([{ ...plain, notBeforeMs: 100, notAfterMs: 200, revokedAtMs: 150 }]);
  it.each([
    [99, 'key_not_yet_valid'],
    [150, 'key_revoked'],
    [201, 'key_revoked'],
  ] as const)('at %d: %s', (nowMs, refusal) => {
    expect(timed.find({ ...none, keyName: 'plain' }, nowMs)).toBe(refusal);
  });

  it('with its first and its last moment', () => {
    const found = keyRing([{ ...plain, notBeforeMs: 100, notAfterMs: 200 }]);
    for (const nowMs of [100, 200])
      expect(found.find({ ...none, keyName: 'plain' }, nowMs)).toMatchObject({ id: 'plain' });
    expect(found.find({ ...none, keyName: 'plain' }, 201)).toBe('key_expired');
  });
});

describe('two keys overlap', () => {
  const old: RingKey = { ...plain, notAfterMs: 200 };
  const next: RingKey = { ...withCertificate, notBeforeMs: 100 };
  const find = (keys: readonly RingKey[], hint: KeyHint, nowMs: number) => keyRing(keys).find(hint, nowMs);

  it('and each is found by what is said of it, at any moment of both', () => {
    for (const nowMs of [100, 150, 200]) {
      expect(find([old, next], { ...none, keyName: 'plain' }, nowMs)).toMatchObject({ id: 'plain' });
      expect(find([old, next], hintOf(x509Data(bank.certificate, 'certificate')), nowMs)).toMatchObject({
        id: 'certified',
      });
      expect(find([old, next], none, nowMs)).toBe('key_ambiguous');
    }
  });

  it('and one that is revoked leaves the other, whatever was signed before', () => {
    const revoked = { ...old, revokedAtMs: 150 };
    expect(find([revoked, next], none, 149)).toBe('key_ambiguous');
    expect(find([revoked, next], none, 150)).toMatchObject({ id: 'certified' });
    expect(find([revoked, next], { ...none, keyName: 'plain' }, 150)).toBe('key_revoked');
  });

  it('and none is left when both have ended', () => {
    expect(find([old, { ...next, notAfterMs: 300 }], none, 301)).toBe('key_unknown');
    expect(find([old], { ...none, keyName: 'plain' }, 201)).toBe('key_expired');
  });
});

describe('a ring is refused', () => {
  it.each([
    ['with the same id twice', [plain, plain]],
    ['with an empty id', [{ ...plain, id: '' }]],
    ['with a private key', [{ ...plain, key: rsa.privateKey }]],
    ['with a key of another kind', [{ ...plain, key: p256.publicKey }]],
    ['with the certificate of another key', [{ ...withCertificate, key: rogueRsa.publicKey }]],
  ] as const)('%s', (_, keys) => {
    expect(() => keyRing(keys)).toThrow(expect.objectContaining({ code: 'configuration_invalid' }));
  });
});

describe('what a message says of its key', () => {
  it('is read, and KeyValue is not', () => {
    const hint = hintOf(ds('KeyValue', {}, ds('RSAKeyValue', {}, ds('Modulus', {}, 'AQAB'))));
    expect(hint).toEqual(none);
  });

  it('has the reference of WS-Security for the caller', () => {
    const { root } = mustRead(
      '<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><w:SecurityTokenReference xmlns:w="urn:w"/></ds:KeyInfo>',
    );
    expect(readKeyHint(root).tokenReference?.local).toBe('SecurityTokenReference');
  });
});
