import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { call, charge, TRANSFER } from '../acquirer-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 1 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('pending payments', () => {
  it('are answered as pending; an inquiry tells what came of them, as the answer would have', async () => {
    sandbox.behave({ settlement: 'poll', settleAfterMs: 60_000 });
    const reply = await call(sandbox, 'POST', '/v1/transfers', { ...TRANSFER, amount: 1051 }, { key: 'k' });
    expect(reply).toMatchObject({ status: 201, json: { status: 'pending', amount_captured: 0, decline_code: null } });
    const inquire = async () => (await call(sandbox, 'GET', '/v1/operations/k')).json;
    const retrieve = async () => (await call(sandbox, 'GET', `/v1/transfers/${reply.json['id']}`)).json;
    expect(await inquire()).toMatchObject({ status: 'processing', http_status: null, result: null });
    expect(await retrieve()).toEqual(reply.json);
    sandbox.clock.advance(60_000);
    expect(await inquire()).toMatchObject({
      status: 'declined',
      http_status: 402,
      result: { error: { code: '51', payment_id: reply.json['id'] } },
    });
    expect(await retrieve()).toMatchObject({ status: 'declined', decline_code: '51' });
    expect(sandbox.webhooks.events()).toEqual([]);
  });
});

describe('charges', () => {
  it('answers 201 with the charge, and the book shows one movement', async () => {
    const reply = await call(sandbox, 'POST', '/v1/charges', charge({ reference: 'INV-1' }), { key: 'k' });
    expect(reply.status).toBe(201);
    expect(reply.json).toEqual({
      id: expect.stringMatching(/^ch_[0-9a-f]{16}$/),
      object: 'charge',
      status: 'succeeded',
      amount: 5000,
      currency: 'USD',
      amount_held: 0,
      amount_captured: 5000,
      amount_refunded: 0,
      decline_code: null,
      reference: 'INV-1',
      client_reference: 'order-1',
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(sandbox.book.movementsOf('order-1')).toMatchObject([
      { kind: 'charge', amount: 5000n, currency: 'USD', debit: 'token:tok_visa', credit: 'merchant', key: 'k' },
    ]);
    expect((await call(sandbox, 'GET', `/v1/charges/${reply.json['id']}`)).json).toEqual(reply.json);
  });

  it('authorizes, captures in parts, voids the rest, refunds', async () => {
    const opened = await call(sandbox, 'POST', '/v1/charges', charge({ capture: false }));
    expect(opened.json).toMatchObject({ status: 'authorized', amount_held: 5000, amount_captured: 0 });
    const path = `/v1/charges/${opened.json['id']}`;
    const captured = await call(sandbox, 'POST', `${path}/capture`, { amount: 3000 });
    expect(captured).toMatchObject({ status: 200, json: { status: 'partially_captured', amount_held: 2000 } });
    const tooMuch = await call(sandbox, 'POST', `${path}/capture`, { amount: 2001 });
    expect(tooMuch).toMatchObject({ status: 422, json: { error: { code: 'amount_too_large', param: 'amount' } } });
    const voided = await call(sandbox, 'POST', `${path}/void`);
    expect(voided).toMatchObject({ status: 200, json: { status: 'succeeded', amount_held: 0 } });
    const refunded = await call(sandbox, 'POST', `${path}/refunds`, { amount: 1000, client_reference: 'back-1' });
    expect(refunded).toMatchObject({ status: 201, json: { object: 'refund', status: 'succeeded', amount: 1000 } });
    const again = await call(sandbox, 'GET', `/v1/refunds/${refunded.json['id']}`);
    expect(again.json).toEqual(refunded.json);
    expect((await call(sandbox, 'GET', path)).json).toMatchObject({ amount_refunded: 1000 });
    expect((await call(sandbox, 'POST', `${path}/refunds`, { amount: 2001 })).status).toBe(422);
    expect(sandbox.book.isBalanced()).toBe(true);
  });

  it.each(['05', '14', '51', '54', '57', '61', '91'])('declines on an amount that ends in %s', async (code) => {
    const reply = await call(sandbox, 'POST', '/v1/charges', charge({ amount: Number(`10${code}`) }));
    expect(reply).toMatchObject({ status: 402, json: { error: { type: 'declined', code } } });
    expect(sandbox.book.movements()).toEqual([]);
    const listed = await call(sandbox, 'GET', '/v1/payments?client_reference=order-1');
    expect(listed.json).toMatchObject({ data: [{ status: 'declined', decline_code: code }] });
  });

  it('answers 500 on 96, moves nothing, and stays with it', async () => {
    for (const replayed of [null, 'true']) {
      const reply = await call(sandbox, 'POST', '/v1/charges', charge({ amount: 1096 }), { key: 'k' });
      expect(reply).toMatchObject({ status: 500, json: { error: { type: 'system_error', code: '96' } } });
      expect(reply.headers.get('idempotent-replayed')).toBe(replayed);
    }
    expect(sandbox.book.movements()).toEqual([]);
  });

  it('lets a script decide before the digits do, and leaves the digits alone when told', async () => {
    sandbox.script.push('00', '41');
    expect((await call(sandbox, 'POST', '/v1/charges', charge({ amount: 1051 }))).status).toBe(201);
    expect((await call(sandbox, 'POST', '/v1/charges', charge())).json).toMatchObject({ error: { code: '41' } });
    sandbox.behave({ magicAmounts: false });
    expect((await call(sandbox, 'POST', '/v1/charges', charge({ amount: 1051 }))).status).toBe(201);
  });
});

describe('transfers', () => {
  it('moves money between accounts and back', async () => {
    const reply = await call(sandbox, 'POST', '/v1/transfers', { ...TRANSFER, destination_account: { iban: 'DE89X' } });
    expect(reply).toMatchObject({ status: 201, json: { object: 'transfer', status: 'succeeded' } });
    const path = `/v1/transfers/${reply.json['id']}`;
    expect((await call(sandbox, 'POST', `${path}/refunds`, {})).json).toMatchObject({ amount: 5000 });
    expect((await call(sandbox, 'POST', `${path}/capture`, {})).status).toBe(404);
    expect(sandbox.book.movements()).toMatchObject([
      { kind: 'transfer', debit: 'account:acc_123456', credit: 'iban:DE89X' },
      { kind: 'refund', debit: 'iban:DE89X', credit: 'account:acc_123456' },
    ]);
    expect(sandbox.book.balances()).toEqual([]);
  });
});

describe('idempotency', () => {
  it('100 concurrent requests with one key make one movement and one answer', async () => {
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => call(sandbox, 'POST', '/v1/transfers', TRANSFER, { key: 'one' })),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply.json))).size).toBe(1);
    expect(replies.filter((reply) => reply.headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(sandbox.book.movementsOf('one')).toHaveLength(1);
    expect(sandbox.requests.count).toBe(100);
  });

  it('ignores: the same 100 make 100 movements', async () => {
    sandbox.behave({ personality: 'ignores' });
    await Promise.all(
      Array.from({ length: 100 }, () => call(sandbox, 'POST', '/v1/transfers', TRANSFER, { key: 'one' })),
    );
    expect(sandbox.book.movementsOf('one')).toHaveLength(100);
    expect(sandbox.book.isBalanced()).toBe(true);
  });

  it('refuses the key with another body, but not with the same one in another order', async () => {
    await call(sandbox, 'POST', '/v1/transfers', TRANSFER, { key: 'k' });
    const reordered = Object.fromEntries(Object.entries(TRANSFER).reverse());
    expect((await call(sandbox, 'POST', '/v1/transfers', reordered, { key: 'k' })).status).toBe(201);
    const other = await call(sandbox, 'POST', '/v1/transfers', { ...TRANSFER, amount: 5100 }, { key: 'k' });
    expect(other).toMatchObject({ status: 422, json: { error: { type: 'idempotency', code: 'key_reused' } } });
  });

  it('68: answers late, 409 meanwhile, the stored answer after', async () => {
    const body = charge({ amount: 1068 });
    const first = call(sandbox, 'POST', '/v1/charges', body, { key: 'k' });
    await expect.poll(() => sandbox.book.movementsOf('k').length).toBe(1);
    const second = await call(sandbox, 'POST', '/v1/charges', body, { key: 'k' });
    expect(second).toMatchObject({ status: 409, json: { error: { type: 'idempotency', code: 'key_in_use' } } });
    const inquiry = await call(sandbox, 'GET', '/v1/operations/k');
    expect(inquiry.json).toMatchObject({ status: 'processing', http_status: null, result: null });
    const listed = await call(sandbox, 'GET', '/v1/payments?client_reference=order-1');
    expect(listed.json).toMatchObject({ data: [{ status: 'pending' }] });
    sandbox.clock.advance(15_000);
    expect(await first).toMatchObject({ status: 201, json: { status: 'succeeded' } });
    const third = await call(sandbox, 'POST', '/v1/charges', body, { key: 'k' });
    expect(third.json).toEqual((await first).json);
    expect(sandbox.book.movementsOf('k')).toHaveLength(1);
  });
});

