import { PolyrailError, Secret } from '@polyrail/core';
import { redactText } from '@polyrail/redaction';
import { selfSigned } from '@polyrail/testkit/certificate-authority';
import { describe, expect, it } from 'vitest';
import { apiKey } from '../../src/access/api-key.ts';
import { readConfig } from '../../src/settings/config.ts';

describe('readConfig', () => {
  it('runs the demo without any setting', () => {
    const config = readConfig({ PATH: '/bin', PORT: '' });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      sandbox: { kind: 'built_in', port: 8081 },
      logLevel: 'info',
      attemptTimeoutMs: 3_000,
      deadlineMs: 10_000,
    });
    expect(config.apiKeys).toEqual([apiKey('default', new Secret('sk_sandbox_demo'))]);
  });

  it('reads keys with and without a tenant', () => {
    const { apiKeys } = readConfig({ POLYRAIL_API_KEYS: 'shop:sk_live_11112222,sk_live_33334444' });
    expect(apiKeys).toEqual([
      apiKey('shop', new Secret('sk_live_11112222')),
      apiKey('default', new Secret('sk_live_33334444')),
    ]);
    expect(JSON.stringify(apiKeys)).not.toContain('sk_live');
  });

  it('names every mistake between variables at once, and the one that a secret is of', () => {
    const outside = { SANDBOX_URL: 'http://127.0.0.1:9000/', POLYRAIL_JWT_ISSUER: 'x' };
    const mistakes = /JWT_JWKS_URL must be set together\nSANDBOX_URL needs SANDBOX_API_KEY .*\nSANDBOX_TLS_CA, /;
    expect(() => readConfig({ ...outside, SANDBOX_TLS_CA: 'x' })).toThrow(mistakes);
    const rule = 'SANDBOX_WEBHOOK_SECRET must be whsec_ and 24 to 64 bytes in base64';
    expect(() => readConfig({ SANDBOX_WEBHOOK_SECRET: 'whsec_x' })).toThrow(rule);
  });

  it('goes to an outside sandbox only with keys of its own', () => {
    const outside = { SANDBOX_URL: 'http://127.0.0.1:9000/' };
    expect(() => readConfig(outside)).toThrow('SANDBOX_API_KEY');
    const keys = { SANDBOX_API_KEY: 'sk_of_the_sandbox', POLYRAIL_API_KEYS: 'sk_live_11112222' };
    expect(readConfig({ ...outside, ...keys }).sandbox).toMatchObject({
      kind: 'outside',
      origin: 'http://127.0.0.1:9000',
    });
  });

  it('reads whose access tokens are believed, and what their proofs are for', () => {
    const issuer = {
      POLYRAIL_JWT_ISSUER: 'https://issuer.example',
      POLYRAIL_JWT_AUDIENCE: 'payments',
      POLYRAIL_JWT_JWKS_URL: 'https://issuer.example/jwks',
    };
    expect(readConfig(issuer).accessTokens).not.toHaveProperty('publicOrigin');
    for (const origin of ['https://payments.example', 'http://127.0.0.1:8080'])
      expect(readConfig({ ...issuer, POLYRAIL_PUBLIC_ORIGIN: origin }).accessTokens?.publicOrigin).toBe(origin);
    for (const origin of [
      'payments.example',
      'http://payments.example',
      'https://payments.example/',
      'https://a.example/v1',
    ])
      expect(() => readConfig({ ...issuer, POLYRAIL_PUBLIC_ORIGIN: origin })).toThrow('POLYRAIL_PUBLIC_ORIGIN must be');
  });

  it('reads the endpoints for events, and shows no secret', () => {
    const secrets = ['a', 'b'].map((letter) => `whsec_${Buffer.from(letter.repeat(24)).toString('base64')}`);
    const endpoints = [
      { id: 'shop', url: 'https://shop.example/hooks', secrets, events: ['payment.succeeded'], tenant: 'one' },
      { id: 'books', url: 'http://127.0.0.1:9000/', secrets: secrets.slice(1) },
    ];
    const config = readConfig({ POLYRAIL_WEBHOOK_ENDPOINTS: JSON.stringify(endpoints) });
    expect(config.webhookEndpoints).toMatchObject([
      { id: 'shop', url: 'https://shop.example/hooks', types: ['payment.succeeded'], tenant: 'one' },
      { id: 'books' },
    ]);
    expect(config.webhookEndpoints[0]?.secrets.map(({ secret }) => secret.expose())).toEqual(secrets);
    expect(JSON.stringify(config)).not.toContain('whsec_');
    expect(readConfig({}).webhookEndpoints).toEqual([]);
  });

  it('names every mistake of every endpoint, and no value', () => {
    const good = { id: 'shop', url: 'https://shop.example/', secrets: [`whsec_${'A'.repeat(32)}`] };
    const mistakes: readonly (readonly [unknown, string])[] = [
      ['CANARY', 'POLYRAIL_WEBHOOK_ENDPOINTS must be a JSON array of endpoints'],
      [{ CANARY: 1 }, 'POLYRAIL_WEBHOOK_ENDPOINTS must be a JSON array of endpoints'],
      [['CANARY'], 'POLYRAIL_WEBHOOK_ENDPOINTS.0 must be an object with id, url, secrets'],
      [[{ ...good, CANARY: 1 }], 'POLYRAIL_WEBHOOK_ENDPOINTS.0 must be an object with id, url, secrets'],
      [[good, good], 'POLYRAIL_WEBHOOK_ENDPOINTS must have a different id for each endpoint'],
      [
        [
          good,
          { id: 'CANARY', url: 'http://CANARY/', secrets: ['whsec_CANARY'], events: ['CANARY'], tenant: 'CANARY!' },
        ],
        `POLYRAIL_WEBHOOK_ENDPOINTS.1.id must be 1 to 64 lower-case letters, digits and hyphens
POLYRAIL_WEBHOOK_ENDPOINTS.1.url must be an https URL, or http on loopback, without user and fragment
POLYRAIL_WEBHOOK_ENDPOINTS.1.secrets.0 must be whsec_ and 24 to 64 bytes in base64
POLYRAIL_WEBHOOK_ENDPOINTS.1.events.0 must be an array of payment.unknown, payment.needs_review, `,
      ],
      [[{ ...good, secrets: [] }], 'POLYRAIL_WEBHOOK_ENDPOINTS.0.secrets must be an array of 1 to 4 secrets'],
      [[{ id: 'shop' }], 'POLYRAIL_WEBHOOK_ENDPOINTS.0.url must be an https URL'],
    ];
    for (const [endpoints, mistake] of mistakes) {
      const text = typeof endpoints === 'string' ? endpoints : JSON.stringify(endpoints);
      const read = () => readConfig({ POLYRAIL_WEBHOOK_ENDPOINTS: text });
      expect(read).toThrow(mistake);
      expect(read).not.toThrow('CANARY');
    }
  });

  it('makes the demo key an operator, and no key of a host that has its own', () => {
    expect(readConfig({}).operatorKeys).toEqual([apiKey('default', new Secret('sk_sandbox_demo'))]);
    const own = { POLYRAIL_API_KEYS: 'sk_live_11112222' };
    expect(readConfig(own).operatorKeys).toEqual([]);
    const named = readConfig({ ...own, POLYRAIL_OPERATOR_KEYS: 'sk_operator_1,sk_operator_2' });
    expect(named.operatorKeys).toEqual(
      ['sk_operator_1', 'sk_operator_2'].map((key) => apiKey('operator', new Secret(key))),
    );
    expect(() => readConfig({ POLYRAIL_OPERATOR_KEYS: 'short' })).toThrow('POLYRAIL_OPERATOR_KEYS must be');
  });

  it('keeps everything, or for 45 days and longer', () => {
    expect(readConfig({}).keepMs).toBeUndefined();
    expect(readConfig({ POLYRAIL_KEEP_DAYS: '400' }).keepMs).toBe(400 * 86_400_000);
    expect(() => readConfig({ POLYRAIL_KEEP_DAYS: '44' })).toThrow('POLYRAIL_KEEP_DAYS must be a whole number from 45');
  });

  it('names every mistake at once, and no value', () => {
    const environment = {
      PORT: '8080x',
      SANDBOX_PORT: '70000',
      SANDBOX_URL: 'ftp://CANARY',
      POLYRAIL_API_KEYS: 'CANARY,,',
      LOG_LEVEL: 'CANARY',
      ATTEMPT_TIMEOUT_MS: '0',
      DEADLINE_MS: '1e4',
    };
    let message = '';
    try {
      readConfig(environment);
    } catch (error) {
      message = PolyrailError.is(error) && error.code === 'configuration_invalid' ? error.message : 'another error';
    }
    for (const name of Object.keys(environment)) expect(message).toContain(`${name} must be`);
    expect(message).not.toMatch(/CANARY|8080x|70000/);
  });

  it.each([
    ['POLYRAIL_STOER', 'sqlite:payments.db'],
    ['polyrail_store', 'sqlite:payments.db'],
    ['POLYRAIL_API_KEY', 'sk_live_11112222'],
    ['POLYRAIL_KEEP_DAYS_FILE', '/run/secrets/days'],
  ])('refuses %s, which is no setting, without its value', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'configuration_invalid', message: `${name} is no setting of this host` }),
    );
  });

  it('knows its own names, and passes over those that Kubernetes sets for a service called polyrail', () => {
    const own = { POLYRAIL_STORE: 'memory', POLYRAIL_API_KEYS_FILE: '/run/keys', POLYRAIL_SECRETS_DIR: '/run/secrets' };
    const service = {
      POLYRAIL_SERVICE_HOST: '10.0.0.1',
      POLYRAIL_SERVICE_PORT_HTTP: '80',
      POLYRAIL_PORT: 'tcp://10.0.0.1:80',
      POLYRAIL_GATEWAY_PORT_80_TCP_ADDR: '10.0.0.1',
    };
    expect(readConfig({ ...own, ...service }).store).toEqual({ kind: 'memory' });
  });

  it('refuses a key of two tenants, and an operator key that names one', () => {
    const read = (name: string, keys: string) => () => readConfig({ [name]: keys });
    expect(read('POLYRAIL_API_KEYS', 'shop:sk_live_11112222,bank:sk_live_11112222')).toThrow(/^POLYRAIL_API_KEYS must/);
    expect(read('POLYRAIL_API_KEYS', 'shop:sk_live_11112222,shop:sk_live_11112222')).not.toThrow();
    expect(read('POLYRAIL_OPERATOR_KEYS', 'shop:sk_live_11112222')).toThrow(
      /^POLYRAIL_OPERATOR_KEYS must.*names no tenant/,
    );
    expect(readConfig({ POLYRAIL_OPERATOR_KEYS: 'sk_live_11112222' }).operatorKeys).toHaveLength(1);
  });

  it('names the key of the sandbox that no header can carry, and shows no user of the issuer', () => {
    expect(() => readConfig({ SANDBOX_API_KEY: 'a\nb' })).toThrow(/^SANDBOX_API_KEY must/);
    const issuer = { POLYRAIL_JWT_ISSUER: 'i', POLYRAIL_JWT_AUDIENCE: 'a' };
    expect(() => readConfig({ ...issuer, POLYRAIL_JWT_JWKS_URL: 'https://u:hunter2@i.example/jwks' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it('refuses an authority of callers that is no certificate', async () => {
    const { cert, key } = await selfSigned('127.0.0.1');
    const door = { TLS_CERTIFICATE: cert, TLS_KEY: key };
    expect(readConfig({ ...door, TLS_CLIENT_CA: cert }).tls).toBeDefined();
    expect(() => readConfig({ ...door, TLS_CLIENT_CA: 'shop:sk_live_11112222' })).toThrow(/TLS_CLIENT_CA/);
  });

  it('says nothing that the log would take for a secret', () => {
    const outside = () => readConfig({ SANDBOX_URL: 'http://127.0.0.1:9000' });
    const endpoints = () =>
      readConfig({ POLYRAIL_WEBHOOK_ENDPOINTS: '[{"id":"a","url":"https://a.example","secrets":[]}]' });
    for (const read of [outside, endpoints])
      expect(read).toThrow(expect.objectContaining({ message: expect.toSatisfy((text) => redactText(text) === text) }));
  });
});
