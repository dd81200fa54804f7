import { describe, expect, it } from 'vitest';
import { headers, post, start, unkeyed } from '../running-host.ts';

describe('POST /v1/webhooks/{provider}', () => {
  it('brings in what the acquirer pushes, without anyone asking', async () => {
    const host = await start();
    await post(`${host.sandboxUrl}/_sandbox/personality`, { settlement: 'webhook' });
    const { status, json } = await post(`${host.url}/v1/payments`, { ...unkeyed, idempotency_key: 'k1' });
    expect([status, json['status']]).toEqual([202, 'pending']);
    const timeline = `${host.url}/v1/payments/${json['id']}/timeline`;
    const read = async () => (await fetch(timeline, { headers })).text();
    await expect.poll(read, { timeout: 10_000 }).toContain('sandbox-rest pushed transfer.succeeded: succeeded');
    const payment = await (await fetch(`${host.url}/v1/payments/${json['id']}`, { headers })).json();
    expect(payment).toMatchObject({ status: 'succeeded', captured_amount: 5_000 });
  });

  it('refuses what is not signed, and does not know other providers', async () => {
    const host = await start();
    const { status, headers: answered, json } = await post(`${host.url}/v1/webhooks/sandbox-rest`, { id: 'evt_1' });
    expect([status, answered.get('content-type')]).toEqual([401, expect.stringContaining('application/problem+json')]);
    expect(json).toMatchObject({ code: 'notification_refused', status: 401, retry: 'never', outcome: 'not_sent' });
    const empty = await fetch(`${host.url}/v1/webhooks/sandbox-rest`, { method: 'POST' });
    expect(await empty.json()).toMatchObject({ code: 'notification_refused' });
    expect(await post(`${host.url}/v1/webhooks/nobody`, {})).toMatchObject({ status: 404 });
  });
});
