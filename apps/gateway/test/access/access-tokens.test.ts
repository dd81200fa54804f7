import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessTokens, IssuerUnavailable } from '../../src/access/access-tokens.ts';
import { tokenSettings as settings } from './token-settings.ts';

let key: CryptoKey;
let rsaKey: CryptoKey;
let otherKey: CryptoKey;
let tokens: AccessTokens;
let published: JWK;
let publicText: string;
beforeAll(async () => {
  const own = await generateKeyPair('ES256', { extractable: true });
  const rsa = await generateKeyPair('RS256');
  key = own.privateKey;
  rsaKey = rsa.privateKey;
  otherKey = (await generateKeyPair('ES256')).privateKey;
  published = { ...(await exportJWK(own.publicKey)), kid: 'ec', alg: 'ES256' };
  publicText = JSON.stringify(published);
  const keys = [published, { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' }];
  tokens = new AccessTokens(settings, createLocalJWKSet({ keys }));
});

interface Changes {
  readonly claims?: JWTPayload;
  readonly without?: string;
  readonly header?: { alg?: string; typ?: string; kid?: string };
  readonly signedBy?: CryptoKey | Uint8Array;
}

function token({ claims = {}, without = '', header = {}, signedBy = key }: Changes = {}): Promise<string> {
  const nowSeconds = Math.floor(Date.now() / 1_000);
  const whole = {
    iss: settings.issuer,
    aud: settings.audience,
    exp: nowSeconds + 300,
    iat: nowSeconds,
    jti: 'token-1',
    sub: 'shop-backend',
    client_id: 'shop-backend',
    tenant: 'one',
    scope: 'openid payments',
    ...claims,
  };
  const { [without as 'iss']: _, ...payload } = whole;
  return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'ec', ...header }).sign(signedBy);
}

const agoSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) - seconds;

describe('AccessTokens', () => {
  it('believes a token of the issuer, and reads whose it is', async () => {
    expect(await tokens.verify(await token())).toEqual({ tenant: 'one', client: 'shop-backend' });
    expect(await tokens.verify(await token({ claims: { aud: ['other', settings.audience] } }))).toMatchObject({
      tenant: 'one',
    });
  });

  const refused: Readonly<Record<string, () => Changes>> = {
    'another issuer': () => ({ claims: { iss: 'https://evil.example' } }),
    'another audience': () => ({ claims: { aud: 'https://shop.example' } }),
    'an expired one': () => ({ claims: { exp: agoSeconds(60) } }),
    'one that is not valid yet': () => ({ claims: { nbf: agoSeconds(-120) } }),
    'another key': () => ({ signedBy: otherKey }),
    'an unknown key id': () => ({ header: { kid: 'nobody' } }),
    'an ID token': () => ({ header: { typ: 'JWT' } }),
    'an algorithm that is not allowed': () => ({ header: { alg: 'RS256', kid: 'rsa' }, signedBy: rsaKey }),
    'a public key as a shared secret': () => ({
      header: { alg: 'HS256' },
      signedBy: new TextEncoder().encode(publicText),
    }),
    'no tenant': () => ({ without: 'tenant' }),
    'a tenant that is none': () => ({ claims: { tenant: 'a b' } }),
    'a tenant that is no text': () => ({ claims: { tenant: ['one'] } }),
    'no scope': () => ({ without: 'scope' }),
    'another scope': () => ({ claims: { scope: 'payments.read' } }),
    'no client': () => ({ without: 'client_id' }),
    'no expiry': () => ({ without: 'exp' }),
    'no id': () => ({ without: 'jti' }),
    'a token bound to a key, without a proof': () => ({ claims: { cnf: { jkt: 'abc' } } }),
    'a token bound in a way that this host cannot check': () => ({ claims: { cnf: { kid: 'abc' } } }),
    'a token bound to nothing': () => ({ claims: { cnf: {} } }),
    'a token bound to a certificate, without it': () => ({ claims: { cnf: { 'x5t#S256': 'abc' } } }),
  };
  it.each(Object.entries(refused))('does not believe %s', async (_, changes) => {
    expect(await tokens.verify(await token(changes()))).toEqual(expect.any(String));
  });

  it('does not believe an unsigned, a changed or a broken token', async () => {
    const unsigned = new UnsecuredJWT({ tenant: 'one' }).encode();
    const [head, , signature] = (await token()).split('.');
    const payload = Buffer.from(JSON.stringify({ tenant: 'two' })).toString('base64url');
    for (const text of [unsigned, `${head}.${payload}.${signature}`, 'a.b.c', '', '..'])
      expect(await tokens.verify(text)).toEqual(expect.any(String));
  });

  it('believes a token that is bound to a certificate with that certificate only', async () => {
    const bound = await token({ claims: { cnf: { 'x5t#S256': 'thumbprint' } } });
    expect(await tokens.verify(bound, { thumbprint: 'thumbprint' })).toMatchObject({ tenant: 'one' });
    expect(await tokens.verify(bound, { thumbprint: 'another' })).toEqual(expect.any(String));
  });

  it('believes a token that is bound to a key with a proof of that key only', async () => {
    const holder = await generateKeyPair('ES256');
    const jwk = await exportJWK(holder.publicKey);
    const publicOrigin = 'https://payments.example';
    const accepting = new AccessTokens({ ...settings, publicOrigin }, createLocalJWKSet({ keys: [published] }));
    const jkt = await calculateJwkThumbprint(jwk);
    const proven = async (of: string) => ({
      proof: await new SignJWT({
        htm: 'GET',
        htu: `${publicOrigin}/v1/payments/p`,
        ath: hash('sha256', of, 'base64url'),
      })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
        .setIssuedAt()
        .setJti(crypto.randomUUID())
        .sign(holder.privateKey),
      method: 'GET',
      path: '/v1/payments/p',
    });
    const bound = await token({ claims: { cnf: { jkt } } });
    const unbound = await token();
    const others = await token({ claims: { cnf: { jkt: 'another' } } });
    const both = await token({ claims: { cnf: { jkt, 'x5t#S256': 'thumbprint' } } });
    expect(await accepting.verify(bound, { proven: await proven(bound) })).toEqual({
      tenant: 'one',
      client: 'shop-backend',
    });
    expect(await accepting.verify(bound)).toEqual(expect.any(String));
    expect(await accepting.verify(unbound, { proven: await proven(unbound) })).toEqual(expect.any(String));
    expect(await accepting.verify(others, { proven: await proven(others) })).toEqual(expect.any(String));
    expect(await accepting.verify(both, { proven: await proven(both) })).toEqual(expect.any(String));
    expect(await accepting.verify(both, { thumbprint: 'thumbprint' })).toEqual(expect.any(String));
    expect(await accepting.verify(both, { thumbprint: 'thumbprint', proven: await proven(both) })).toMatchObject({
      tenant: 'one',
    });
    // Without its own origin the host cannot tell what a proof is for.
    expect(await tokens.verify(bound, { proven: await proven(bound) })).toEqual(expect.any(String));
  });

  it('does not take a missing key set for a wrong token', async () => {
    let status = 503;
    const server = createServer((_, response) => {
      response.statusCode = status;
      response.end(`{"keys":[${publicText}]}`);
    });
    const port = await listening(server);
    const remote = new AccessTokens({ ...settings, jwksUrl: `http://127.0.0.1:${port}/jwks` });
    await expect(remote.verify(await token())).rejects.toBeInstanceOf(IssuerUnavailable);
    status = 200;
    expect(await remote.verify(await token())).toMatchObject({ tenant: 'one' });
  });
});

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => void server.close()));

function listening(server: Server): Promise<number> {
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}
