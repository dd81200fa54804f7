import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { card, startTestHost, type TestHost, transfer } from '../test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ attemptTimeoutMs: 1_500, deadlineMs: 3_000 });
});
beforeEach(() => host.sandbox.reset());
afterAll(() => host.close());

async function paid(body: object): Promise<string> {
  const { status, json } = await host.post('/v1/payments', body);
  expect(status).toBe(201);
  return `/v1/payments/${json['id']}`;
}

describe('POST /v1/payments/{id}/refunds', () => {
  it('refunds in parts, each with its own key, and not beyond the amount', async () => {
    const path = await paid(transfer());
    const first = await host.post(`${path}/refunds`, { amount: 2000, idempotency_key: 'r1' });
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      verb: 'refund',
      status: 'succeeded',
      amount: 2000,
      currency: 'USD',
      payment: { status: 'partially_refunded', refunded_amount: 2000 },
    });
    expect(first.json['id']).toMatch(/^op_/);
    const second = await host.post(`${path}/refunds`, { amount: 1000, currency: 'USD', idempotency_key: 'r2' });
    expect(second.json).toMatchObject({ payment: { refunded_amount: 3000 } });
    const sent = host.sandbox.requests.count;
    const beyond = await host.post(`${path}/refunds`, { amount: 2001, idempotency_key: 'r3' });
    expect(beyond.status).toBe(422);
    expect(beyond.json).toMatchObject({ code: 'invalid_command', issues: [{ path: 'amount', code: 'too_large' }] });
    const mixed = await host.post(`${path}/refunds`, { amount: 1, currency: 'EUR', idempotency_key: 'r4' });
    expect([mixed.status, mixed.json['code']]).toEqual([422, 'invalid_command']);
    expect(host.sandbox.requests.count).toBe(sent);
  });

  it('refunds all that is left, with the key in the header and no body', async () => {
    const path = await paid(card());
    const { status, json } = await host.post(`${path}/refunds`, undefined, { 'idempotency-key': '"all"' });
    expect(status).toBe(201);
    expect(json).toMatchObject({ amount: 5000, payment: { status: 'refunded', refunded_amount: 5000 } });
  });

  it('takes no currency without an amount: it would be of no effect', async () => {
    const path = await paid(card());
    for (const currency of ['EUR', 'USD']) {
      const { status, json } = await host.post(`${path}/refunds`, { currency, idempotency_key: `only-${currency}` });
      expect([status, json['issues']]).toMatchObject([400, [{ path: 'amount', code: 'missing' }]]);
    }
    expect((await host.get(path)).json['refunded_amount']).toBe(0);
  });

  it('replays a refund, and refuses its key for another amount', async () => {
    const path = await paid(transfer());
    const body = { amount: 2000, idempotency_key: 'once' };
    const first = await host.post(`${path}/refunds`, body);
    const again = await host.post(`${path}/refunds`, body);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await host.post(`${path}/refunds`, { ...body, amount: 2100 })).json['code']).toBe('key_reused');
    expect(host.sandbox.book.movements()).toHaveLength(2);
  });

  it('answers 202 while a refund is unknown, and holds other operations back', async () => {
    const path = await paid(transfer());
    host.sandbox.faults.add({ fault: 'hang_after', times: 9 });
    const { status, json, headers } = await host.post(`${path}/refunds`, { amount: 2000, idempotency_key: 'u1' });
    expect(status).toBe(202);
    expect(json).toMatchObject({ status: 'unknown', amount: 2000, poll: path });
    expect(headers['location']).toBe(path);
    const other = await host.post(`${path}/refunds`, { amount: 100, currency: 'USD', idempotency_key: 'u2' });
    expect(other.status).toBe(409);
    expect(other.json).toMatchObject({ code: 'operation_open', retry: 'after' });
    host.sandbox.faults.clear();
    expect((await host.get(path)).json).toMatchObject({ status: 'partially_refunded', refunded_amount: 2000 });
  });

  it('answers 404 without a payment', async () => {
    for (const id of ['nonsense', `pay_${'0'.repeat(32)}`])
      for (const body of [{ idempotency_key: 'n' }, { amount: 1, idempotency_key: 'n' }]) {
        const { status, json } = await host.post(`/v1/payments/${id}/refunds`, body);
        expect([status, json['code']]).toEqual([404, 'payment_unknown']);
      }
  });
});

describe('POST /v1/payments/{id}/captures', () => {
  it('captures in parts', async () => {
    const path = await paid(card({ capture: 'manual' }));
    const part = await host.post(`${path}/captures`, { amount: 3000, idempotency_key: 'c1' });
    expect(part.status).toBe(201);
    expect(part.json).toMatchObject({ verb: 'capture', amount: 3000, payment: { status: 'partially_captured' } });
    const rest = await host.post(`${path}/captures`, { idempotency_key: 'c2' });
    expect(rest.json).toMatchObject({ amount: 2000, payment: { status: 'succeeded', captured_amount: 5000 } });
  });

  it('refuses what the status of the payment does not allow', async () => {
    const path = await paid(card());
    const { status, json } = await host.post(`${path}/captures`, { idempotency_key: 'c3' });
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'payment_state', outcome: 'not_sent', retry: 'never' });
  });
});

describe('POST /v1/payments/{id}/cancellations', () => {
  it('cancels an authorization', async () => {
    const path = await paid(card({ capture: 'manual' }));
    const { status, json } = await host.post(`${path}/cancellations`, { idempotency_key: 'v1' });
    expect(status).toBe(201);
    expect(json).toMatchObject({ verb: 'void', status: 'succeeded', payment: { status: 'voided' } });
  });

  it('takes no amount', async () => {
    const path = await paid(card({ capture: 'manual' }));
    const { status, json } = await host.post(`${path}/cancellations`, { amount: 1, idempotency_key: 'v2' });
    expect(status).toBe(400);
    expect(json).toMatchObject({ issues: [{ path: 'amount', code: 'unknown_field' }] });
  });
});
