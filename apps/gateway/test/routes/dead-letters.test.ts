import { describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../receiver.ts';
import { headers, post, start, unkeyed } from '../running-host.ts';

function endpoints(...receivers: Receiver[]): { readonly POLYRAIL_WEBHOOK_ENDPOINTS: string } {
  const all = receivers.map(({ url, secret }, at) => ({ id: `app-${at}`, url, secrets: [secret] }));
  return { POLYRAIL_WEBHOOK_ENDPOINTS: JSON.stringify(all) };
}

async function get(url: string, authorization = headers.authorization) {
  const response = await fetch(url, { headers: { authorization } });
  const text = await response.text();
  return { status: response.status, text, json: /^[[{]/.test(text) ? JSON.parse(text) : {} };
}

describe('dead letters', () => {
  it('are what an endpoint did not want; replayed, they arrive', async () => {
    const receiver = await startReceiver();
    receiver.answer = () => 410;
    const host = await start(endpoints(receiver));
    const { json: payment } = await post(`${host.url}/v1/payments`, { ...unkeyed, idempotency_key: 'k1' });
    const list = () => get(`${host.url}/v1/dead-letters`);
    await expect.poll(async () => (await list()).json.dead_letters.length).toBe(1);
    const [arrival] = receiver.arrivals;
    const id = `delivery:${arrival?.id}:app-0`;
    expect((await list()).json.dead_letters).toEqual([
      {
        id,
        kind: 'delivery',
        subject: `${arrival?.id}:app-0`,
        payment_id: payment['id'],
        attempts: 1,
        reason: 'the endpoint wants no more events',
        buried_at: expect.any(String),
      },
    ]);
    const metrics = await get(`${host.url}/metrics`);
    expect(metrics.text).toContain('polyrail_jobs_buried_total{kind="delivery"} 1');
    expect(metrics.text).toContain('polyrail_dead_letters 1');

    receiver.answer = () => 204;
    const replay = `${host.url}/v1/dead-letters/${encodeURIComponent(id)}/replay`;
    expect(await post(replay, {})).toMatchObject({ status: 202, json: { id, replayed: true } });
    await expect.poll(() => receiver.arrivals.length).toBe(2);
    expect(receiver.arrivals[1]).toEqual(arrival);
    expect(await post(replay, {})).toMatchObject({ status: 202, json: { id, replayed: false } });
    expect((await list()).json).toEqual({ dead_letters: [] });
    expect((await get(`${host.url}/metrics`)).text).toContain('polyrail_dead_letters 0');
  });

  it('tell each endpoint of the payment as the API shows it, by an id that stays', async () => {
    const [shop, books] = [await startReceiver(), await startReceiver()];
    const host = await start(endpoints(shop, books));
    const { json } = await post(`${host.url}/v1/payments`, { ...unkeyed, idempotency_key: 'k1' });
    await expect.poll(() => [shop.arrivals.length, books.arrivals.length]).toEqual([1, 1]);
    expect(shop.arrivals).toEqual(books.arrivals);
    expect(shop.arrivals).toEqual([
      { id: expect.stringMatching(/^evt_/), type: 'payment.succeeded', timestamp: json['updated_at'], data: json },
    ]);
  });

  it('are listed and replayed by operators only', async () => {
    const keys = { POLYRAIL_API_KEYS: 'sk_live_11112222', POLYRAIL_OPERATOR_KEYS: 'sk_operator_1' };
    const host = await start(keys);
    for (const path of ['/v1/dead-letters', '/metrics']) {
      expect((await get(host.url + path, 'Bearer sk_live_11112222')).status).toBe(401);
      expect((await get(host.url + path, 'Bearer sk_operator_1')).status).toBe(200);
    }
    expect((await get(`${host.url}/v1/providers`, 'Bearer sk_operator_1')).status).toBe(401);
  });

  it('that are not there are not found, and a list has a bound', async () => {
    const host = await start();
    const unknown = ['delivery:evt_0_1:app-0', 'settlement:op_1', 'notification:sandbox-rest:evt_1', 'x'.repeat(400)];
    for (const id of unknown)
      expect(await post(`${host.url}/v1/dead-letters/${encodeURIComponent(id)}/replay`, {})).toMatchObject({
        status: 404,
        json: { code: 'dead_letter_unknown' },
      });
    for (const limit of ['0', '1001', '1e2', '-1', ''])
      expect(await get(`${host.url}/v1/dead-letters?limit=${limit}`)).toMatchObject({ status: 400 });
    expect(await get(`${host.url}/v1/dead-letters?limit=1000`)).toMatchObject({ json: { dead_letters: [] } });
  });
});
