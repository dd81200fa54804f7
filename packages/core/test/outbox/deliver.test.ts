import { expect, it } from 'vitest';
import { createGateway, type DeliveryVerdict, money, type OutboxRecord } from '../../src/index.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

it('tells each endpoint of its tenant, in order, until it has it, and buries what nobody takes', async () => {
  const clock = new VirtualClock();
  const sent: [string, OutboxRecord][] = [];
  let verdict: (endpoint: string) => DeliveryVerdict = () => ({ kind: 'delivered' });
  const gateway = createGateway({
    providers: [scriptedProvider()],
    clock,
    random: () => 0.5,
    outbox: {
      endpoints: [{ id: 'all' }, { id: 'other', tenant: 'someone-else' }],
      send: async (endpoint, event) => {
        sent.push([endpoint, event]);
        return verdict(endpoint);
      },
    },
  });
  const { payment } = await gateway.charge({
    amount: money(700n, 'EUR'),
    source: { type: 'token', token: 'secret-token' },
    reference: 'r',
    idempotencyKey: 'k',
  });
  await clock.finish(gateway.drain());
  expect(sent.map(([endpoint, { type }]) => [endpoint, type])).toEqual([['all', 'payment.succeeded']]);
  expect(JSON.parse(sent[0]?.[1].body ?? '')).toMatchObject({
    data: { payment: payment?.id, amount: '700', status: 'succeeded' },
  });
  expect(sent[0]?.[1].body).not.toContain('secret-token');

  sent.length = 0;
  verdict = () => ({ kind: 'failed', message: 'it answered 500' });
  await gateway.refund({ payment: payment?.id ?? missing(), amount: money(100n, 'EUR'), idempotencyKey: 'r1' });
  for (let passed = 0; passed < 100; passed += 1) {
    await clock.advance(3_600_000);
    await clock.finish(gateway.drain());
  }
  expect(new Set(sent.map(([, { id, body }]) => id + body)).size).toBe(1);
  expect(sent).toHaveLength(10);
  const [buried] = await gateway.buriedJobs();
  expect(buried).toMatchObject({ kind: 'delivery', reason: 'it answered 500' });

  verdict = () => ({ kind: 'delivered' });
  await gateway.reviveJob(buried?.id ?? '');
  await clock.finish(gateway.drain());
  expect(sent).toHaveLength(11);
});

function missing(): never {
  throw new Error('nothing was stored');
}
