import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/index.ts';
import { call, charge, TRANSFER } from '../acquirer-client.ts';
import { type Receiver, startReceiver, verify } from '../webhook-receiver.ts';

const NOW = Date.UTC(2026, 0, 1);

let receiver: Receiver;
let running: Sandbox | undefined;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await running?.close();
  await receiver.close();
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  running = await startSandbox({ timeSource: () => NOW, seed: 1, webhooks: { url: receiver.url }, ...options });
  return running;
}

/** Asks for something and lets its events arrive. */
async function ask(sandbox: Sandbox, path: string, body: unknown, key?: string) {
  const reply = await call(sandbox, 'POST', path, body, key === undefined ? {} : { key });
  await sandbox.webhooks.settle();
  return reply;
}

const types = () => receiver.received.map(({ json }) => json['type']);

describe('events', () => {
  it('tells a charge as a GET answers it, with the key of its request', async () => {
    const sandbox = await start();
    const reply = await ask(sandbox, '/v1/charges', charge(), 'k');
    expect(receiver.received.map(({ json }) => json)).toEqual([
      {
        id: expect.stringMatching(/^evt_[0-9a-f]{16}$/),
        type: 'charge.succeeded',
        created_at: '2026-01-01T00:00:00.000Z',
        data: reply.json,
        idempotency_key: 'k',
      },
    ]);
    expect(receiver.received[0]?.id).toBe(receiver.received[0]?.json['id']);
    expect(sandbox.webhooks.events()).toMatchObject([{ id: receiver.received[0]?.id, key: 'k' }]);
  });

  it('tells every state change of payments and refunds, and nothing else', async () => {
    const sandbox = await start();
    const opened = async (body: unknown, path = '/v1/charges') => {
      const { json } = await ask(sandbox, path, body);
      return `${path}/${json['id']}`;
    };
    const held = await opened(charge({ capture: false }));
    sandbox.script.pushFor('capture', '51');
    await ask(sandbox, `${held}/capture`, {});
    await ask(sandbox, `${held}/capture`, { amount: 3000 });
    await ask(sandbox, `${held}/capture`, { amount: 9000 });
    await ask(sandbox, `${held}/void`, {});
    await ask(sandbox, `${held}/refunds`, { amount: 1000 });
    sandbox.script.pushFor('refund', '51', '96');
    await ask(sandbox, `${held}/refunds`, {});
    await ask(sandbox, `${held}/refunds`, {});
    await opened(charge({ amount: 1051 }));
    await opened(charge({ amount: 1096 }));
    await opened(TRANSFER, '/v1/transfers');
    await opened({ ...TRANSFER, amount: 1051 }, '/v1/transfers');
    await opened({ ...TRANSFER, amount: 1096 }, '/v1/transfers');
    await opened({ ...TRANSFER, amount: -1 }, '/v1/transfers');
    await call(sandbox, 'GET', held);
    expect(types()).toEqual([
      'charge.authorized',
      'charge.captured',
      'charge.voided',
      'refund.succeeded',
      'refund.declined',
      'refund.failed',
      'charge.declined',
      'charge.failed',
      'transfer.succeeded',
      'transfer.declined',
      'transfer.failed',
    ]);
    const ids = sandbox.webhooks.events().map((event) => event.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('a replay is no event; an execution of a key that was ignored is', async () => {
    const sandbox = await start();
    await ask(sandbox, '/v1/charges', charge(), 'k');
    await ask(sandbox, '/v1/charges', charge(), 'k');
    expect(types()).toHaveLength(1);
    sandbox.behave({ personality: 'ignores' });
    await ask(sandbox, '/v1/charges', charge(), 'k');
    expect(types()).toHaveLength(2);
  });

  it('a late answer is told when it is due, even to a caller who has left', async () => {
    const sandbox = await start();
    sandbox.faults.add({ fault: 'reset_after' });
    const left = ask(sandbox, '/v1/charges', charge({ amount: 1068 }), 'k').catch(() => 'cut');
    await expect.poll(() => sandbox.book.movements().length).toBe(1);
    sandbox.clock.advance(14_999);
    await sandbox.webhooks.settle();
    expect(types()).toEqual([]);
    sandbox.clock.advance(1);
    await sandbox.webhooks.settle();
    expect(types()).toEqual(['charge.succeeded']);
    expect(await left).toBe('cut');
  });

  it('have the same identifiers for the same seed', async () => {
    const ids: unknown[] = [];
    for (const seed of [7, 7, 8]) {
      const sandbox = await start({ seed });
      await ask(sandbox, '/v1/charges', charge());
      ids.push(sandbox.webhooks.events()[0]?.id);
      await sandbox.close();
    }
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

describe('endpoints', () => {
  it('sends each event to each endpoint, signed with its own secret', async () => {
    const sandbox = await start();
    const other = await startReceiver();
    const { secret } = sandbox.webhooks.register({ url: other.url });
    await ask(sandbox, '/v1/charges', charge());
    const [first] = sandbox.webhooks.endpoints();
    expect(receiver.received.map((webhook) => verify(webhook, first?.secret ?? '', NOW))).toEqual(['valid']);
    expect(other.received.map((webhook) => verify(webhook, secret, NOW))).toEqual(['valid']);
    expect(other.received[0]?.id).toBe(receiver.received[0]?.id);
    await other.close();
  });

  it('refuses to start with one on another machine', async () => {
    await expect(startSandbox({ webhooks: { url: 'http://example.com/' } })).rejects.toThrow(/allowRemote/);
  });

  it('a reset forgets events and endpoints, save the one from the start with its secret', async () => {
    const sandbox = await start();
    const [first] = sandbox.webhooks.endpoints();
    sandbox.webhooks.register({ url: 'http://127.0.0.1:9/' });
    await ask(sandbox, '/v1/charges', charge());
    sandbox.reset();
    expect(sandbox.webhooks.endpoints()).toMatchObject([{ url: first?.url, secret: first?.secret }]);
    expect(sandbox.webhooks.events()).toEqual([]);
  });
});

describe('resend', () => {
  it('delivers again under the same identifier, also what had no endpoint', async () => {
    const sandbox = await start({ webhooks: {} });
    await ask(sandbox, '/v1/charges', charge());
    const { secret } = sandbox.webhooks.register({ url: receiver.url });
    const id = sandbox.webhooks.events()[0]?.id ?? '';
    for (const advanceMs of [0, 1_000_000]) {
      sandbox.clock.advance(advanceMs);
      sandbox.webhooks.resend(id);
      await sandbox.webhooks.settle();
    }
    const [first, second] = receiver.received;
    expect(second).toMatchObject({ id, body: first?.body, timestamp: (first?.timestamp ?? 0) + 1000 });
    expect(second && verify(second, secret, sandbox.clock.now())).toBe('valid');
    expect(sandbox.webhooks.deliveries(id)).toHaveLength(2);
    expect(() => sandbox.webhooks.resend('evt_none')).toThrow(/No such event/);
  });
});
