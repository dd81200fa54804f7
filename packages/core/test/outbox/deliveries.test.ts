import { describe, expect, it } from 'vitest';
import {
  createGateway,
  type DeliveryVerdict,
  type Endpoint,
  type GatewayEvent,
  memoryLedger,
  money,
  type OutboxOptions,
  type OutboxRecord,
  type Store,
} from '../../src/index.ts';
import { lost, scriptedProvider } from '../support/scripted-provider.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const hourMs = 3_600_000;
const taken: DeliveryVerdict = { kind: 'delivered' };
const broken: DeliveryVerdict = { kind: 'failed', message: 'it answered 500' };

function host(
  endpoints: readonly Endpoint[],
  { ledger = memoryLedger(), ...options }: Pick<OutboxOptions, 'view'> & { readonly ledger?: Store } = {},
) {
  const clock = new VirtualClock();
  const provider = scriptedProvider();
  const sent: { readonly endpoint: string; readonly event: OutboxRecord; readonly atMs: number }[] = [];
  const events: GatewayEvent[] = [];
  const script: { answer: (endpoint: string, event: OutboxRecord, signal: AbortSignal) => Promise<DeliveryVerdict> } = {
    answer: async () => taken,
  };
  const gateway = createGateway({
    providers: [provider],
    clock,
    ledger,
    random: () => 0.5,
    policy: { maxAttempts: 1 },
    outbox: {
      endpoints,
      send: async (endpoint, event, signal) => {
        sent.push({ endpoint, event, atMs: clock.now() });
        return script.answer(endpoint, event, signal);
      },
      ...options,
    },
  });
  gateway.subscribe((event) => events.push(event));
  return {
    clock,
    provider,
    gateway,
    sent,
    events,
    script,
    pay: async (idempotencyKey: string, tenant = 'default') => {
      const source = { type: 'token', token: 'secret-token' } as const;
      const order = { amount: money(700n, 'EUR'), source, reference: 'r', idempotencyKey, tenant };
      const { payment } = await clock.finish(gateway.charge(order));
      if (payment === undefined) throw new Error('nothing was stored');
      return payment;
    },
    drain: () => clock.finish(gateway.drain()),
    ledger,
    async pass(hours: number) {
      for (let passed = 0; passed < hours; passed += 1) {
        await clock.advance(hourMs);
        await clock.finish(gateway.drain());
      }
    },
  };
}

