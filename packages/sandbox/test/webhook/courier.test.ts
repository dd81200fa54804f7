import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SandboxClock } from '../../src/clock.ts';
import { type Sandbox, type SandboxOptions, startSandbox, type WebhookEvent } from '../../src/index.ts';
import { Courier } from '../../src/webhook/courier.ts';
import { DEFAULT_DELIVERY } from '../../src/webhook/delivery.ts';
import { EndpointRegistry } from '../../src/webhook/endpoint-registry.ts';
import { WebhookFaultQueue } from '../../src/webhook/webhook-fault-queue.ts';
import { call, charge } from '../acquirer-client.ts';
import { type Receiver, startReceiver } from '../webhook-receiver.ts';

const NOW = Date.UTC(2026, 0, 1);

const EVENT: WebhookEvent = {
  id: 'evt_1',
  type: 'refund.succeeded',
  at: NOW,
  key: undefined,
  scheme: 'standard_webhooks',
  resource: {
    kind: 'refund',
    id: 're_1',
    paymentId: 'ch_1',
    status: 'succeeded',
    amount: 1n,
    currency: 'USD',
    declineCode: undefined,
    reference: undefined,
    clientReference: undefined,
    createdAt: NOW,
    settledAt: NOW,
  },
};

let receiver: Receiver;
let running: Sandbox | undefined;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await running?.close();
  await receiver.close();
});

async function start(webhooks: SandboxOptions['webhooks'] = {}): Promise<Sandbox> {
  running = await startSandbox({ timeSource: () => NOW, webhooks: { url: receiver.url, ...webhooks } });
  return running;
}

async function pay(sandbox: Sandbox): Promise<void> {
  await call(sandbox, 'POST', '/v1/charges', charge());
  await sandbox.webhooks.settle();
}

async function advance(sandbox: Sandbox, ms: number): Promise<void> {
  sandbox.clock.advance(ms);
  await sandbox.webhooks.settle();
}

const statuses = (sandbox: Sandbox) => sandbox.webhooks.deliveries().map((attempt) => attempt.status ?? attempt.error);

describe('retries', () => {
  it('tries again at its times until there are none left, with the same event', async () => {
    const sandbox = await start();
    receiver.answer = 500;
    await pay(sandbox);
    const seconds = [5, 30, 120, 600, 3600, 10_800, 21_600, 43_200, 86_400];
    for (const [index, delay] of seconds.entries()) {
      await advance(sandbox, delay * 1000 - 1);
      expect(receiver.received).toHaveLength(index + 1);
      await advance(sandbox, 1);
      expect(receiver.received).toHaveLength(index + 2);
    }
    expect(sandbox.webhooks.pending).toBe(0);
    await advance(sandbox, 365 * 86_400_000);
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ id, body }) => id + body)).size).toBe(1);
    expect(sandbox.webhooks.deliveries().map((attempt) => attempt.attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(receiver.received[1]?.timestamp).toBe(NOW / 1000 + 5);
  });

  it('takes other times, and stops at the first 2xx', async () => {
    const sandbox = await start({ retryDelaysMs: [1000, 10, 10, 10] });
    receiver.answer = 503;
    await pay(sandbox);
    expect(receiver.received).toHaveLength(0);
    await advance(sandbox, 1000);
    receiver.answer = 202;
    await advance(sandbox, 10);
    await advance(sandbox, 1000);
    expect(statuses(sandbox)).toEqual([503, 202]);
    expect(sandbox.webhooks.pending).toBe(0);
  });

  it('counts a redirect as a failure and does not follow it', async () => {
    const sandbox = await start({ retryDelaysMs: [0, 10] });
    const other = await startReceiver();
    receiver.answer = (response) => response.writeHead(307, { location: other.url }).end();
    await pay(sandbox);
    expect(statuses(sandbox)).toEqual([307]);
    expect(sandbox.webhooks.pending).toBe(1);
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('counts no answer in time as a failure, even where its head came', async () => {
    const sandbox = await start({ retryDelaysMs: [0, 10, 10], timeoutMs: 1_000 });
    receiver.answer = () => {};
    await pay(sandbox);
    receiver.answer = (response) => response.writeHead(200).write('a');
    await advance(sandbox, 10);
    expect(statuses(sandbox)).toEqual(['timeout', 'timeout']);
    receiver.answer = 200;
    await advance(sandbox, 10);
    expect(statuses(sandbox).at(-1)).toBe(200);
  });

  it('does not read an answer without end', async () => {
    const sandbox = await start();
    receiver.answer = (response) => response.writeHead(200).end(Buffer.alloc(1_000_000));
    await pay(sandbox);
    expect(statuses(sandbox)).toEqual(['answer_incomplete']);
  });

  it('tries again where nobody listens', async () => {
    const sandbox = await start();
    await receiver.close();
    await pay(sandbox);
    expect(statuses(sandbox)).toEqual(['ECONNREFUSED']);
    expect(sandbox.webhooks.pending).toBe(1);
  });

  it('takes 410 as the wish for no more, until the endpoint is registered again', async () => {
    const sandbox = await start();
    receiver.answer = 410;
    await pay(sandbox);
    expect(sandbox.webhooks.endpoints()).toMatchObject([{ disabled: true }]);
    receiver.answer = 200;
    await pay(sandbox);
    await advance(sandbox, 3_600_000);
    expect(statuses(sandbox)).toEqual([410]);
    sandbox.webhooks.register({ url: receiver.url });
    await pay(sandbox);
    expect(statuses(sandbox)).toEqual([410, 200]);
  });

  it('gives up what was on its way to an endpoint that was removed', async () => {
    const sandbox = await start();
    receiver.answer = 500;
    await pay(sandbox);
    sandbox.webhooks.remove('we_1');
    await advance(sandbox, 5000);
    expect(receiver.received).toHaveLength(1);
    expect(sandbox.webhooks.pending).toBe(0);
  });
});

