import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@polyrail/core';
import { startSandbox } from '@polyrail/sandbox';
import { standardWebhooksSigner } from '@polyrail/webhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/settings/config.ts';
import { hostRedactor } from '../../src/settings/host-redactor.ts';
import { openHostSecrets } from '../../src/settings/host-secrets.ts';
import { type RunningHost, startHost } from '../../src/start-host.ts';
import { headers, unkeyed } from '../running-host.ts';

const overlapMs = 600_000;
const webhookSecret = (letter: string) => `whsec_${Buffer.alloc(32, letter).toString('base64')}`;
const [first, second] = [webhookSecret('a'), webhookSecret('b')];
const event = Buffer.from('{"id":"evt_1","type":"charge.succeeded","data":{}}');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyrail-rotation-'));
  await writeFile(join(folder, 'api-key'), 'sk_first', { mode: 0o600 });
  await writeFile(join(folder, 'sandbox_webhook_secret'), first, { mode: 0o600 });
});
afterEach(() => rm(folder, { recursive: true }));

/** A host before an outside acquirer, with one secret in a named file and the other in a directory. */
async function runningHost(acquirerKey: string) {
  const sandbox = await startSandbox({ apiKeys: [acquirerKey] });
  const environment = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    POLYRAIL_API_KEYS: 'sk_sandbox_demo',
    SANDBOX_URL: sandbox.url,
    SANDBOX_API_KEY_FILE: join(folder, 'api-key'),
    POLYRAIL_SECRETS_DIR: folder,
  };
  const clock = { atMs: Date.now(), now: () => clock.atMs, schedule: () => () => undefined };
  const secrets = await openHostSecrets(environment, clock);
  const config = readConfig(environment, secrets);
  const redactor = hostRedactor(config);
  const host = await startHost(config, secrets, redactor);
  return {
    host,
    redactor,
    clock,
    async replace(file: string, value: string) {
      await writeFile(join(folder, file), value, { mode: 0o600 });
      await secrets.refresh();
    },
    close: () => Promise.all([host.close(), sandbox.close()]),
  };
}

async function pay(host: RunningHost, provider: string, key: string): Promise<number> {
  const body = JSON.stringify({ ...unkeyed, provider, idempotency_key: key });
  return (await fetch(`${host.url}/v1/payments`, { method: 'POST', headers, body })).status;
}

let messages = 0;

async function push(host: RunningHost, secret: string): Promise<number> {
  const signer = standardWebhooksSigner([{ id: 'sender', secret: new Secret(secret) }]);
  const signature = signer.sign(`msg_${++messages}`, Math.floor(Date.now() / 1_000), event);
  const url = `${host.url}/v1/webhooks/sandbox-rest`;
  const init = { method: 'POST', headers: { ...signature, 'content-type': 'application/json' }, body: event };
  return (await fetch(url, init)).status;
}

describe('a running host', () => {
  it.each(['sandbox-rest', 'sandbox-graphql', 'sandbox-soap'])(
    '%s: takes a replaced provider key from its file for the next request',
    async (provider) => {
      const { host, replace, close } = await runningHost('sk_second');
      expect(await pay(host, provider, 'before')).not.toBe(201);
      await replace('api-key', 'sk_second');
      expect(await pay(host, provider, 'after')).toBe(201);
      // What no header can carry changes nothing.
      await replace('api-key', 'sk\nthird');
      expect(await pay(host, provider, 'still')).toBe(201);
      await close();
    },
  );

  it('hides what is new as well as what it replaced', async () => {
    const { redactor, replace, close } = await runningHost('sk_first');
    await replace('api-key', 'a key without a prefix');
    expect(redactor.text('sent sk_first and a key without a prefix')).toBe('sent **** and ****');
    await close();
  });

  it('believes two webhook secrets while one replaces the other, and then the new one alone', async () => {
    const { host, clock, replace, close } = await runningHost('sk_first');
    expect([await push(host, first), await push(host, second)]).toEqual([204, 401]);
    await replace('sandbox_webhook_secret', second);
    expect([await push(host, first), await push(host, second)]).toEqual([204, 204]);
    clock.atMs += overlapMs;
    expect([await push(host, first), await push(host, second)]).toEqual([401, 204]);
    await replace('sandbox_webhook_secret', 'no key of Standard Webhooks');
    expect([await push(host, first), await push(host, second)]).toEqual([401, 204]);
    await close();
  });
});
