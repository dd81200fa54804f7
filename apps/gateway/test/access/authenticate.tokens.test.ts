import { createGateway, Secret } from '@polyrail/core';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { AccessTokens } from '../../src/access/access-tokens.ts';
import { apiKey } from '../../src/access/api-key.ts';
import { KeyRing } from '../../src/access/key-ring.ts';
import { buildServer } from '../../src/server.ts';
import { tokenSettings as settings } from './token-settings.ts';

/** What a token is answered with, and what the log says about it. */
async function show(keys: JWTVerifyGetKey, token: string) {
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const accessTokens = new AccessTokens(settings, keys);
  const apiKeys = new KeyRing([apiKey('one', new Secret('sk_test_one_key'))]);
  const app = await buildServer({ gateway: createGateway({ providers: [] }), apiKeys, accessTokens, logger });
  const get = (shown: string) =>
    app.inject({ method: 'GET', url: '/v1/providers', headers: { authorization: `Bearer ${shown}` } });
  const [answer, beside] = [await get(token), await get('sk_test_one_key')];
  await app.close();
  return { answer, beside, log: lines.join('') };
}

const { publicKey, privateKey } = await generateKeyPair('ES256');
const published = createLocalJWKSet({ keys: [await exportJWK(publicKey)] });
const token = await new SignJWT({ tenant: 'one', scope: 'payments', client_id: 'shop' })
  .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
  .setIssuer(`${settings.issuer}/`)
  .setAudience(settings.audience)
  .setSubject('shop')
  .setJti('1')
  .setIssuedAt()
  .setExpirationTime('5m')
  .sign(privateKey);

it('tells the log why a token is not believed, and nobody else', async () => {
  const { answer, log } = await show(published, token);
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'unauthorized']);
  expect(log).toContain('unexpected \\"iss\\" claim value');
  expect(answer.body).not.toContain('claim');
  expect(log).not.toContain(token);
});

it('says that the issuer is away instead of that the token is wrong; keys go on', async () => {
  const away: JWTVerifyGetKey = () => Promise.reject(new TypeError('fetch failed'));
  const { answer, beside, log } = await show(away, token);
  expect(answer.json()).toMatchObject({ status: 503, code: 'issuer_unavailable', outcome: 'not_sent', retry: 'after' });
  expect(answer.headers['retry-after']).toBe('5');
  expect(beside.statusCode).toBe(200);
  expect(log).toContain('fetch failed');
});
