import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@polyrail/sandbox';
import { type Authority, type Credential, createAuthority } from '@polyrail/testkit/certificate-authority';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/settings/config.ts';
import { openHostSecrets } from '../../src/settings/host-secrets.ts';
import { type RunningHost, startHost } from '../../src/start-host.ts';
import { headers, unkeyed } from '../running-host.ts';

let folder: string;
let ours: Authority;
let theirs: Authority;
let server: Credential;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyrail-sandbox-tls-'));
  [ours, theirs] = await Promise.all([createAuthority('ours'), createAuthority('theirs')]);
  server = await theirs.issue('127.0.0.1');
});
afterAll(() => rm(folder, { recursive: true }));

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

const file = (name: string) => join(folder, name);
const write = (name: string, text: string) => writeFile(file(name), text, { mode: 0o600 });
const issued = async (authority: Authority) => {
  const { cert, key } = await authority.issue('the host');
  await Promise.all([write('certificate', cert), write('key', key)]);
};

/** A host before an acquirer that wants a certificate of its clients, with everything in files. */
async function runningHost(authority: string) {
  const sandbox = await startSandbox({ apiKeys: ['sk_1'], tls: { ...server, clientCa: ours.ca } });
  await write('ca', authority);
  const environment = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    POLYRAIL_API_KEYS: 'sk_sandbox_demo',
    SANDBOX_URL: sandbox.url,
    SANDBOX_API_KEY: 'sk_1',
    SANDBOX_TLS_CA_FILE: file('ca'),
    SANDBOX_TLS_CERTIFICATE_FILE: file('certificate'),
    SANDBOX_TLS_KEY_FILE: file('key'),
  };
  const secrets = await openHostSecrets(environment);
  const host = await startHost(readConfig(environment, secrets), secrets);
  closings.push(async () => void (await Promise.all([host.close(), sandbox.close()])));
  return { host, secrets };
}

let keys = 0;

async function pay(host: RunningHost, provider = 'sandbox-rest'): Promise<number> {
  const body = JSON.stringify({ ...unkeyed, provider, idempotency_key: `key-${++keys}` });
  return (await fetch(`${host.url}/v1/payments`, { method: 'POST', headers, body })).status;
}

it('pays an outside acquirer of a private authority, over mutual TLS, with each protocol', async () => {
  await issued(ours);
  const { host } = await runningHost(theirs.ca);
  for (const provider of ['sandbox-rest', 'sandbox-graphql', 'sandbox-soap'])
    expect(await pay(host, provider), provider).toBe(201);
});

it('shows a certificate that replaces one from the next connection on, and keeps it where the next cannot be used', async () => {
  await issued(theirs);
  const { host, secrets } = await runningHost(theirs.ca);
  expect(await pay(host)).not.toBe(201);
  await issued(ours);
  await secrets.refresh();
  expect(await pay(host)).toBe(201);
  await write('key', 'no key');
  await secrets.refresh();
  expect(await pay(host)).toBe(201);
});

it('trusts an authority that replaces one, and no other', async () => {
  await issued(ours);
  const { host, secrets } = await runningHost(ours.ca);
  expect(await pay(host)).not.toBe(201);
  await write('ca', theirs.ca);
  await secrets.refresh();
  expect(await pay(host)).toBe(201);
  await write('ca', 'no certificate');
  await secrets.refresh();
  expect(await pay(host)).toBe(201);
});

it('is refused at the start where it cannot be used, without a value', async () => {
  const { cert, key } = await ours.issue('the host');
  const { key: other } = await ours.issue('another');
  const outside = {
    SANDBOX_URL: 'https://acquirer.example',
    SANDBOX_API_KEY: 'k1',
    POLYRAIL_API_KEYS: 'sk_live_11112222',
  };
  const read =
    (tls: object, more: object = outside) =>
    () =>
      readConfig({ ...more, ...tls });
  const pair = { SANDBOX_TLS_CERTIFICATE: cert, SANDBOX_TLS_KEY: key };
  expect(read({ ...pair, SANDBOX_TLS_CA: theirs.ca })).not.toThrow();
  expect(read({ SANDBOX_TLS_CA: theirs.ca })).not.toThrow();
  for (const broken of [
    read({ SANDBOX_TLS_CERTIFICATE: cert }),
    read({ SANDBOX_TLS_KEY: key }),
    read({ ...pair, SANDBOX_TLS_KEY: other }),
    read({ SANDBOX_TLS_CA: 'CANARY' }),
    read(pair, { ...outside, SANDBOX_URL: 'http://127.0.0.1:9' }),
    read(pair, {}),
  ]) {
    expect(broken).toThrow('SANDBOX_TLS_CA, SANDBOX_TLS_CERTIFICATE and SANDBOX_TLS_KEY must be PEM');
    expect(broken).not.toThrow(/CANARY|BEGIN/);
  }
});
