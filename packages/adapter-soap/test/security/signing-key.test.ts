import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { Secret } from '@polyrail/core/provider';
import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { SigningKey } from '../../src/security/signing-key.ts';
import { type Credential, createCredential } from '../support/credential.ts';

const own = await createCredential('merchant');
const other = await createCredential('other');

function archive(password: string, algorithm: 'aes256' | '3des'): Uint8Array {
  const { pki, pkcs12, asn1 } = forge;
  const certificates = [pki.certificateFromPem(other.certificate), pki.certificateFromPem(own.certificate)];
  const content = pkcs12.toPkcs12Asn1(pki.privateKeyFromPem(own.key.expose()), certificates, password, { algorithm });
  return Buffer.from(asn1.toDer(content).getBytes(), 'latin1');
}

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.from([tag, ...length, ...content]);
}

const oid = (hexadecimal: string): Buffer => der(0x06, Buffer.from(hexadecimal, 'hex'));

/** A PKCS #12 archive without encryption: the forge library writes none for elliptic curves. */
function curveArchive({ certificate, key }: Credential): Uint8Array {
  const { raw } = new X509Certificate(certificate);
  const pkcs8 = createPrivateKey(key.expose()).export({ type: 'pkcs8', format: 'der' });
  const data = (content: Buffer) => der(0x30, oid('2a864886f70d010701'), der(0xa0, der(0x04, content)));
  const bag = (type: string, content: Uint8Array) => der(0x30, oid(`2a864886f70d010c0a01${type}`), der(0xa0, content));
  const certBag = der(0x30, oid('2a864886f70d01091601'), der(0xa0, der(0x04, raw)));
  const bags = der(0x30, bag('01', pkcs8), bag('03', certBag));
  return der(0x30, der(0x02, Buffer.from([3])), data(der(0x30, data(bags))));
}

describe('a signing key', () => {
  it('is read from PEM, encrypted or not', () => {
    expect(SigningKey.ofPem(own.certificate, own.key).certificate.subject).toContain('merchant');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
    const read = () => SigningKey.ofPem(own.certificate, new Secret(encrypted.toString()), new Secret('x'));
    expect(read).toThrow(/does not belong/);
  });

  it.each(['aes256', '3des'] as const)(
    'is read from PKCS #12 encrypted with %s, with its own certificate',
    async (cipher) => {
      const key = await SigningKey.ofPkcs12(archive('secret', cipher), new Secret('secret'));
      expect(key.certificate.subject).toContain('merchant');
    },
  );

  it('is read from PKCS #12 on an elliptic curve', async () => {
    const curve = await createCredential('merchant', 'ec');
    const key = await SigningKey.ofPkcs12(curveArchive(curve), new Secret('secret'));
    expect(key.certificate.raw.equals(new X509Certificate(curve.certificate).raw)).toBe(true);
  });

  it('is refused without words of the key', async () => {
    await expect(SigningKey.ofPkcs12(archive('secret', 'aes256'), new Secret('wrong'))).rejects.toThrow(
      /cannot be used/,
    );
    await expect(SigningKey.ofPkcs12(Buffer.from('no archive'), new Secret('x'))).rejects.toThrow(/cannot be used/);
    expect(() => SigningKey.ofPem(own.certificate, new Secret('no key'))).toThrow(/cannot be used/);
    expect(() => SigningKey.ofPem(own.certificate, other.key)).toThrow(/does not belong/);
  });

  it('does not print its key', () => {
    const key = SigningKey.ofPem(own.certificate, own.key);
    const body = own.key.expose().split('\n')[1] ?? '';
    expect(body.length).toBeGreaterThan(20);
    expect(inspect(key, { depth: 20, showHidden: true })).not.toContain(body);
    expect(JSON.stringify(key)).not.toContain(body);
  });
});
