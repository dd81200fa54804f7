import { hash, X509Certificate } from 'node:crypto';
import { createServer, request } from 'node:https';
import { createGateway, Secret } from '@polyrail/core';
import { type Authority, type Credential, createAuthority } from '@polyrail/testkit/certificate-authority';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessTokens } from '../../src/access/access-tokens.ts';
import { apiKey } from '../../src/access/api-key.ts';
import { KeyRing } from '../../src/access/key-ring.ts';
import { TlsServer } from '../../src/access/tls-server.ts';
import type { HostServer } from '../../src/host-server.ts';
import { buildServer } from '../../src/server.ts';

const issuer = {
  issuer: 'https://i.example',
  audience: 'a',
  jwksUrl: 'https://i.example/',
  tenantClaim: 'tenant',
  scope: 'payments',
};

let authority: Authority;
let client: Credential;
let door: TlsServer;
let app: HostServer;
let port: number;
let signToken: (thumbprint: string) => Promise<string>;
beforeAll(async () => {
  authority = await createAuthority('test');
  client = await authority.issue('client');
  door = new TlsServer(await settingsOf(authority));
  const keys = await generateKeyPair('ES256');
  const accessTokens = new AccessTokens(issuer, createLocalJWKSet({ keys: [await exportJWK(keys.publicKey)] }));
  signToken = (thumbprint) =>
    new SignJWT({ tenant: 'one', scope: 'payments', client_id: 'c', cnf: { 'x5t#S256': thumbprint } })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuer(issuer.issuer)
      .setAudience(issuer.audience)
      .setSubject('c')
      .setJti('1')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(keys.privateKey);
  const apiKeys = new KeyRing([apiKey('one', new Secret('sk_test_one_key'))]);
  app = await buildServer({ gateway: createGateway({ providers: [] }), apiKeys, accessTokens, tlsServer: door });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const [address] = app.addresses();
  port = typeof address === 'object' ? address.port : 0;
});
afterAll(() => app.close());

async function settingsOf(from: Authority) {
  const { cert, key } = await from.issue('127.0.0.1');
  return { certificate: new Secret(cert), key: new Secret(key), clientAuthority: new Secret(authority.ca) };
}

interface Asking {
  readonly path?: string;
  readonly as?: Credential;
  readonly bearer?: string;
  readonly ca?: string;
  readonly maxVersion?: 'TLSv1.1' | 'TLSv1.2';
  readonly at?: number | undefined;
}

function ask({
  path = '/v1/providers',
  as,
  bearer = 'sk_test_one_key',
  ca = authority.ca,
  maxVersion,
  at = port,
}: Asking) {
  const versions = maxVersion && { maxVersion, minVersion: 'TLSv1' as const, ciphers: 'DEFAULT:@SECLEVEL=0' };
  return new Promise<number | string>((resolve) => {
    const headers = { authorization: `Bearer ${bearer}` };
    request({ host: '127.0.0.1', port: at, path, headers, ca, agent: false, ...as, ...versions }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', (error) => resolve(`${Object(error).code} ${error.message}`))
      .end();
  });
}

describe('TlsServer', () => {
  it('lets in callers with a certificate of the authority and a key', async () => {
    expect(await ask({ as: client })).toBe(200);
    expect(await ask({ as: client, bearer: 'wrong' })).toBe(401);
  });

  it('refuses callers without a certificate, with one of others, and with an expired one', async () => {
    const stranger = await (await createAuthority('test')).issue('client');
    const late = await authority.issue('client', { validDays: -1 });
    expect([await ask({}), await ask({ as: stranger }), await ask({ as: late })]).toEqual([401, 401, 401]);
  });

  it('refuses a caller whose certificate is on a list, as soon as the list is there', async () => {
    const [revoked, settings] = [await authority.issue('client'), await settingsOf(authority)];
    expect(await ask({ as: revoked })).toBe(200);
    door.renew({ ...settings, clientRevocations: new Secret(await authority.revoke([revoked])) });
    expect([await ask({ as: revoked }), await ask({ as: client })]).toEqual([401, 200]);
    // A list of another authority says nothing of this one, so nobody is believed.
    const others = await (await createAuthority('other')).revoke([]);
    door.renew({ ...settings, clientRevocations: new Secret(others) });
    expect(await ask({ as: client })).toBe(401);
    door.renew(settings);
    expect(await ask({ as: client })).toBe(200);
  });

  it('leaves health open, and providers to their signatures', async () => {
    expect(await ask({ path: '/healthz' })).toBe(200);
    expect(await ask({ path: '/v1/webhooks/nobody' })).not.toBe(401);
  });

  it('believes a token that is bound to the certificate, and not with another certificate', async () => {
    const bearer = await signToken(hash('sha256', new X509Certificate(client.cert).raw, 'base64url'));
    expect(await ask({ as: client, bearer })).toBe(200);
    expect(await ask({ as: await authority.issue('client'), bearer })).toBe(401);
  });

  it('speaks TLS 1.2 and nothing older', async () => {
    expect(await ask({ as: client, maxVersion: 'TLSv1.2' })).toBe(200);
    expect(await ask({ as: client, maxVersion: 'TLSv1.1' })).toMatch(/alert protocol version/);
    // The same caller gets through to a server that really speaks the old version.
    const { cert, key } = await authority.issue('127.0.0.1');
    const old = createServer({ cert, key, minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }, (_, answer) =>
      answer.end(),
    );
    await new Promise<void>((resolve) => void old.listen(0, '127.0.0.1', resolve));
    const address = old.address();
    const oldPort = typeof address === 'object' ? address?.port : undefined;
    expect(await ask({ as: client, maxVersion: 'TLSv1.1', at: oldPort })).toBe(200);
    old.close();
  });

  it('shows a new certificate to new connections at once', async () => {
    const next = await createAuthority('next');
    expect(await ask({ as: client, ca: next.ca })).toMatch(/SIGNATURE|UNABLE|SELF_SIGNED/);
    door.renew(await settingsOf(next));
    expect(await ask({ as: client, ca: next.ca })).toBe(200);
    expect(await ask({ as: client })).toMatch(/SIGNATURE|UNABLE|SELF_SIGNED/);
  });

  it('knows settings that cannot be used', async () => {
    const [one, other] = [await authority.issue('a'), await authority.issue('b')];
    expect(TlsServer.isUsable({ certificate: new Secret(one.cert), key: new Secret(one.key) })).toBe(true);
    expect(TlsServer.isUsable({ certificate: new Secret(one.cert), key: new Secret(other.key) })).toBe(false);
    expect(TlsServer.isUsable({ certificate: new Secret('x'), key: new Secret('y') })).toBe(false);
    const own = { certificate: new Secret(one.cert), key: new Secret(one.key) };
    expect(TlsServer.isUsable({ ...own, clientRevocations: new Secret('no list') })).toBe(false);
  });
});