describe('events of payments', () => {
  it('go to each endpoint that wants them', async () => {
    const endpoints = [
      { id: 'all' },
      { id: 'other', tenant: 'someone-else' },
      { id: 'refunds', types: ['payment.refunded'] },
    ];
    const { gateway, pay, drain, sent } = host(endpoints);
    const payment = await pay('k');
    await drain();
    expect(sent.map(({ endpoint, event }) => [endpoint, event.type])).toEqual([['all', 'payment.succeeded']]);
    expect(JSON.parse(sent[0]?.event.body ?? '')).toEqual({
      id: sent[0]?.event.id,
      type: 'payment.succeeded',
      timestamp: '2026-01-01T00:00:00.000Z',
      data: expect.objectContaining({ payment: payment.id, amount: '700', status: 'succeeded', version: 2 }),
    });
    expect(sent[0]?.event.body).not.toContain('secret-token');
    await gateway.refund({ payment: payment.id, idempotencyKey: 'r1' });
    await drain();
    expect(sent.map(({ endpoint }) => endpoint)).toEqual(['all', 'all', 'refunds']);
  });

  it('show the payment as the host wants it', async () => {
    const { pay, drain, sent } = host([{ id: 'all' }], { view: ({ id, reference }) => ({ id, reference }) });
    const payment = await pay('k');
    await drain();
    expect(JSON.parse(sent[0]?.event.body ?? '')).toMatchObject({ data: { id: payment.id, reference: 'r' } });
  });

  it('need endpoints that can be told apart', () => {
    for (const endpoints of [[{ id: 'a:b' }], [{ id: '' }], [{ id: 'a' }, { id: 'a' }]])
      expect(() => host(endpoints)).toThrow(expect.objectContaining({ code: 'configuration_invalid' }));
  });

  it('are repeated over days, the same each time, then wait for a person who can have them repeated', async () => {
    const { pay, pass, drain, sent, script, gateway, events } = host([{ id: 'all' }]);
    script.answer = async () => broken;
    await pay('k');
    await pass(100);
    expect(sent).toHaveLength(10);
    expect(new Set(sent.map(({ event }) => event.id + event.body)).size).toBe(1);
    const spanMs = (sent.at(-1)?.atMs ?? 0) - (sent[0]?.atMs ?? 0);
    expect(spanMs).toBeGreaterThan(72 * hourMs);
    const [buried] = await gateway.buriedJobs();
    expect(buried).toMatchObject({ kind: 'delivery', reason: 'it answered 500' });
    expect(events.filter(({ type }) => type === 'job_buried')).toEqual([{ type: 'job_buried', job: buried }]);
    const failures = events.filter(({ type }) => type === 'delivery_failed');
    expect(failures).toHaveLength(10);
    expect(failures[9]).toEqual({
      type: 'delivery_failed',
      endpoint: 'all',
      attempts: 10,
      reason: 'it answered 500',
    });

    script.answer = async () => taken;
    const id = buried?.id ?? '';
    expect(await gateway.reviveJob(id)).toBe('revived');
    expect(await gateway.reviveJob(id)).toBe('not_buried');
    await drain();
    expect(await gateway.reviveJob(id)).toBe('not_buried');
    expect(sent).toHaveLength(11);
    expect(await gateway.buriedJobs()).toEqual([]);
  });

  it('of one payment arrive in their order, and do not wait for another payment', async () => {
    const { pay, drain, pass, sent, script, gateway } = host([{ id: 'all' }]);
    const first = await pay('k1');
    script.answer = async (_, event) => (event.paymentId === first.id && sent.length < 3 ? broken : taken);
    await gateway.refund({ payment: first.id, amount: money(100n, 'EUR'), idempotencyKey: 'r1' });
    const second = await pay('k2');
    await drain();
    await pass(1);
    expect(sent.map(({ event }) => [event.paymentId, event.type])).toEqual([
      [first.id, 'payment.succeeded'],
      [second.id, 'payment.succeeded'],
      [first.id, 'payment.succeeded'],
      [first.id, 'payment.partially_refunded'],
    ]);
  });

  it('wait as long as the endpoint asks, but not for ever', async () => {
    const { pay, drain, clock, sent, script } = host([{ id: 'all' }]);
    script.answer = async () => ({ ...broken, retryAfterMs: sent.length === 1 ? 2 * hourMs : 1_000 * hourMs });
    await pay('k');
    await drain();
    for (const hours of [2, 24]) {
      await clock.advance(hours * hourMs - 1);
      await drain();
      const before = sent.length;
      await clock.advance(1);
      await drain();
      expect(sent).toHaveLength(before + 1);
    }
    expect(sent).toHaveLength(3);
  });

  it('are given up at once for an endpoint that wants no more, or that is not there any more', async () => {
    const gone = host([{ id: 'all' }]);
    gone.script.answer = async () => ({ kind: 'gone' });
    await gone.pay('k');
    await gone.drain();
    expect(await gone.gateway.buriedJobs()).toMatchObject([{ reason: 'the endpoint wants no more events' }]);

    const before = host([{ id: 'old' }]);
    await before.pay('k');
    const after = host([{ id: 'new' }], { ledger: before.ledger });
    await after.drain();
    expect(await after.gateway.buriedJobs()).toMatchObject([{ reason: 'there is no endpoint old any more' }]);
    expect(after.sent).toEqual([]);
  });

  it('do not knock at an endpoint that fails all the time', async () => {
    const { pay, drain, sent, script } = host([{ id: 'bad' }, { id: 'good' }]);
    script.answer = async (endpoint) => (endpoint === 'bad' ? broken : taken);
    for (let made = 0; made < 50; made += 1) await pay(`k${made}`);
    await drain();
    expect(sent.filter(({ endpoint }) => endpoint === 'good')).toHaveLength(50);
    expect(sent.filter(({ endpoint }) => endpoint === 'bad').length).toBeLessThan(30);
  });

  it('may be many at once: that is no leak to be warned of', async () => {
    const { pay, drain, script } = host([{ id: 'all' }]);
    const warnings: string[] = [];
    const warned = ({ name }: Error) => warnings.push(name);
    process.on('warning', warned);
    script.answer = async (_, __, signal) => {
      for (let many = 0; many < 20; many += 1) signal.addEventListener('abort', () => undefined);
      return taken;
    };
    await pay('k');
    await drain();
    await new Promise(setImmediate);
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });

  it('that are on their way when the gateway closes are left to its next start', async () => {
    const { pay, sent, script, gateway, clock } = host([{ id: 'all' }]);
    script.answer = (_, __, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(broken), { once: true }));
    await pay('k');
    gateway.start();
    await clock.advance(0);
    expect(sent).toHaveLength(1);
    await gateway.close();
  });

  it('survive a sender that throws', async () => {
    const { pay, drain, pass, sent, script } = host([{ id: 'all' }]);
    script.answer = async () => {
      if (sent.length === 1) throw new Error('a mistake');
      return taken;
    };
    await pay('k');
    await drain();
    await pass(1);
    expect(sent).toHaveLength(2);
  });

  it('tell also of what is not known, and of what needs a person', async () => {
    const { provider, pay, pass, sent, events } = host([
      { id: 'all', types: ['payment.unknown', 'payment.needs_review'] },
    ]);
    provider.answer(lost);
    const payment = await pay('k');
    await pass(100);
    expect(sent.map(({ event }) => event.type)).toEqual(['payment.unknown', 'payment.needs_review']);
    expect(events.filter(({ type }) => type === 'review')).toMatchObject([{ payment: { id: payment.id } }]);
  });
});
