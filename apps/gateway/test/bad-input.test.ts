import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, startTestHost, type TestHost, transfer } from './test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

/** Asserts a problem that names `field`, and that nothing was sent to the provider and nothing was stored. */
async function expectRefused(body: unknown, field: string, code?: string): Promise<void> {
  const key = `refused-${Math.random()}`;
  const complete = typeof body === 'object' ? { idempotency_key: key, ...body } : body;
  const { status, headers, json } = await host.post('/v1/payments', complete);
  expect(json, JSON.stringify(json)).toMatchObject({ status: 400, outcome: 'not_sent', retry: 'never' });
  expect(status).toBe(400);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(json['issues']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        path: field,
        message: expect.stringMatching(new RegExp(`^${field} `)),
        ...(code && { code }),
      }),
    ]),
  );
  expect(host.sandbox.requests.count).toBe(0);
}

const amounts: Readonly<Record<string, string>> = {
  fractional: '50.5',
  'fractional with zeros': '5000.0',
  negative: '-5000',
  zero: '0',
  'negative zero': '-0',
  'above 2^53 - 1 as a number': '9007199254740992',
  huge: '1e400',
  exponent: '5e3',
  'a boolean': 'true',
  null: 'null',
  'a list': '[5000]',
  'an object': '{"value":5000}',
  'an empty string': '""',
  'letters in a string': '"5000USD"',
  'a fraction in a string': '"50.00"',
  'an exponent in a string': '"5e3"',
  'a sign in a string': '"+5000"',
  'a negative string': '"-5000"',
  'a zero string': '"0"',
  'leading zeros': '"05000"',
  hexadecimal: '"0x1388"',
  'white space': '" 5000"',
  'other digits': '"٥٠٠٠"',
  'nineteen digits': '"1000000000000000000"',
};

describe('amount', () => {
  for (const [name, literal] of Object.entries(amounts)) {
    it(`is refused: ${name}`, async () => {
      const { amount: _, ...rest } = transfer();
      await expectRefused(`{"amount":${literal},${JSON.stringify(rest).slice(1)}`, 'amount');
    });
  }

  it('is taken as an integer or as digits', async () => {
    const taken = await startTestHost();
    taken.sandbox.behave({ magicAmounts: false });
    for (const amount of [1, 5000, '5000', 9007199254740991, '999999999999999999'])
      expect((await taken.post('/v1/payments', transfer({ amount }))).status).toBe(201);
    await taken.close();
  });
});

describe('currency', () => {
  for (const currency of ['XXX', 'usd', 'US', 'USDX', '', 'BTC', 840, null, 'constructor'])
    it(`is refused: ${JSON.stringify(currency)}`, () => expectRefused(transfer({ currency }), 'currency'));
});

describe('a text', () => {
  const transfers: Readonly<Record<string, number>> = {
    source_account: 34,
    destination_account: 34,
    reference: 140,
    idempotency_key: 255,
    provider: 64,
  };
  const unprintable = ['a\u0000b', 'a\nb', 'a\u001b[31mb', 'a\u007fb', 'a\u0085b', 'a\u200bb', 'a\u2028b', 'a\ud800b'];
  for (const [field, longest] of Object.entries(transfers)) {
    it(`is refused as ${field}: empty, too long, of another type`, async () => {
      for (const value of ['', 'x'.repeat(longest + 1), 7, ['x'], {}, true, null])
        await expectRefused(transfer({ [field]: value }), field);
    });

    it(`is refused as ${field}: control characters`, async () => {
      for (const text of unprintable) await expectRefused(transfer({ [field]: text }), field);
    });
  }

  it('is refused as a token', async () => {
    for (const token of ['', 'x'.repeat(256), 7, ...unprintable])
      await expectRefused(card({ source: { type: 'token', token } }), 'source.token');
  });
});

describe('every mistake', () => {
  it('is told in words, not in those of a library', async () => {
    const wrong = [null, 7, -1, 0, true, [], ['x'], {}, '', ' ', 'x'.repeat(300)];
    const fields = ['amount', 'currency', 'source_account', 'debtor', 'creditor', 'reference', 'provider'];
    for (const field of fields)
      for (const value of wrong) {
        if (field === 'amount' && value === 7) continue;
        const { json, text } = await host.post('/v1/payments', transfer({ [field]: value }));
        expect(json['status'], `${field} ${JSON.stringify(value)}`).toBe(400);
        expect(text).not.toMatch(/expected|Invalid input|Too |pattern|Unrecognized/);
        const paths = [json['issues']].flat().map((issue) => Object(issue).path);
        expect(paths, `${field} ${JSON.stringify(value)}`).toEqual([...new Set(paths)]);
      }
  });

  it('is found at its depth', async () => {
    await expectRefused(transfer({ debtor: { name: 'a', address: {} } }), 'debtor.address.town', 'missing');
    await expectRefused(transfer({ debtor: 'a' }), 'debtor');
    const account = { id: 'a', clearing_member: { system: 'USABA' } };
    await expectRefused(transfer({ source_account: account }), 'source_account.clearing_member.id', 'missing');
    await expectRefused(card({ source: {} }), 'source.type', 'missing');
  });
});

