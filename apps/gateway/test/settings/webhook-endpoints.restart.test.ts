import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, type Gateway, money, Secret } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { type Sandbox, startSandbox } from '@polyrail/sandbox';
import { sqliteStore } from '@polyrail/store-sqlite';
import { ShiftedClock } from '@polyrail/testkit';
import { webhookSender } from '@polyrail/webhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewPayment } from '../../src/answer/payment-view.ts';
import { type Receiver, startReceiver } from '../receiver.ts';

const hourMs = 3_600_000;

let folder: string;
let sandbox: Sandbox;
let receiver: Receiver;
let clock: ShiftedClock;
let open: Gateway | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deliveries-'));
  sandbox = await startSandbox({ apiKeys: ['sk_test_sandbox'], seed: 1 });
  clock = new ShiftedClock();
  receiver = await startReceiver(() => clock.now());
});
afterEach(async () => {
  await open?.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** Opens the gateway on the store of this test, as after a start of the process. */
async function boot(): Promise<Gateway> {
  const endpoints = [
    { id: 'app', url: receiver.url, secrets: [{ id: 'live', secret: new Secret(receiver.secret) }] },
  ] as const;
  open = createGateway({
    providers: [sandboxRest({ origin: sandbox.url, apiKey: new Secret('sk_test_sandbox') })],
    ledger: await sqliteStore({ path: join(folder, 'payments.db') }),
    clock,
    outbox: { endpoints, send: webhookSender({ endpoints, clock }), view: viewPayment },
  });
  return open;
}

async function reboot(gateway: Gateway): Promise<Gateway> {
  await gateway.close();
  return boot();
}

async function pay(gateway: Gateway, idempotencyKey: string) {
  const source = { type: 'token', token: 'tok_visa' } as const;
  const order = { amount: money(5_000n, 'EUR'), source, reference: 'order', idempotencyKey };
  const { payment } = await gateway.charge(order);
  if (payment === undefined) throw new Error('nothing was stored');
  return payment;
}

const arrived = () => receiver.arrivals.map(({ type, data }) => [type, data['id']]);

describe('events on their way to an endpoint', () => {
  it('survive a restart, and those of one payment keep their order', async () => {
    receiver.answer = () => 500;
    const first = await boot();
    const one = await pay(first, 'k1');
    await first.refund({ payment: one.id, amount: money(1_000n, 'EUR'), idempotencyKey: 'r1' });
    const two = await pay(first, 'k2');
    await first.drain();
    expect(arrived()).toEqual([
      ['payment.succeeded', one.id],
      ['payment.succeeded', two.id],
    ]);

    const second = await reboot(first);
    receiver.arrivals.length = 0;
    receiver.answer = () => 204;
    await second.drain();
    expect(arrived()).toEqual([]);
    clock.shift(6_000);
    await second.drain();
    expect(arrived().filter(([, id]) => id === one.id)).toEqual([
      ['payment.succeeded', one.id],
      ['payment.partially_refunded', one.id],
    ]);
    expect(arrived().filter(([, id]) => id === two.id)).toEqual([['payment.succeeded', two.id]]);
    clock.shift(100 * hourMs);
    expect(await second.drain()).toBe(0);
  });

  it('end with the process, and are sent again by the next, under the same id', async () => {
    receiver.answer = () => 'hang';
    const first = await boot();
    first.start();
    await pay(first, 'k1');
    await expect.poll(() => receiver.arrivals.length).toBe(1);
    const askedAtMs = performance.now();
    const second = await reboot(first);
    expect(performance.now() - askedAtMs).toBeLessThan(5_000);
    receiver.answer = () => 204;
    second.start();
    await expect.poll(() => receiver.arrivals.length).toBe(2);
    expect(receiver.arrivals[1]).toEqual(receiver.arrivals[0]);
  });

  it('wait in the store for a person when nobody took them for days, and arrive when they are replayed', async () => {
    receiver.answer = () => 503;
    let gateway = await boot();
    await pay(gateway, 'k1');
    for (let passed = 0; passed < 12; passed += 1) {
      await gateway.drain();
      clock.shift(27 * hourMs);
      gateway = await reboot(gateway);
    }
    expect(receiver.arrivals).toHaveLength(10);
    const [dead] = await gateway.buriedJobs();
    expect(dead).toMatchObject({ kind: 'delivery', reason: 'it answered 503', attempts: 10 });

    receiver.answer = () => 204;
    const id = dead?.id ?? '';
    expect([await gateway.reviveJob(id), await gateway.reviveJob(id)]).toEqual(['revived', 'not_buried']);
    gateway = await reboot(gateway);
    await gateway.drain();
    expect(receiver.arrivals).toHaveLength(11);
    expect(await gateway.buriedJobs()).toEqual([]);
    expect(await gateway.reviveJob(id)).toBe('not_buried');
  });
});
