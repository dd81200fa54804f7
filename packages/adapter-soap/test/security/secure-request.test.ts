import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@polyrail/core/provider';
import { readXml } from '@polyrail/xml';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { addressingHeaders } from '../../src/addressing.ts';
import { writeBody } from '../../src/envelope.ts';
import { writeHeaders } from '../../src/header-block.ts';
import type { MessageSecurity } from '../../src/security/message-security.ts';
import { secureRequest } from '../../src/security/secure-request.ts';
import { SigningKey } from '../../src/security/signing-key.ts';
import { createCredential, now } from '../support/credential.ts';

const credential = await createCredential('merchant');
const curve = await createCredential('merchant', 'ec');
const key = SigningKey.ofPem(credential.certificate, credential.key);
const user = { username: 'a&b', password: new Secret('p<w>&'), type: 'digest' } as const;
const blocks = addressingHeaders({ action: 'urn:a?b&c', to: 'https://bank.example/', messageKey: 'c0ffee'.repeat(5) });

function secured(security: MessageSecurity): string {
  const parts = {
    version: '1.1',
    headers: writeHeaders(blocks, true),
    body: writeBody('1.1', '<n0:pay xmlns:n0="urn:bank" a="&quot;">&amp;ü</n0:pay>', true),
  } as const;
  return secureRequest(parts, security, { nowMs: now, nonce: Buffer.alloc(16, 7) }).body;
}

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

const xmlsec1 = spawnSync('xmlsec1', ['--version']).status === 0;

describe.each(cases)('a signature %s', (_name, security, certificate, references) => {
  const text = secured(security);

  it('verifies with xml-crypto', () => {
    const reading = readXml(text);
    const from = text.indexOf('<ds:Signature ');
    const verifier = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null, idMode: 'wssecurity' });
    verifier.loadSignature(text.slice(from, text.indexOf('</ds:Signature>') + 15));
    expect(reading.kind).toBe('read');
    const isElliptic = certificate === curve.certificate;
    // The library knows no elliptic curves.
    if (isElliptic) return;
    expect(verifier.checkSignature(text)).toBe(true);
    expect(verifier.getSignedReferences()).toHaveLength(references);
  });

  it.skipIf(!xmlsec1)('verifies with xmlsec1', () => {
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
    const verify = () =>
      execFileSync('xmlsec1', ['--verify', '--pubkey-cert-pem', pem, ...ids, file], { stdio: 'pipe' });
    expect(verify).not.toThrow();
    writeFileSync(file, text.replace('&amp;ü', '&amp;u'));
    expect(verify).toThrow();
    rmSync(folder, { recursive: true });
  });
});

describe('a UsernameToken', () => {
  it('is written with its password as text', () => {
    const text = secured({ usernameToken: { ...user, type: 'text' } });
    expect(text).toContain('<wsse:Username>a&amp;b</wsse:Username>');
    expect(text).toContain('#PasswordText">p&lt;w&gt;&amp;</wsse:Password>');
  });

  it('is written with the digest of nonce, time and password', () => {
    const created = new Date(now).toISOString();
    const digest = createHash('sha1').update(Buffer.alloc(16, 7)).update(`${created}p<w>&`).digest('base64');
    const text = secured({ usernameToken: user });
    expect(text).toContain(`#PasswordDigest">${digest}</wsse:Password>`);
    expect(text).not.toContain('p&lt;w');
  });
});

it('has no Timestamp where none is wanted', () => {
  expect(secured({ lifetimeMs: 0, usernameToken: user })).not.toContain('Timestamp');
});