describe('bounds', () => {
  it('has no more attempts under way than it may', async () => {
    const sandbox = await start({ maxInFlight: 3 });
    const open: ServerResponse[] = [];
    receiver.answer = (response) => void open.push(response);
    const events = 10;
    for (let count = 0; count < events; count += 1) await call(sandbox, 'POST', '/v1/charges', charge());
    for (let answered = 0; answered < events; answered += 1) {
      const expected = Math.min(answered + 3, events);
      await expect.poll(() => receiver.received.length, { interval: 5 }).toBe(expected);
      open.shift()?.writeHead(200).end();
    }
    await sandbox.webhooks.settle();
    expect(statuses(sandbox)).toEqual(Array.from({ length: events }, () => 200));
  });

  it('closes with attempts under way, due and planned, and sends nothing afterwards', async () => {
    const sandbox = await start({ maxInFlight: 1, retryDelaysMs: [0, 1] });
    const open: ServerResponse[] = [];
    receiver.answer = (response) => void open.push(response);
    for (let count = 0; count < 3; count += 1) await call(sandbox, 'POST', '/v1/charges', charge());
    await expect.poll(() => open.length, { interval: 5 }).toBe(1);
    await sandbox.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(receiver.received).toHaveLength(1);
    expect(sandbox.webhooks.pending).toBe(0);
  });

  it('a reset gives up what waits for a clock that goes on', async () => {
    const clock = new SandboxClock(() => NOW);
    const endpoints = new EndpointRegistry(false);
    const faults = new WebhookFaultQueue(() => NOW);
    const courier = new Courier({
      clock,
      endpoints,
      faults,
      settings: { ...DEFAULT_DELIVERY, retryDelaysMs: [1000] },
      encode: () => '{}',
      tamper: (body) => body,
    });
    courier.deliver(EVENT, endpoints.register({ url: receiver.url }).id);
    courier.reset();
    clock.advance(1000);
    await courier.settle();
    expect(receiver.received).toEqual([]);
  });

  it('a reset cuts what is under way', async () => {
    const sandbox = await start();
    receiver.answer = () => {};
    await call(sandbox, 'POST', '/v1/charges', charge());
    await expect.poll(() => receiver.received.length, { interval: 5 }).toBe(1);
    sandbox.reset();
    await sandbox.webhooks.settle();
    await advance(sandbox, 86_400_000);
    expect(receiver.received).toHaveLength(1);
    expect(statuses(sandbox)).toEqual([]);
    expect(sandbox.webhooks.pending).toBe(0);
  });

  it('a reset gives up everything and forgets the attempts', async () => {
    const sandbox = await start();
    receiver.answer = 500;
    await pay(sandbox);
    sandbox.reset();
    await advance(sandbox, 86_400_000);
    expect(receiver.received).toHaveLength(1);
    expect(statuses(sandbox)).toEqual([]);
  });
});
