import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyRing } from '../../src/access/key-ring.ts';
import { readConfig } from '../../src/settings/config.ts';
import { followSecrets, openHostSecrets } from '../../src/settings/host-secrets.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyrail-host-'));
  file = join(folder, 'keys');
});
afterEach(() => rm(folder, { recursive: true }));

const write = (path: string, text: string) => writeFile(path, text, { mode: 0o600 });

describe('the secrets of the host', () => {
  it('come from variables, named files and a directory', async () => {
    await write(file, `shop:sha256:${hash('sha256', 'sk_live_from_file')}\n`);
    await write(join(folder, 'polyrail_operator_keys'), 'sk_live_operator\n');
    const environment = {
      POLYRAIL_API_KEYS_FILE: file,
      POLYRAIL_SECRETS_DIR: folder,
      SANDBOX_API_KEY: 'sk_of_the_sandbox',
      SANDBOX_URL: 'http://127.0.0.1:9',
    };
    const config = readConfig(environment, await openHostSecrets(environment));
    expect(new KeyRing(config.apiKeys ?? []).find('sk_live_from_file')?.tenant).toBe('shop');
    expect(new KeyRing(config.operatorKeys).find('sk_live_operator')).toBeDefined();
    expect(config.sandbox.apiKey.expose()).toBe('sk_of_the_sandbox');
  });

  it('are all named when something is wrong, with every other mistake and without a value', async () => {
    await write(file, 'CANARY, not a key');
    const environment = {
      POLYRAIL_API_KEYS_FILE: file,
      POLYRAIL_STORE_FILE: join(folder, 'absent'),
      SANDBOX_API_KEY: 'CANARY',
      SANDBOX_API_KEY_FILE: file,
      TLS_KEY: 'CANARY',
      POLYRAIL_JWT_ISSUER: 'CANARY',
      PORT: 'CANARY',
    };
    const secrets = await openHostSecrets(environment);
    const read = () => readConfig(environment, secrets);
    for (const mistake of [
      'POLYRAIL_STORE_FILE cannot be opened (ENOENT)',
      'SANDBOX_API_KEY is set twice: SANDBOX_API_KEY, SANDBOX_API_KEY_FILE',
      'POLYRAIL_API_KEYS must be a list of keys',
      'PORT must be',
    ])
      expect(read).toThrow(mistake);
    expect(read).not.toThrow('CANARY');
    const pairs = { TLS_KEY: 'CANARY', POLYRAIL_JWT_ISSUER: 'CANARY' };
    expect(() => readConfig(pairs)).toThrow('TLS_CERTIFICATE, TLS_KEY, TLS_CLIENT_CA and TLS_CLIENT_CRL must');
    expect(() => readConfig(pairs)).toThrow('POLYRAIL_JWT_JWKS_URL must be set together');
    expect(() => readConfig(pairs)).not.toThrow('CANARY');
  });

  it('are replaced while the host runs: two live keys in between, and no restart', async () => {
    await write(file, 'one:sk_live_first');
    const environment = { POLYRAIL_API_KEYS_FILE: file };
    const secrets = await openHostSecrets(environment);
    const apiKeys = new KeyRing(readConfig(environment, secrets).apiKeys ?? []);
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const stop = followSecrets(secrets, { apiKeys, operatorKeys: new KeyRing([]), log });
    const live = () => ['sk_live_first', 'sk_live_second'].map((key) => apiKeys.find(key) !== undefined);
    expect(live()).toEqual([true, false]);
    for (const [content, expected] of [
      ['one:sk_live_first\none:sk_live_second', [true, true]],
      ['one:sk_live_second', [false, true]],
      ['CANARY, not a key', [false, true]],
    ] as const) {
      await write(file, content);
      await secrets.refresh();
      expect(live()).toEqual(expected);
    }
    await rm(file);
    await secrets.refresh();
    expect(live()).toEqual([false, true]);
    stop();
    expect(lines.join('')).toMatch(/is used from now on.*cannot be used; the one before stays.*ENOENT/s);
    expect(lines.join('')).not.toMatch(/CANARY|sk_live/);
  });
});
