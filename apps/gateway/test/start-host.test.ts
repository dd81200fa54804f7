import { selfSigned } from '@polyrail/testkit/certificate-authority';
import { expect, it } from 'vitest';
import { readConfig } from '../src/settings/config.ts';
import { startHost } from '../src/start-host.ts';
import { transfer } from './test-host.ts';

it('settles an unknown payment without anyone asking for it', { timeout: 30_000 }, async () => {
  const environment = { PORT: '0', SANDBOX_PORT: '0', LOG_LEVEL: 'silent' };
  const host = await startHost(readConfig({ ...environment, ATTEMPT_TIMEOUT_MS: '1500', DEADLINE_MS: '2000' }));
  const headers = { authorization: 'Bearer sk_sandbox_demo', 'content-type': 'application/json' };
  const fault = {
    method: 'POST',
    body: JSON.stringify({ fault: 'hang_after', times: 9, match: { operation: 'transfer' } }),
  };
  expect((await fetch(`${host.sandboxUrl}/_sandbox/faults`, fault)).status).toBe(200);
  // Without the acquirer's webhook, which would settle it first.
  expect((await fetch(`${host.sandboxUrl}/_sandbox/webhooks`, { method: 'DELETE' })).status).toBe(200);
  const answer = await fetch(`${host.url}/v1/payments`, { method: 'POST', headers, body: JSON.stringify(transfer()) });
  expect(answer.status).toBe(202);
  const { poll } = Object(await answer.json());
  // Reading the timeline asks no provider.
  const timeline = async () => (await fetch(`${host.url}${poll}/timeline`, { headers })).text();
  await expect.poll(timeline, { timeout: 20_000, interval: 250 }).toMatch(/says: succeeded/);
  await host.close();
});

it('listens for other machines, and behind TLS, with the built-in sandbox too', { timeout: 30_000 }, async () => {
  const { cert, key } = await selfSigned('127.0.0.1');
  const ports = { PORT: '0', SANDBOX_PORT: '0', LOG_LEVEL: 'silent' };
  const endpointsOf = async (settings: Record<string, string>) => {
    const host = await startHost(readConfig({ ...ports, ...settings }));
    const { endpoints } = Object(await (await fetch(`${host.sandboxUrl}/_sandbox/webhooks`)).json());
    await host.close();
    return endpoints;
  };
  expect(await endpointsOf({ HOST: '0.0.0.0' })).toMatchObject([{ url: expect.stringContaining('//127.0.0.1:') }]);
  expect(await endpointsOf({ TLS_CERTIFICATE: cert, TLS_KEY: key })).toEqual([]);
});

it('names the setting of a store that cannot be opened', async () => {
  const opened = startHost(
    readConfig({ PORT: '0', SANDBOX_PORT: '0', POLYRAIL_STORE: 'postgresql://u:hunter2@127.0.0.1:1/a' }),
  );
  await expect(opened).rejects.toThrow(/^POLYRAIL_STORE cannot be used: .*ECONNREFUSED/);
});
