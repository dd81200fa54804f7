import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox, type WebhookFaultOrder } from '../../src/index.ts';
import { WEBHOOK_FAULT_NAMES } from '../../src/webhook/webhook-fault.ts';
import { call, charge } from '../acquirer-client.ts';
import { type Receiver, startReceiver, verify } from '../webhook-receiver.ts';

const NOW = Date.UTC(2026, 0, 1);
const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

let receiver: Receiver;
let sandbox: Sandbox;
beforeEach(async () => {
  receiver = await startReceiver();
  sandbox = await startSandbox({ timeSource: () => NOW, webhooks: { url: receiver.url, secret: SECRET } });
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

async function pay(key: string): Promise<void> {
  await call(sandbox, 'POST', '/v1/charges', charge(), { key });
  await sandbox.webhooks.settle();
}

async function advance(ms: number): Promise<void> {
  sandbox.clock.advance(ms);
  await sandbox.webhooks.settle();
}

const keys = () => receiver.received.map(({ json }) => json['idempotency_key']);
const verdicts = (secret = SECRET) => receiver.received.map((webhook) => verify(webhook, secret, sandbox.clock.now()));

it('without a fault, a webhook verifies', async () => {
  await pay('a');
  expect(verdicts()).toEqual(['valid']);
});

describe('on the way', () => {
  it('delay: sent late, with the time of sending', async () => {
    sandbox.webhooks.faults.add({ fault: 'delay', delayMs: 400_000 });
    await pay('a');
    await advance(399_999);
    expect(keys()).toEqual([]);
    await advance(1);
    expect(keys()).toEqual(['a']);
    expect(verdicts()).toEqual(['valid']);
    expect(sandbox.webhooks.deliveries()).toMatchObject([{ fault: 'delay', at: NOW + 400_000, status: 204 }]);
  });

  it('duplicate: twice the same', async () => {
    sandbox.webhooks.faults.add({ fault: 'duplicate' });
    await pay('a');
    await pay('b');
    expect(keys()).toEqual(['a', 'a', 'b']);
    expect(receiver.received[0]).toEqual(receiver.received[1]);
    expect(verdicts()).toEqual(['valid', 'valid', 'valid']);
  });

  it('drop: never sent, until it is sent anew', async () => {
    sandbox.webhooks.faults.add({ fault: 'drop' });
    await pay('a');
    await advance(7 * 86_400_000);
    expect(keys()).toEqual([]);
    expect(sandbox.webhooks.pending).toBe(0);
    const [event] = sandbox.webhooks.events();
    expect(sandbox.webhooks.deliveries()).toMatchObject([{ event: event?.id, fault: 'drop', status: undefined }]);
    sandbox.webhooks.resend(event?.id ?? '');
    await sandbox.webhooks.settle();
    expect(keys()).toEqual(['a']);
  });

  it('reorder: after a later event, however often that is tried', async () => {
    sandbox.webhooks.faults.add({ fault: 'reorder', times: 2 });
    await pay('a');
    await pay('b');
    expect(keys()).toEqual([]);
    await pay('c');
    expect(keys()).toEqual(['c', 'a', 'b']);
    await advance(60_000);
    expect(keys()).toHaveLength(3);
  });

  it('reorder: an earlier event that is tried again does not count', async () => {
    receiver.answer = 500;
    await pay('a');
    receiver.answer = 204;
    sandbox.webhooks.faults.add({ fault: 'reorder' });
    await pay('b');
    await advance(5000);
    expect(keys()).toEqual(['a', 'a']);
    await pay('c');
    expect(keys()).toEqual(['a', 'a', 'c', 'b']);
  });

  it('reorder: once released, tried again at the usual times only', async () => {
    sandbox.webhooks.faults.add({ fault: 'reorder', delayMs: 1000 });
    receiver.answer = 500;
    await pay('a');
    await pay('b');
    expect(keys()).toEqual(['b', 'a']);
    await advance(1000);
    expect(keys()).toHaveLength(2);
    await advance(4000);
    expect(keys()).toHaveLength(4);
  });

  it('reorder: after the longest time where no later event comes', async () => {
    sandbox.webhooks.faults.add({ fault: 'reorder', delayMs: 1000 });
    await pay('a');
    await advance(999);
    expect(keys()).toEqual([]);
    await advance(1);
    expect(keys()).toEqual(['a']);
    await pay('b');
    expect(keys()).toEqual(['a', 'b']);
  });
});

describe('to be refused', () => {
  it.each<[WebhookFaultOrder, string]>([
    [{ fault: 'tamper' }, 'wrong'],
    [{ fault: 'reserialise' }, 'wrong'],
    [{ fault: 'stale' }, 'stale'],
    [{ fault: 'stale', ageMs: 301_000 }, 'stale'],
    [{ fault: 'stale', ageMs: 299_000 }, 'valid'],
    [{ fault: 'wrong_key' }, 'wrong'],
    [{ fault: 'rotated_key' }, 'wrong'],
    [{ fault: 'unsigned' }, 'unsigned'],
  ])('%j is %s, and the next attempt is right', async (order, verdict) => {
    sandbox.webhooks.faults.add(order);
    receiver.answer = 401;
    await pay('a');
    expect(verdicts()).toEqual([verdict]);
    receiver.answer = 204;
    await advance(5000);
    expect(verdicts()[1]).toBe('valid');
    expect(sandbox.webhooks.deliveries().map(({ fault, status }) => [fault, status])).toEqual([
      [order.fault, 401],
      [undefined, 204],
    ]);
  });

  it('tamper changes the amount, reserialise only the bytes', async () => {
    sandbox.webhooks.faults.add({ fault: 'tamper' });
    sandbox.webhooks.faults.add({ fault: 'reserialise' });
    await pay('a');
    await pay('b');
    expect(receiver.received[0]?.json).toMatchObject({ data: { amount: 5001, amount_captured: 5000 } });
    const { json, body } = receiver.received[1] ?? { json: {}, body: '' };
    expect(json).toMatchObject({ data: { amount: 5000 } });
    expect(body).not.toBe(JSON.stringify(json));
  });

  it('stale is signed for the time that it states', async () => {
    sandbox.webhooks.faults.add({ fault: 'stale' });
    await pay('a');
    expect(receiver.received.map((webhook) => verify(webhook, SECRET, NOW - 600_000))).toEqual(['valid']);
  });

  it('rotated_key is signed with the secret that the next rotation makes current', async () => {
    sandbox.webhooks.faults.add({ fault: 'rotated_key' });
    await pay('a');
    const rotated = sandbox.webhooks.rotate('we_1', 1000);
    await pay('b');
    await advance(1000);
    await pay('c');
    expect(verdicts(rotated.secret)).toEqual(['valid', 'valid', 'valid']);
    expect(verdicts()).toEqual(['wrong', 'valid', 'wrong']);
  });
});

describe('which attempts', () => {
  it('strikes by type, key, endpoint and attempt', async () => {
    const match = { type: 'charge.succeeded', key: 'b', endpoint: 'we_1', attempt: 2 } as const;
    sandbox.webhooks.faults.add({ fault: 'unsigned', match });
    receiver.answer = 500;
    await pay('a');
    await pay('b');
    await advance(5000);
    expect(verdicts()).toEqual(['valid', 'valid', 'valid', 'unsigned']);
    expect(sandbox.webhooks.faults.firings()).toMatchObject([{ fault: 'unsigned', key: 'b', attempt: 2 }]);
  });

  it('strikes by chance, the same way for the same seed', async () => {
    const patterns: unknown[] = [];
    for (const seed of [5, 5, 6]) {
      sandbox.reset();
      receiver.received.length = 0;
      sandbox.webhooks.faults.add({ fault: 'unsigned', rate: 0.5, seed });
      for (let count = 0; count < 20; count += 1) await pay(`${count}`);
      patterns.push(verdicts());
    }
    expect(patterns[0]).toEqual(patterns[1]);
    expect(patterns[0]).not.toEqual(patterns[2]);
  });

  it('refuses what it does not know, and lists what it knows', () => {
    const { faults } = sandbox.webhooks;
    expect(() => faults.add({ fault: 'explode' as never })).toThrow(WEBHOOK_FAULT_NAMES.join(', '));
    expect(() => faults.add({ fault: 'drop', delayMs: 5 })).toThrow(/takes no delayMs/);
    expect(() => faults.add({ fault: 'stale', ageMs: -1 })).toThrow(/ageMs must be/);
  });
});
