import { hash } from 'node:crypto';
import { request } from 'node:http';
import { createGateway, Secret } from '@polyrail/core';
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccessTokens } from '../../src/access/access-tokens.ts';
import { apiKey } from '../../src/access/api-key.ts';
import { KeyRing } from '../../src/access/key-ring.ts';
import type { HostServer } from '../../src/host-server.ts';
import { buildServer } from '../../src/server.ts';
import { tokenSettings } from './token-settings.ts';

const settings = { ...tokenSettings, publicOrigin: 'https://payments.example' };

let app: HostServer;
let port: number;
let token: string;
let proof: (claims?: object) => Promise<string>;
beforeAll(async () => {
  const issuer = await generateKeyPair('ES256');
  const holder = await generateKeyPair('ES256');
  const jwk = await exportJWK(holder.publicKey);
  const accessTokens = new AccessTokens(settings, createLocalJWKSet({ keys: [await exportJWK(issuer.publicKey)] }));
  const cnf = { jkt: await calculateJwkThumbprint(jwk) };
  token = await new SignJWT({ tenant: 'one', scope: 'payments', client_id: 'shop', cnf })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setSubject('shop')
    .setJti('token-1')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(issuer.privateKey);
  proof = (claims = {}) =>
    new SignJWT({
      htm: 'GET',
      htu: `${settings.publicOrigin}/v1/providers`,
      ath: hash('sha256', token, 'base64url'),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
      .setIssuedAt()
      .setJti(crypto.randomUUID())
      .sign(holder.privateKey);
  const apiKeys = new KeyRing([apiKey('one', new Secret('sk_test_one_key'))]);
  app = await buildServer({ gateway: createGateway({ providers: [] }), apiKeys, accessTokens });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const [address] = app.addresses();
  port = typeof address === 'object' ? address.port : 0;
});
afterAll(() => app.close());

function ask(headers: Record<string, string | string[]>, path = '/v1/providers') {
  return new Promise<{ status: number | undefined; challenge: string | undefined }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, challenge: response.headers['www-authenticate'] });
    })
      .on('error', reject)
      .end();
  });
}

const statusOf = async (headers: Record<string, string | string[]>, path?: string) => (await ask(headers, path)).status;

it('lets in who holds the key of a token, with a new proof for each request', async () => {
  const authorization = `DPoP ${token}`;
  const dpop = await proof();
  expect(await statusOf({ authorization, dpop }, '/v1/providers?a=1')).toBe(200);
  expect(await statusOf({ authorization, dpop })).toBe(401);
  expect(await statusOf({ authorization: authorization.replace('DPoP', 'dpop'), dpop: await proof() })).toBe(200);
});

it('refuses a stolen token, and says what is needed', async () => {
  const { status, challenge } = await ask({ authorization: `Bearer ${token}` });
  expect(status).toBe(401);
  expect(challenge).toMatch(/^Bearer, DPoP algs="ES256 /);
  const authorization = `DPoP ${token}`;
  const elsewhere = await proof({ htu: `${settings.publicOrigin}/v1/payments` });
  const another = await proof({ ath: hash('sha256', 'another token', 'base64url') });
  for (const headers of [
    { authorization },
    { authorization: `Bearer ${token}`, dpop: await proof() },
    { authorization, dpop: elsewhere },
    { authorization, dpop: another },
    { authorization, dpop: [await proof(), await proof()] },
    // Whom a request names as its host decides nothing.
    { authorization, dpop: await proof({ htu: 'https://evil.example/v1/providers' }), host: 'evil.example' },
  ])
    expect(await statusOf(headers)).toBe(401);
});

it('takes an API key by its own scheme only', async () => {
  expect(await statusOf({ authorization: 'Bearer sk_test_one_key' })).toBe(200);
  expect(await statusOf({ authorization: 'DPoP sk_test_one_key', dpop: await proof() })).toBe(401);
});
