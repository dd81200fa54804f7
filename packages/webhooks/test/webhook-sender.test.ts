import type { DeliveryVerdict, EventSender, OutboxRecord } from '@polyrail/core';
import { type Clock, Secret, systemClock } from '@polyrail/core/provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standardWebhooksVerifier, type WebhookEndpoint, webhookSender } from '../src/index.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';

const secretOf = (letter: string) => new Secret(`whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`);
const live = [{ id: 'new', secret: secretOf('a') }];
const event: OutboxRecord = {
  id: 'evt_1_2',
  tenant: 'default',
  paymentId: 'pay_1',
  type: 'payment.succeeded',
  body: '{"id":"evt_1_2","type":"payment.succeeded","data":{"reference":"Zürich"}}',
  atMs: 0,
};

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver[Symbol.asyncDispose]());

function deliver(
  endpoint: Partial<WebhookEndpoint> = {},
  options: { readonly timeoutMs?: number; readonly clock?: Clock; readonly signal?: AbortSignal } = {},
): Promise<DeliveryVerdict> {
  const { signal = new AbortController().signal, ...rest } = options;
  const endpoints = [{ id: 'shop', url: `${receiver.origin}/hooks?of=polyrail`, secrets: live, ...endpoint }];
  const send: EventSender = webhookSender({ endpoints, ...rest });
  return send('shop', event, signal);
}

describe('webhookSender', () => {
  it('posts the event as it is stored, signed for every secret that the receiver may hold', async () => {
    const nowMs = Date.UTC(2026, 2, 1);
    const clock: Clock = { now: () => nowMs, schedule: systemClock.schedule };
    const secrets = [...live, { id: 'old', secret: secretOf('b') }];
    expect(await deliver({ secrets }, { clock })).toEqual({ kind: 'delivered' });
    const [request] = receiver.received;
    expect(request).toMatchObject({ method: 'POST', path: '/hooks?of=polyrail', body: Buffer.from(event.body) });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': event.id,
      'webhook-timestamp': String(nowMs / 1_000),
    });
    for (const held of secrets) {
      const message = { headers: request?.headers ?? {}, body: request?.body ?? Buffer.alloc(0) };
      expect(standardWebhooksVerifier([held]).verify(message, nowMs)).toEqual({ kind: 'verified', secretId: held.id });
    }
  });

  it.each([200, 201, 202, 204])('takes %i for delivered', async (status) => {
    receiver.answer = (response) => void response.writeHead(status).end();
    expect(await deliver()).toEqual({ kind: 'delivered' });
  });

  it('takes bytes that are no text for an answer like any other', async () => {
    receiver.answer = (response) => void response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x00]));
    expect(await deliver()).toEqual({ kind: 'delivered' });
  });

  it('takes 410 for the wish to hear no more', async () => {
    receiver.answer = (response) => void response.writeHead(410).end();
    expect(await deliver()).toEqual({ kind: 'gone' });
  });

  it.each([400, 401, 404, 500, 502])('has %i tried again', async (status) => {
    receiver.answer = (response) => void response.writeHead(status, { 'retry-after': '9' }).end();
    expect(await deliver()).toEqual({ kind: 'failed', message: `it answered ${status}` });
  });

  it.each([429, 503])('passes on how long a %i asks to wait', async (status) => {
    receiver.answer = (response) => void response.writeHead(status, { 'retry-after': '120' }).end();
    expect(await deliver()).toEqual({ kind: 'failed', message: `it answered ${status}`, retryAfterMs: 120_000 });
    receiver.answer = (response) => void response.writeHead(status, { 'retry-after': 'soon' }).end();
    expect(await deliver()).toEqual({ kind: 'failed', message: `it answered ${status}` });
  });

  it.each([301, 302, 307, 308])('does not follow a %i', async (status) => {
    const elsewhere = await startReceiver();
    receiver.answer = (response) => void response.writeHead(status, { location: elsewhere.origin }).end();
    expect(await deliver()).toEqual({
      kind: 'failed',
      message: `it answered ${status}: redirects are not followed`,
    });
    expect(elsewhere.received).toEqual([]);
    await elsewhere[Symbol.asyncDispose]();
  });

  it('waits for no receiver longer than its time', async () => {
    receiver.answer = () => undefined;
    expect(await deliver({}, { timeoutMs: 50 })).toEqual({ kind: 'failed', message: 'no whole answer within 50 ms' });
    receiver.answer = (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    };
    expect(await deliver({}, { timeoutMs: 100 })).toEqual({ kind: 'failed', message: 'no whole answer within 100 ms' });
  });

  it('reads no answer without end', async () => {
    receiver.answer = (response) => {
      response.writeHead(200);
      const pour = () => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', pour);
      pour();
    };
    expect(await deliver()).toEqual({ kind: 'failed', message: 'the response body is larger than the limit' });
  });

  it('says that nobody is there', async () => {
    const gone = await startReceiver();
    await gone[Symbol.asyncDispose]();
    expect(await deliver({ url: `${gone.origin}/hooks` })).toEqual({
      kind: 'failed',
      message: 'no connection could be made: ECONNREFUSED',
    });
  });

  it('ends when it is told to', async () => {
    const { signal, abort } = abortable();
    receiver.answer = () => abort();
    expect(await deliver({}, { signal })).toMatchObject({ kind: 'failed' });
  });

  it('knows only its own endpoints', async () => {
    const send = webhookSender({ endpoints: [] });
    expect(await send('shop', event, new AbortController().signal)).toMatchObject({ kind: 'failed' });
  });

  it.each([
    ['no URL', 'hooks.example'],
    ['plain http', 'http://hooks.example/'],
    ['a name that only looks like loopback', 'http://127.0.0.1.example/'],
    ['another scheme', 'ftp://hooks.example/'],
    ['a password', 'https://user:CANARY@hooks.example/'],
    ['a fragment', 'https://hooks.example/#part'],
    ['a path that is another origin', 'https://hooks.example//other.example/'],
  ])('refuses %s when it is made, without showing it', (_, url) => {
    const make = () => webhookSender({ endpoints: [{ id: 'shop', url, secrets: live }] });
    expect(make).toThrow(expect.objectContaining({ code: 'configuration_invalid' }));
    expect(make).toThrow(/^the URL of endpoint shop must be https, or http on loopback, without user and fragment$/);
  });

  it('refuses a secret that is none', () => {
    const secrets = [{ id: 'new', secret: new Secret('whsec_short') }];
    expect(() => webhookSender({ endpoints: [{ id: 'shop', url: 'https://hooks.example/', secrets }] })).toThrow(
      expect.objectContaining({ code: 'configuration_invalid' }),
    );
  });
});

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
