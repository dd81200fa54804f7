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
