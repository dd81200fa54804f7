import { Secret } from '@polyrail/core/provider';
import type { Credential } from '@polyrail/testkit/certificate-authority';
import { exportJWK } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type ClientAuthentication, clientCredentials, TokenCache } from '../src/index.ts';
import { client } from './support/authorization-server.ts';
import { basic, newSigningKey, Parties, paid, secret } from './support/parties.ts';

// The server prints that it wants a newer Node.js.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

let parties: Parties;

beforeAll(async () => {
  parties = await Parties.create();
});

const jwt = () =>
  ({ method: 'private_key_jwt', key: parties.signingKey.pem, algorithm: 'ES256', keyId: 'k1' }) as const;
const refusedClient = {
  phase: 'not_sent',
  fault: { code: 'credentials_unavailable', message: 'the token endpoint answered invalid_client' },
};

describe('each way to authenticate', () => {
  it.each<[string, () => ClientAuthentication, () => Credential | undefined]>([
    ['basic', () => basic, () => undefined],
    ['post', () => ({ method: 'client_secret_post', secret }), () => undefined],
    ['jwt', jwt, () => undefined],
    ['jwt', () => ({ ...jwt(), audience: 'token_endpoint' }), () => undefined],
    ['tls', () => ({ method: 'tls_client_auth' }), () => parties.shop],
    ['self', () => ({ method: 'self_signed_tls_client_auth' }), () => parties.selfSigned],
  ])('%s (%#): a token that the resource takes', async (clientId, authentication, credential) => {
    await using as = await parties.start();
    const tls = parties.tlsWith(credential());
    await using payer1 = parties.payer(as, authentication(), { clientId, tls });
    expect(await payer1.pay()).toMatchObject(paid);
    expect(as.tokenRequests).toBe(1);
  });

  it('500 concurrent payments at a cold cache: one token request', async () => {
    await using as = await parties.start();
    await using payer1 = parties.payer(as, basic, { clientId: 'basic' });
    const deliveries = await Promise.all(Array.from({ length: 500 }, () => payer1.pay()));
    expect(deliveries.filter(({ phase }) => phase === 'answered')).toHaveLength(500);
    expect(as.tokenRequests).toBe(1);
    expect(new Set(as.calls.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('says what it is, and shows no secret', async () => {
    await using as = await parties.start();
    await using payer1 = parties.payer(as, basic, { clientId: 'basic' });
    expect(payer1.authenticator.describe()).toEqual({
      kind: 'oauth2_client_credentials',
      tokenEndpoint: as.tokenEndpoint,
      clientId: 'basic',
      method: 'client_secret_basic',
      boundTo: 'nothing',
      scope: 'payments',
    });
  });
});

describe('refused by the authorization server', () => {
  it.each<[string, string, () => ClientAuthentication, () => Credential | undefined]>([
    [
      'a wrong secret',
      'basic',
      () => ({ method: 'client_secret_basic', secret: new Secret('wrong') }),
      () => undefined,
    ],
    [
      'a wrong secret in the body',
      'post',
      () => ({ method: 'client_secret_post', secret: new Secret('wrong') }) as const,
      () => undefined,
    ],
    [
      'the raw form where the encoded one is due',
      'basic',
      () => ({ method: 'client_secret_basic', secret, encoding: 'raw' }) as const,
      () => undefined,
    ],
    ['an unknown client', 'nobody', () => basic, () => undefined],
    ['another key', 'jwt', () => ({ ...jwt(), key: newSigningKey().pem }), () => undefined],
    ['a certificate of another subject', 'tls', () => ({ method: 'tls_client_auth' }), () => parties.other],
    ['an expired certificate', 'tls', () => ({ method: 'tls_client_auth' }), () => parties.expired],
    ['a certificate of another authority', 'tls', () => ({ method: 'tls_client_auth' }), () => parties.selfSigned],
    ['another self-signed certificate', 'self', () => ({ method: 'self_signed_tls_client_auth' }), () => parties.shop],
  ])('%s', async (_name, clientId, authentication, credential) => {
    await using as = await parties.start();
    const tls = parties.tlsWith(credential());
    await using payer1 = parties.payer(as, authentication(), { clientId, tls });
    expect(await payer1.pay()).toEqual(refusedClient);
    expect(await payer1.pay()).toEqual(refusedClient);
    // The second one was refused here: a client is not locked out by its own retries.
    expect(as.tokenRequests).toBe(1);
    expect(as.calls).toHaveLength(0);
  });

  it('a scope that the client does not have', async () => {
    await using as = await parties.start();
    await using payer1 = parties.payer(as, basic, { clientId: 'basic', scope: 'admin' });
    expect(await payer1.pay()).toMatchObject({ fault: { message: expect.stringMatching(/invalid_(scope|target)/) } });
  });

  it('no answer of the token endpoint: nothing is sent, and the reason is said', async () => {
    const as = await parties.start();
    await using payer1 = parties.payer(as, basic, { clientId: 'basic' });
    await as[Symbol.asyncDispose]();
    expect(await payer1.pay()).toEqual({
      phase: 'not_sent',
      fault: {
        code: 'credentials_unavailable',
        message: 'the token endpoint did not answer: no connection could be made: ECONNREFUSED',
      },
    });
  });
});

describe('rotation', () => {
  it('a key that the server no longer knows is refused, the next key is taken at once', async () => {
    const next = newSigningKey();
    await using as = await parties.start([
      client({
        client_id: 'jwt',
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [{ ...(await exportJWK(next.publicKey)), kid: 'k2', alg: 'ES256', use: 'sig' }] },
      }),
    ]);
    await using old = parties.payer(as, jwt(), { clientId: 'jwt' });
    expect(await old.pay()).toEqual(refusedClient);
    await using renewed = parties.payer(as, { ...jwt(), key: next.pem, keyId: 'k2' }, { clientId: 'jwt' });
    expect(await renewed.pay()).toMatchObject(paid);
  });

  it('a secret that replaces a refused one is tried at once', async () => {
    await using as = await parties.start();
    let now = new Secret('old one');
    const cache = new TokenCache({ clock: { now: () => time, schedule: () => () => undefined } });
    const time = Date.now();
    await using payer1 = parties.payer(
      as,
      { method: 'client_secret_basic', secret: () => now },
      { clientId: 'basic', cache },
    );
    expect(await payer1.pay()).toEqual(refusedClient);
    expect(await payer1.pay()).toEqual(refusedClient);
    expect(as.tokenRequests).toBe(1);
    now = secret;
    expect(await payer1.pay()).toMatchObject(paid);
  });

  it('a new certificate gets a new token, on new connections', async () => {
    await using as = await parties.start();
    const tls = parties.tlsWith(parties.shop);
    await using payer1 = parties.payer(as, { method: 'tls_client_auth' }, { clientId: 'tls', tls });
    await payer1.pay();
    const renewed = await parties.renewShop();
    tls.replace({ ca: parties.authority.ca, ...renewed });
    expect(await payer1.pay()).toMatchObject(paid);
    expect(as.tokenRequests).toBe(2);
    expect(as.calls.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('what cannot work shows when it is made', () => {
  const options = { tokenEndpoint: 'https://as.example/token', clientId: 'c', authentication: basic } as const;
  it.each([
    { ...options, tokenEndpoint: 'no URL' },
    { ...options, tokenEndpoint: 'http://as.example/token' },
    { ...options, authentication: { method: 'tls_client_auth' } as const },
    { ...options, tls: { cert: 'no certificate', key: 'no key' } },
  ])('%#', (broken) => {
    expect(() => clientCredentials(broken)).toThrowError(expect.objectContaining({ code: 'transport_invalid' }));
  });
});
