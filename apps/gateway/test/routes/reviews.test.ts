import { type Claim, createGateway, memoryLedger, money, parsePaymentId, Secret } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKey } from '../../src/access/api-key.ts';
import { KeyRing } from '../../src/access/key-ring.ts';
import type { HostServer } from '../../src/host-server.ts';
import { buildServer } from '../../src/server.ts';
import { apiKeys, reply } from '../test-host.ts';

const provider = sandboxRest({ origin: 'http://127.0.0.1:9', apiKey: new Secret('unused') });
const ledger = memoryLedger();
let app: HostServer;

beforeEach(async () => {
  const gateway = createGateway({ providers: [provider], ledger });
  const operatorKeys = new KeyRing([apiKey('operator', new Secret('sk_test_operator'))]);
  app = await buildServer({ gateway, apiKeys, operatorKeys });
});
afterEach(() => app.close());

const get = async (path: string, key = 'sk_test_operator') =>
  reply(await app.inject({ url: `/v1/reviews${path}`, headers: { authorization: `Bearer ${key}` } }));

describe('GET /v1/reviews', () => {
  it('pages through what a person has to settle, of all tenants, and forgets what was settled', async () => {
    expect((await get('')).json).toEqual({ reviews: [] });
    for (const [n, tenant] of ['one', 'two', 'one'].entries()) await leaveToAPerson(n + 1, tenant);
    const first = await get('?limit=2');
    expect(first.json).toEqual({
      reviews: [
        {
          id: 'op_1',
          tenant: 'one',
          verb: 'transfer',
          amount: 1_000,
          currency: 'EUR',
          started_at: '1970-01-01T00:00:00.001Z',
          payment: expect.objectContaining({ id: `pay_${'1'.repeat(32)}`, status: 'needs_review' }),
        },
        expect.objectContaining({ id: 'op_2', tenant: 'two' }),
      ],
      next: 'op_2',
    });
    expect((await get('?limit=2&after=op_2')).json).toEqual({ reviews: [expect.objectContaining({ id: 'op_3' })] });

    const settled = await app.inject({
      method: 'POST',
      url: `/v1/payments/pay_${'2'.repeat(32)}/settlement`,
      headers: { authorization: 'Bearer sk_test_two_key' },
      payload: { executed: true, provider_reference: 'tr_1', actor: 'ops-7', reason: 'found on the statement' },
    });
    expect(settled.statusCode).toBe(200);
    const { reviews } = (await get('?limit=2')).json;
    expect(reviews).toMatchObject([{ id: 'op_1' }, { id: 'op_3' }]);
  });

  it('is for operators only, and a page has a bound', async () => {
    expect((await get('', 'sk_test_one_key')).status).toBe(401);
    for (const query of ['?limit=0', '?limit=1001', '?limit=x', '?after=', `?after=${'x'.repeat(256)}`])
      expect((await get(query)).status, query).toBe(400);
  });
});

async function leaveToAPerson(n: number, tenant: string): Promise<void> {
  const id = parsePaymentId(`pay_${String(n).repeat(32)}`);
  if (id === undefined) throw new Error('the test names its payments wrongly');
  const amount = money(1_000n, 'EUR');
  const operation: Claim['operation'] = {
    ...{ id: `op_${n}`, tenant, verb: 'transfer', paymentId: id, idempotencyKey: `key-${n}`, fingerprint: 'any' },
    ...{ provider: provider.id, providerKey: `pk-${n}`, amount, state: 'in_flight', startedAtMs: n },
  };
  const payment: Claim['payment'] = {
    ...{ id, tenant, verb: 'transfer', status: 'unknown', amount, reference: 'invoice', provider: provider.id },
    ...{ captured: money(0n, 'EUR'), refunded: money(0n, 'EUR'), protocol: 'rest', openOperation: operation.id },
    ...{ version: 1, createdAtMs: n, updatedAtMs: n },
  };
  await ledger.claim({ operation, payment, entry: { atMs: n, type: 'claimed', text: 'claimed' } });
  await ledger.record({
    operation: { ...operation, state: 'review' },
    payment: { ...payment, status: 'needs_review', version: 2 },
    entries: [],
  });
}
