import { execFileSync, spawnSync } from 'node:child_process';
import { verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXml } from '@polyrail/xml';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import type { MessageSecurity } from '../../src/security/message-security.ts';
import { SigningKey } from '../../src/security/signing-key.ts';
import { createCredential } from '../support/credential.ts';
import { secured, user } from '../support/secured-request.ts';

const credential = await createCredential('merchant');
const curve = await createCredential('merchant', 'ec');
const key = SigningKey.ofPem(credential.certificate, credential.key);

const everything: MessageSecurity = {
  usernameToken: user,
  signature: { key, parts: ['body', 'timestamp', 'headers', 'username_token', 'token'] },
};
const issuerSerial: MessageSecurity = { signature: { key, certificate: 'issuer_serial' } };
const elliptic: MessageSecurity = { signature: { key: SigningKey.ofPem(curve.certificate, curve.key) } };

const cases: readonly (readonly [name: string, security: MessageSecurity, certificate: string, references: number])[] =
  [
    ['of everything', everything, credential.certificate, 8],
    ['with issuer and serial number', issuerSerial, credential.certificate, 2],
    ['with an elliptic curve', elliptic, curve.certificate, 2],
  ];

/** xml-crypto knows no elliptic curve unless it is told. */
class EcdsaSha256 {
  getSignature = (): string => '';
  verifySignature = (info: string, certificate: unknown, value: string): boolean =>
    verify(
      'sha256',
      Buffer.from(info),
      { key: String(certificate), dsaEncoding: 'ieee-p1363' },
      Buffer.from(value, 'base64'),
    );
  getAlgorithmName = (): string => 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';
}

/** Whether xmlsec1 (Debian: `npm run interop` installs it) is on the path, or has to be. */
const hasXmlsec1 = process.env['INTEROP'] === 'required' || spawnSync('xmlsec1', ['--version']).status === 0;

describe.each(cases)('a signature %s', (_name, security, certificate, references) => {
  const text = secured(security);

  it('verifies with xml-crypto', () => {
    expect(readXml(text).kind).toBe('read');
    const from = text.indexOf('<ds:Signature ');
    const verifier = () => {
      const options = { publicCert: certificate, getCertFromKeyInfo: () => null, idMode: 'wssecurity' } as const;
      const signed = new SignedXml(options);
      signed.SignatureAlgorithms[new EcdsaSha256().getAlgorithmName()] = EcdsaSha256;
      signed.loadSignature(text.slice(from, text.indexOf('</ds:Signature>') + 15));
      return signed;
    };
    const good = verifier();
    expect(good.checkSignature(text)).toBe(true);
    expect(good.getSignedReferences()).toHaveLength(references);
    expect(verifier().checkSignature(text.replace('&amp;ü', '&amp;u'))).toBe(false);
  });

  it.skipIf(!hasXmlsec1)('verifies with xmlsec1', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xmlsec-'));
    const [file, pem] = [join(folder, 'message.xml'), join(folder, 'certificate.pem')];
    writeFileSync(file, text);
    writeFileSync(pem, certificate);
    const wsu = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
    const names = [
      'http://schemas.xmlsoap.org/soap/envelope/:Body',
      `${wsu}:Timestamp`,
      ...['Action', 'To', 'MessageID', 'ReplyTo'].map((name) => `http://www.w3.org/2005/08/addressing:${name}`),
      ...['UsernameToken', 'BinarySecurityToken'].map((name) => `${wsu.replace('utility', 'secext')}:${name}`),
    ];
    const ids = names.flatMap((name) => ['--id-attr:Id', name]);
    const check = () =>
      execFileSync('xmlsec1', ['--verify', '--pubkey-cert-pem', pem, ...ids, file], { stdio: 'pipe' });
    expect(check).not.toThrow();
    writeFileSync(file, text.replace('&amp;ü', '&amp;u'));
    expect(check).toThrow();
    rmSync(folder, { recursive: true });
  });
});
