import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { card, startTestHost, type TestHost, transfer } from '../test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ attemptTimeoutMs: 1_500, deadlineMs: 3_000 });
});
beforeEach(() => host.sandbox.reset());
afterAll(() => host.close());

describe('POST /v1/payments', () => {
  it('makes the payment of the README', async () => {
    const { status, json, headers } = await host.post('/v1/payments', {
      amount: 5000,
      currency: 'USD',
      source_account: 'acc_123456',
      destination_account: 'acc_789012',
      reference: 'INV-2025-001',
      idempotency_key: 'unique-uuid-here',
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      status: 'succeeded',
      amount: 5000,
      currency: 'USD',
      captured_amount: 5000,
      refunded_amount: 0,
      reference: 'INV-2025-001',
      verb: 'transfer',
      provider: 'sandbox-rest',
      protocol: 'rest',
    });
    expect(json['created_at']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(headers['location']).toBe(`/v1/payments/${json['id']}`);
    expect(host.sandbox.book.movements()).toHaveLength(1);
  });

  it('answers a repeated request with the stored outcome, and moves nothing again', async () => {
    const body = transfer();
    const first = await host.post('/v1/payments', body);
    const again = await host.post('/v1/payments', body);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(host.sandbox.book.movements()).toHaveLength(1);
  });

  it('moves money once for many concurrent requests with one key', async () => {
    const body = transfer();
    const replies = await Promise.all(Array.from({ length: 50 }, () => host.post('/v1/payments', body)));
    const statuses = replies.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
    for (const { json, headers, status } of replies)
      if (status === 409) {
        expect(json).toMatchObject({ code: 'key_in_flight', retry: 'after', retry_after_ms: 1_000 });
        expect(headers['retry-after']).toBe('1');
      }
    expect(host.sandbox.book.movements()).toHaveLength(1);
  });

  it('refuses a key that was used for another request', async () => {
    const body = transfer();
    await host.post('/v1/payments', body);
    const other = await host.post('/v1/payments', { ...body, amount: 5100 });
    expect(other.status).toBe(422);
    expect(other.json).toMatchObject({ code: 'key_reused', retry: 'new_key', outcome: 'not_sent' });
  });

  it('answers a decline with the reason in three vocabularies, and replays it', async () => {
    const body = transfer({ amount: 5051 });
    const { status, json, headers } = await host.post('/v1/payments', body);
    expect(status).toBe(402);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(json).toMatchObject({
      type: '/problems/declined',
      status: 402,
      code: 'declined',
      outcome: 'declined',
      retry: 'new_key',
      provider_code: '51',
      decline: { reason: 'insufficient_funds', advice: 'later', iso20022: 'AM04', iso8583: '51' },
    });
    const again = await host.post('/v1/payments', body);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([402, 'true']);
    expect((await host.get(`/v1/payments/${json['payment_id']}`)).json).toMatchObject({
      status: 'declined',
      decline: { reason: 'insufficient_funds' },
    });
  });

  it('answers an unknown outcome with where to poll, and settles it when asked', async () => {
    host.sandbox.behave({ lateMs: 60_000 });
    const body = card({ amount: 5068 });
    const { status, json, headers } = await host.post('/v1/payments', body);
    expect(status).toBe(202);
    const path = `/v1/payments/${json['id']}`;
    expect(json).toMatchObject({ status: 'unknown', poll: path });
    expect(headers).toMatchObject({ location: path, 'retry-after': '5' });
    host.sandbox.clock.advance(60_000);
    expect((await host.get(path)).json).toMatchObject({ status: 'succeeded', captured_amount: 5068 });
    const again = await host.post('/v1/payments', body);
    expect(again.status).toBe(201);
    expect(host.sandbox.book.movements()).toHaveLength(1);
  });

  it('survives a connection that breaks after the provider took the money', async () => {
    host.sandbox.faults.add({ fault: 'reset_after', times: 1 });
    const { status, json } = await host.post('/v1/payments', transfer());
    expect([status, json['status']]).toEqual([201, 'succeeded']);
    expect(host.sandbox.book.movements()).toHaveLength(1);
  });

  it('charges and authorizes a card token', async () => {
    const charged = await host.post('/v1/payments', card());
    expect(charged.json).toMatchObject({ status: 'succeeded', verb: 'charge', captured_amount: 5000 });
    const authorized = await host.post('/v1/payments', card({ capture: 'manual' }));
    expect(authorized.status).toBe(201);
    expect(authorized.json).toMatchObject({ status: 'authorized', verb: 'authorize', captured_amount: 0 });
  });

  it('takes and shows amounts above 2^53 as digits', async () => {
    const { status, json } = await host.post('/v1/payments', transfer({ amount: '900719925474099200' }));
    expect(status).toBe(201);
    expect(json).toMatchObject({ amount: '900719925474099200', captured_amount: '900719925474099200' });
    const small = await host.post('/v1/payments', transfer({ amount: '5000' }));
    expect(small.json['amount']).toBe(5000);
  });

  it('takes an IBAN as it is printed, and knows it as the same account', async () => {
    const body = transfer({ source_account: 'GB82 WEST 1234 5698 7654 32' });
    expect((await host.post('/v1/payments', body)).status).toBe(201);
    const compact = await host.post('/v1/payments', { ...body, source_account: 'GB82WEST12345698765432' });
    expect(compact.headers['idempotency-replayed']).toBe('true');
  });

  it('sends to the provider that is named', async () => {
    expect((await host.post('/v1/payments', transfer({ provider: 'sandbox-rest' }))).status).toBe(201);
    const overGraphql = await host.post('/v1/payments', transfer({ provider: 'sandbox-graphql' }));
    expect(overGraphql.json).toMatchObject({ status: 'succeeded', provider: 'sandbox-graphql', protocol: 'graphql' });
    const overSoap = await host.post('/v1/payments', transfer({ provider: 'sandbox-soap' }));
    expect(overSoap.json).toMatchObject({ status: 'succeeded', provider: 'sandbox-soap', protocol: 'soap' });
    const unknown = await host.post('/v1/payments', transfer({ provider: 'no-such' }));
    expect(unknown.status).toBe(400);
    expect(unknown.json).toMatchObject({ issues: [{ path: 'provider', code: 'unknown' }] });
  });
});

describe('GET /v1/payments/{id}', () => {
  it('answers 404 for an id that is not one, or that does not exist', async () => {
    for (const id of ['x', `pay_${'0'.repeat(32)}`]) {
      const { status, json } = await host.get(`/v1/payments/${id}`);
      expect([status, json['code']]).toEqual([404, 'payment_unknown']);
    }
  });

  it('hides the payments of other tenants, and keeps their keys apart', async () => {
    const two = { authorization: 'Bearer sk_test_two_key' };
    const body = transfer();
    const mine = await host.post('/v1/payments', body);
    const theirs = await host.post('/v1/payments', body, two);
    expect(theirs.status).toBe(201);
    expect(theirs.json['id']).not.toBe(mine.json['id']);
    expect(theirs.headers['idempotency-replayed']).toBeUndefined();
    const path = `/v1/payments/${mine.json['id']}`;
    expect((await host.get(path, two)).status).toBe(404);
    expect((await host.get(`${path}/timeline`, two)).status).toBe(404);
    expect((await host.post(`${path}/refunds`, { idempotency_key: 'r' }, two)).status).toBe(404);
    expect((await host.get(path)).status).toBe(200);
  });
});

it('says that nothing was executed when the provider throttles, and frees the key', async () => {
  const throttled = await startTestHost();
  throttled.sandbox.faults.add({ fault: 'throttle_429', times: 1, retryAfterSeconds: 60 });
  const { status, json, headers } = await throttled.post('/v1/payments', transfer());
  expect(status).toBe(429);
  expect(json).toMatchObject({ code: 'rate_limited', outcome: 'rejected', retry: 'after' });
  expect(Number(headers['retry-after'])).toBeGreaterThan(50);
  expect((await throttled.get(`/v1/payments/${json['payment_id']}`)).json['status']).toBe('not_executed');
  expect(throttled.sandbox.book.movements()).toHaveLength(0);
  await throttled.close();
});
