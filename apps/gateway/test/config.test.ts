import { PolyrailError } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

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
    expect(config.apiKeys.map(({ tenant, key }) => [tenant, key.expose()])).toEqual([['default', 'sk_sandbox_demo']]);
  });

  it('reads keys with and without a tenant', () => {
    const { apiKeys } = readConfig({ POLYRAIL_API_KEYS: 'shop:sk_live_11112222,sk_live_33334444' });
    expect(apiKeys.map(({ tenant, key }) => [tenant, key.expose()])).toEqual([
      ['shop', 'sk_live_11112222'],
      ['default', 'sk_live_33334444'],
    ]);
    expect(JSON.stringify(apiKeys)).not.toContain('sk_live');
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
});