describe('inquiries', () => {
  it('finds an operation by its key, with the answer it got', async () => {
    const made = await call(sandbox, 'POST', '/v1/charges', charge({ amount: 1051 }), { key: 'my key/1' });
    const found = await call(sandbox, 'GET', '/v1/operations/my%20key%2F1');
    expect(found).toMatchObject({
      status: 200,
      json: { object: 'operation', type: 'charge', status: 'declined', http_status: 402, result: made.json },
    });
    expect((await call(sandbox, 'GET', '/v1/operations/none')).status).toBe(404);
  });

  it('lists newest first, in pages', async () => {
    for (let n = 0; n < 5; n += 1) await call(sandbox, 'POST', '/v1/charges', charge({ reference: `r${n}` }));
    await call(sandbox, 'POST', '/v1/charges', charge({ client_reference: 'other' }));
    const seen: unknown[] = [];
    let after = '';
    for (let more: unknown = true; more; ) {
      const path = `/v1/payments?client_reference=order-1&limit=2${after}`;
      const { json } = await call(sandbox, 'GET', path);
      const data: unknown = json['data'];
      if (!Array.isArray(data)) throw new Error('no data');
      seen.push(...data.map((item) => item.reference));
      after = `&starting_after=${data.at(-1).id}`;
      more = json['has_more'];
    }
    expect(seen).toEqual(['r4', 'r3', 'r2', 'r1', 'r0']);
    expect((await call(sandbox, 'GET', '/v1/refunds')).json).toEqual({ object: 'list', data: [], has_more: false });
  });
});

