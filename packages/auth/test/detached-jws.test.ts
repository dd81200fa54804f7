import { generateKeyPairSync } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import type { HttpRequest } from '@polyrail/http';
import { FlattenedSign, flattenedVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { detachedJws, openBankingClaims } from '../src/index.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const key = new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const payment: HttpRequest = {
  method: 'POST',
  path: '/payments',
  headers: { accept: '*/*' },
  body: '{"amount":"165.88"}',
};
const context = { origin: 'https://ob.bank.example', now: 1_700_000_000_500 };
const openBanking = {
  keyId: 'kid1',
  key,
  algorithm: 'PS256',
  b64: false,
  critical: openBankingClaims('0015800001041RHAAY', 'openbanking.org.uk'),
} as const;
const names = ['iat', 'iss', 'tan'].map((name) => `http://openbanking.org.uk/${name}`);
const understood = Object.fromEntries(names.map((name) => [name, true]));

async function jwsOf(options: Parameters<typeof detachedJws>[0], request = payment): Promise<string> {
  return (await detachedJws(options).apply(request, context)).headers?.['x-jws-signature'] ?? '';
}

async function isBelieved(jws: string, body: string | Uint8Array, algorithms = ['PS256']): Promise<boolean> {
  const [header = '', between, signature = ''] = jws.split('.');
  const plain = JSON.parse(Buffer.from(header, 'base64url').toString()).b64 === false;
  const payload = plain ? body : Buffer.from(body).toString('base64url');
  const believed = flattenedVerify({ protected: header, payload, signature }, publicKey, {
    algorithms,
    crit: understood,
  });
  return (
    between === '' &&
    believed.then(
      () => true,
      () => false,
    )
  );
}

describe('a detached JWS', () => {
  it('RFC 7797, 4: the bytes of the payload are signed as they are', async () => {
    const jwk = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
    const jws = await new FlattenedSign(Buffer.from('$.02'))
      .setProtectedHeader({ alg: 'HS256', b64: false, crit: ['b64'] })
      .sign(Buffer.from(jwk, 'base64url'));
    expect(jws.signature).toBe('A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY');
  });

  it('as the UK Open Banking profile has it', async () => {
    const jws = await jwsOf(openBanking);
    expect(JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString())).toEqual({
      alg: 'PS256',
      kid: 'kid1',
      b64: false,
      'http://openbanking.org.uk/iat': 1_700_000_000,
      'http://openbanking.org.uk/iss': '0015800001041RHAAY',
      'http://openbanking.org.uk/tan': 'openbanking.org.uk',
      crit: ['b64', ...names],
    });
    expect(await isBelieved(jws, '{"amount":"165.88"}')).toBe(true);
  });

  it('with the payload encoded, for banks that dropped b64', async () => {
    const jws = await jwsOf({ ...openBanking, b64: true });
    expect(await isBelieved(jws, '{"amount":"165.88"}')).toBe(true);
    expect(await isBelieved(jws, '{"amount":"165.89"}')).toBe(false);
  });

  it('over bytes', async () => {
    const body = new Uint8Array([0, 255, 46]);
    expect(await isBelieved(await jwsOf({ ...openBanking, b64: true }, { ...payment, body }), body)).toBe(true);
  });

  it('another body, header or signature is not believed', async () => {
    const jws = await jwsOf(openBanking);
    const [header = '', , signature = ''] = jws.split('.');
    const other = (await jwsOf({ ...openBanking, keyId: 'kid2' })).split('.')[0];
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const [forged, body] of [
      [jws, '{"amount":"165.88"} '],
      [`${other}..${signature}`, '{"amount":"165.88"}'],
      [`${header}..${signature.slice(0, -4)}AAAA`, '{"amount":"165.88"}'],
      [`${none}..`, '{"amount":"165.88"}'],
    ] as const)
      expect(await isBelieved(forged, body)).toBe(false);
  });

  it('a request without a body is not signed', async () => {
    const bare: HttpRequest = { method: 'GET', path: '/payments/1' };
    expect(await detachedJws(openBanking).apply(bare, context)).toBe(bare);
  });

  it('a key that cannot be read is named without being shown', async () => {
    const broken = detachedJws({ ...openBanking, key: new Secret('no key at all') });
    await expect(broken.apply(payment, context)).rejects.toThrow(/^the signing key is not a private key in PEM$/);
  });
});
