import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@polyrail/core';
import { standardWebhooksVerifier } from '@polyrail/webhooks';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/settings/config.ts';
import { EndpointSecrets } from '../../src/settings/endpoint-secrets.ts';
import { hostRedactor } from '../../src/settings/host-redactor.ts';
import { openHostSecrets } from '../../src/settings/host-secrets.ts';
import { startHost } from '../../src/start-host.ts';
import { post, unkeyed } from '../running-host.ts';

const secret = (letter: string) => `whsec_${Buffer.alloc(32, letter).toString('base64')}`;
const shop = { id: 'shop', url: 'https://shop.example/', tenant: 'one' };
const settingOf = (...endpoints: object[]) => JSON.stringify(endpoints);
const readEndpoints = (text: string) => readConfig({ POLYRAIL_WEBHOOK_ENDPOINTS: text }).webhookEndpoints;

it('the secrets of an endpoint are replaced, and nothing else of it is', () => {
  const app = { id: 'app', url: 'https://app.example/', secrets: [secret('x')] };
  const followed = new EndpointSecrets(readEndpoints(settingOf({ ...shop, secrets: [secret('a')] }, app)));
  const live = () => followed.endpoints.map(({ secrets }) => secrets().map((one) => one.secret.expose()));
  expect(live()).toEqual([[secret('a')], [secret('x')]]);
  const both = [secret('b'), secret('a')];
  expect(followed.replace(settingOf(app, { ...shop, secrets: both }))).toBe(true);
  expect(live()).toEqual([both, [secret('x')]]);
  const next = { ...shop, secrets: [secret('c')] };
  for (const other of [
    settingOf(next),
    settingOf({ ...next, url: 'https://thief.example/' }, app),
    settingOf({ ...next, tenant: 'two' }, app),
    settingOf({ ...next, events: ['payment.succeeded'] }, app),
    settingOf({ ...next, secrets: ['too short'] }, app),
    'no JSON',
  ]) {
    expect(followed.replace(other)).toBe(false);
    expect(live()).toEqual([both, [secret('x')]]);
  }
});

it('a running host signs with the secrets of the moment, and hides them', async () => {
  const verifiers = ['a', 'b'].map((id) => standardWebhooksVerifier([{ id, secret: new Secret(secret(id)) }]));
  const believed: string[] = [];
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const message = { headers: request.headersDistinct, body: Buffer.concat(chunks) };
    const verdicts = verifiers.map((verifier) => verifier.verify(message, Date.now()));
    believed.push(verdicts.map((verdict) => (verdict.kind === 'verified' ? verdict.secretId : '-')).join(''));
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  const folder = await mkdtemp(join(tmpdir(), 'polyrail-endpoints-'));
  const file = join(folder, 'endpoints');
  const write = (...secrets: string[]) => writeFile(file, settingOf({ id: 'shop', url, secrets }), { mode: 0o600 });
  await write(secret('a'));
  const environment = { PORT: '0', SANDBOX_PORT: '0', LOG_LEVEL: 'silent', POLYRAIL_WEBHOOK_ENDPOINTS_FILE: file };
  const secrets = await openHostSecrets(environment);
  const config = readConfig(environment, secrets);
  const redactor = hostRedactor(config);
  const host = await startHost(config, secrets, redactor);
  const pay = async (key: string) => {
    expect((await post(`${host.url}/v1/payments`, { ...unkeyed, idempotency_key: key })).status).toBe(201);
  };
  await pay('one');
  await expect.poll(() => believed, { timeout: 10_000 }).toEqual(['a-']);
  await write(secret('b'), secret('a'));
  await secrets.refresh();
  await pay('two');
  await expect.poll(() => believed, { timeout: 10_000 }).toEqual(['a-', 'ab']);
  await write(secret('b'));
  await secrets.refresh();
  await pay('three');
  await expect.poll(() => believed, { timeout: 10_000 }).toEqual(['a-', 'ab', '-b']);
  expect(redactor.text(`a key: ${encodeURIComponent(secret('b'))}`)).toBe('a key: ****');
  await host.close();
  receiver.close();
  await rm(folder, { recursive: true });
});