describe('what is refused', () => {
  it.each([
    [charge({ amount: 0 }), 'amount'],
    [charge({ amount: -5 }), 'amount'],
    [charge({ amount: 1.5 }), 'amount'],
    [charge({ amount: '1e3' }), 'amount'],
    [charge({ amount: '007' }), 'amount'],
    [charge({ amount: undefined }), 'amount'],
    [charge({ currency: 'usd' }), 'currency'],
    [charge({ source: undefined }), 'source'],
    [charge({ source: { token: 'a', iban: 'b' } }), 'source'],
    [charge({ source: { card: '4111' } }), 'source.card'],
    [charge({ capture: 'no' }), 'capture'],
    [charge({ reference: 'x'.repeat(141) }), 'reference'],
    [charge({ client_reference: 'a\u0000b' }), 'client_reference'],
    [charge({ note: 'hello' }), 'note'],
  ])('%j names %s', async (body, param) => {
    const reply = await call(sandbox, 'POST', '/v1/charges', body);
    expect(reply).toMatchObject({ status: 400, json: { error: { type: 'invalid_request', param } } });
    expect(sandbox.book.movements()).toEqual([]);
  });

  it('a JSON number beyond 2^53, which a string of digits may carry', async () => {
    const text = JSON.stringify(charge({ amount: 'N' }));
    expect((await call(sandbox, 'POST', '/v1/charges', text.replace('"N"', '9007199254740993'))).status).toBe(400);
    const reply = await call(sandbox, 'POST', '/v1/charges', text.replace('"N"', '"9007199254740993"'));
    expect(reply).toMatchObject({ status: 201, json: { amount: '9007199254740993' } });
  });

  it('a body that is no JSON, or says it is none', async () => {
    expect((await call(sandbox, 'POST', '/v1/charges', '{')).json).toMatchObject({ error: { code: 'json_invalid' } });
    expect((await call(sandbox, 'POST', '/v1/charges', '[]')).status).toBe(400);
    expect((await call(sandbox, 'POST', '/v1/charges', charge(), { contentType: 'text/plain' })).status).toBe(415);
  });

  it('a missing or unknown API key, a bad idempotency key, an unknown route', async () => {
    const stranger = await call(sandbox, 'POST', '/v1/charges', charge(), { apiKey: 'sk_other' });
    expect(stranger).toMatchObject({ status: 401, json: { error: { type: 'authentication' } } });
    expect(stranger.headers.get('www-authenticate')).toBe('Bearer');
    expect((await call(sandbox, 'POST', '/v1/charges', charge(), { key: 'x'.repeat(65) })).status).toBe(400);
    expect((await call(sandbox, 'DELETE', '/v1/charges')).status).toBe(404);
    expect((await call(sandbox, 'GET', '/v1/charges/%E0%A4%A')).status).toBe(404);
    expect((await call(sandbox, 'POST', '/v1/charges/ch_none/refunds', {})).status).toBe(404);
    expect((await call(sandbox, 'GET', '/v1/payments?limit=0')).status).toBe(400);
    expect(sandbox.book.movements()).toEqual([]);
  });
});
