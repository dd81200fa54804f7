import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { WEBHOOK_FAULT_NAMES } from '../../src/webhook/webhook-fault.ts';
import { call, charge } from '../acquirer-client.ts';
import { type Receiver, startReceiver } from '../webhook-receiver.ts';

let sandbox: Sandbox;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startSandbox({ seed: 1 });
});
beforeEach(() => {
  sandbox.reset();
  receiver.received.length = 0;
});
afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

const control = (method: string, path: string, body?: unknown) => call(sandbox, method, `/_sandbox/${path}`, body);

async function pay(key: string): Promise<void> {
  await call(sandbox, 'POST', '/v1/charges', charge(), { key });
  await sandbox.webhooks.settle();
}

it('registers, shows, rotates and removes endpoints', async () => {
  const made = await control('POST', 'webhooks', { url: receiver.url });
  expect(made).toMatchObject({
    status: 200,
    json: { url: receiver.url, scheme: 'standard_webhooks', disabled: false },
  });
  expect(made.json['secret']).toMatch(/^whsec_/);
  expect((await control('GET', 'webhooks')).json).toEqual({ endpoints: [made.json] });
  const { id, secret, next_secret } = made.json;
  const rotated = await control('POST', 'webhooks/rotate', { endpoint: id, overlap_ms: 1000 });
  expect(rotated.json).toMatchObject({ id, secret: next_secret, previous_secret: secret });
  expect((await control('DELETE', `webhooks?id=${id}`)).json).toEqual({ endpoints: [] });
  await control('POST', 'webhooks', { url: receiver.url });
  expect((await control('DELETE', 'webhooks')).json).toEqual({ endpoints: [] });
});

it('shows events and attempts, and sends an event again', async () => {
  const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  await control('POST', 'webhooks', { url: receiver.url, secret, scheme: 'standard_webhooks' });
  await pay('a');
  await pay('b');
  const { json } = await control('GET', 'webhooks/events?key=b');
  expect(json).toMatchObject({ events: [{ type: 'charge.succeeded', key: 'b' }] });
  const event = receiver.received[1]?.id;
  expect(json).toMatchObject({ events: [{ id: event }] });
  expect((await control('POST', 'webhooks/resend', { event })).json).toEqual({ event });
  await sandbox.webhooks.settle();
  expect((await control('GET', 'webhooks/deliveries')).json).toMatchObject({ count: 3, pending: 0, overflowed: 0 });
  const attempts = await control('GET', `webhooks/deliveries?event=${event}`);
  const attempt = { event, type: 'charge.succeeded', attempt: 1, status: 204, error: null, fault: null };
  expect(attempts.json).toMatchObject({ deliveries: [attempt, attempt] });
});

it('arms, shows and disarms webhook faults', async () => {
  await control('POST', 'webhooks', { url: receiver.url });
  const order = { fault: 'stale', times: 2, age_ms: 400_000, match: { type: 'charge.succeeded', attempt: 1 } };
  expect(await control('POST', 'webhooks/faults', order)).toMatchObject({
    status: 200,
    json: { ...order, remaining: 2 },
  });
  await pay('a');
  expect((await control('GET', 'webhooks/faults')).json).toMatchObject({
    armed: [{ fault: 'stale', age_ms: 400_000, remaining: 1, fired: 1 }],
    firings: [{ fault: 'stale', key: 'a', attempt: 1, event: receiver.received[0]?.id }],
  });
  expect((await control('DELETE', 'webhooks/faults')).json).toEqual({ armed: [] });
});

describe('what is refused, with what is known', () => {
  it.each([
    ['webhooks', {}, 'url is missing'],
    ['webhooks', { url: 'http://example.com/' }, 'allowRemote'],
    ['webhooks', { url: 'http://localhost/', secret: 'short' }, 'whsec_'],
    ['webhooks', { url: 'http://localhost/', scheme: 'stripe' }, 'standard_webhooks'],
    ['webhooks', { uri: 'http://localhost/' }, 'url, secret, scheme'],
    ['webhooks/rotate', { endpoint: 'we_0' }, 'No such endpoint'],
    ['webhooks/resend', { event: 'evt_0' }, 'No such event'],
    ['webhooks/faults', { fault: 'explode' }, WEBHOOK_FAULT_NAMES.join(', ')],
    ['webhooks/faults', {}, WEBHOOK_FAULT_NAMES.join(', ')],
    ['webhooks/faults', { fault: 'drop', delay_ms: 5 }, 'takes no delayMs'],
    ['webhooks/faults', { fault: 'drop', match: { type: 'charge.pending' } }, 'charge.succeeded'],
  ])('%s %j', async (path, body, known) => {
    const reply = await control('POST', path, body);
    expect(reply).toMatchObject({ status: 400, json: { error: { message: expect.stringContaining(known) } } });
  });

  it('an endpoint or a filter that is not there', async () => {
    expect((await control('DELETE', 'webhooks?id=we_0')).status).toBe(400);
    expect((await control('GET', 'webhooks/deliveries?key=a')).status).toBe(400);
    expect((await control('GET', 'webhooks/events?type=a')).status).toBe(400);
  });
});