describe('fields', () => {
  it('that are missing are named, all at once', async () => {
    const { json } = await host.post('/v1/payments', { source_account: 'acc_1' });
    const issues = ['amount', 'currency', 'reference', 'destination_account'].map((path) => ({
      path,
      code: 'missing',
      message: `${path} is missing`,
    }));
    expect(json['issues']).toEqual(expect.arrayContaining(issues));
  });

  it('that are unknown are named', async () => {
    await expectRefused(transfer({ amuont: 1 }), 'amuont', 'unknown_field');
    await expectRefused(card({ source: { type: 'token', token: 't', cvc: '123' } }), 'source.cvc', 'unknown_field');
  });

  it('of a transfer and of a card do not mix', async () => {
    const { source } = card();
    await expectRefused(transfer({ source }), 'source', 'unknown_field');
    await expectRefused(transfer({ capture: 'manual' }), 'capture', 'unknown_field');
    await expectRefused(card({ source_account: 'acc_1' }), 'source_account', 'unknown_field');
  });

  it('have a closed set of values', async () => {
    await expectRefused(card({ capture: 'later' }), 'capture');
    await expectRefused(card({ source: { type: 'card', token: 't' } }), 'source.type');
    await expectRefused(card({ source: 'tok_visa' }), 'source');
    await expectRefused(transfer({ destination_account: 'acc_123456' }), 'destination_account', 'same_account');
    // Only a scheme whose ids are longer takes more than ISO 20022 does.
    await expectRefused(transfer({ source_account: { id: 'x'.repeat(35), scheme: 'BBAN' } }), 'source_account');
    await expectRefused(transfer({ source_account: 'GB82 WEST 1234 5698 7654 33' }), 'source_account');
  });

  it('never come back in a message', async () => {
    const secret = 'CANARY5e1f';
    const { text } = await host.post('/v1/payments', transfer({ currency: secret, source_account: `${secret}\n` }));
    expect(text).not.toContain(secret);
  });
});

describe('the idempotency key', () => {
  const { idempotency_key: _, ...keyless } = transfer();

  it('is needed', async () => {
    const { status, json } = await host.post('/v1/payments', keyless);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'idempotency_key_missing', issues: [{ path: 'idempotency_key' }] });
  });

  it('must be the same in header and body', async () => {
    const { status, json } = await host.post('/v1/payments', transfer({ idempotency_key: 'a' }), {
      'idempotency-key': 'b',
    });
    expect(status).toBe(400);
    expect(json).toMatchObject({ issues: [{ path: 'idempotency_key', code: 'conflict' }] });
  });

  it('must be well formed in the header', async () => {
    for (const header of ['', '""', '"', '"a', '"a"b"', '"a";b=1', '"a b"', 'a b', 'ä', 'x'.repeat(256)]) {
      const { status, json } = await host.post('/v1/payments', keyless, { 'idempotency-key': header });
      const paths = Array.isArray(json['issues']) ? json['issues'].map(({ path }) => path) : [];
      expect([header, status, paths]).toEqual([header, 400, ['idempotency_key']]);
    }
    expect(host.sandbox.requests.count).toBe(0);
  });
});

describe('the body', () => {
  const post = (body: string, headers: Record<string, string> = {}) => host.post('/v1/payments', body, headers);

  it('must be JSON', async () => {
    for (const body of ['{', '{"amount":}', "{'amount':1}", '', 'amount=5000', '{"amount":01}', '{"a":1}}']) {
      const { status, json } = await post(body);
      expect([body, status, json['code']]).toEqual([body, 400, 'invalid_json']);
    }
  });

  it('must not say a thing twice', async () => {
    const { amount: _, ...rest } = transfer();
    await expectRefused(`{"amount":1,"amount":5000,${JSON.stringify(rest).slice(1)}`, 'amount', 'repeated');
  });

  it('must be UTF-8', async () => {
    const address = await host.app.listen({ host: '127.0.0.1', port: 0 });
    const body = Buffer.from(JSON.stringify(transfer({ reference: 'Zürich' })), 'latin1');
    const headers = { authorization: 'Bearer sk_test_one_key', 'content-type': 'application/json' };
    const answer = await fetch(`${address}/v1/payments`, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid_json' }]);
  });

  it('must not be compressed', async () => {
    for (const coding of ['gzip', 'br', 'deflate']) {
      const { status, json } = await post(JSON.stringify(transfer()), { 'content-encoding': coding });
      expect([coding, status, json['code']]).toEqual([coding, 415, 'unsupported_media_type']);
    }
  });

  it('must be an object', async () => {
    for (const body of ['[]', '"text"', '5', 'null', 'true']) {
      const { status, json } = await post(body);
      expect([body, status, json['code']]).toEqual([body, 400, 'invalid_request']);
    }
  });

  it('cannot poison a prototype', async () => {
    for (const body of ['{"__proto__":{"tenant":"two"}}', '{"constructor":{"prototype":{"a":1}}}'])
      expect((await post(body)).status).toBe(400);
    expect(Reflect.get({}, 'tenant')).toBeUndefined();
  });

  it('has at most 64 KiB', async () => {
    const { status, json } = await post(JSON.stringify(transfer({ reference: 'x'.repeat(65_536) })));
    expect([status, json['code']]).toEqual([413, 'payload_too_large']);
  });

  it('must be labelled application/json', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data']) {
      const { status, json } = await post(JSON.stringify(transfer()), { 'content-type': type });
      expect([type, status, json['code']]).toEqual([type, 415, 'unsupported_media_type']);
    }
  });
});

it('leaves nothing behind: no request was sent, and every key is still free', async () => {
  expect(host.sandbox.requests.count).toBe(0);
  const body = transfer({ idempotency_key: 'still-free' });
  expect((await host.post('/v1/payments', { ...body, amount: -1 })).status).toBe(400);
  const { status, headers } = await host.post('/v1/payments', body);
  expect(status).toBe(201);
  expect(headers['idempotency-replayed']).toBeUndefined();
});
