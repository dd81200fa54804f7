import { connect } from 'node:net';
import { createGateway, Secret } from '@polyrail/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKey } from '../src/access/api-key.ts';
import { KeyRing } from '../src/access/key-ring.ts';
import { buildServer } from '../src/server.ts';
import { startTestHost, type TestHost, transfer } from './test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

const two = { authorization: 'Bearer sk_test_two_key' };

describe('a payment of another tenant', () => {
  it.each([
    ['GET', ''],
    ['GET', '/timeline'],
    ['POST', '/captures'],
    ['POST', '/cancellations'],
    ['POST', '/refunds'],
    ['POST', '/settlement'],
  ] as const)('is not there for %s %s: the answer is that for a payment that never was', async (method, path) => {
    const { json } = await host.post('/v1/payments', transfer());
    const body =
      path === '/settlement' ? { executed: false, actor: 'a', reason: 'r' } : { idempotency_key: `k${path}` };
    const ask = (id: unknown) =>
      method === 'GET' ? host.get(`/v1/payments/${id}${path}`, two) : host.post(`/v1/payments/${id}${path}`, body, two);
    const theirs = await ask(json['id']);
    const nobodys = await ask(`pay_${'0'.repeat(32)}`);
    expect(theirs.status).toBe(path === '/settlement' ? 409 : 404);
    const shape = ({ json: { code, detail, status, outcome, retry } }: typeof theirs) => [
      code,
      detail,
      status,
      outcome,
      retry,
    ];
    expect(shape(theirs)).toEqual(shape(nobodys));
    expect(theirs.text).not.toContain('INV-2025');
    expect((await host.get(`/v1/payments/${json['id']}`)).json['status']).toBe('succeeded');
  });

  it('leaves its idempotency key free for others', async () => {
    const body = transfer();
    const mine = await host.post('/v1/payments', body);
    const theirs = await host.post('/v1/payments', body, two);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.json['id']).not.toBe(mine.json['id']);
    expect(theirs.headers['idempotency-replayed']).toBeUndefined();
  });
});

describe('who is let in', () => {
  it('makes one key wait with 429 and Retry-After, and no other', async () => {
    const apiKeys = new KeyRing(['one', 'two'].map((name) => apiKey(name, new Secret(`sk_test_${name}_key`))));
    const gateway = createGateway({ providers: [] });
    const app = await buildServer({ gateway, apiKeys, requestsPerSecond: 5 });
    const ask = (key: string) => app.inject({ url: '/v1/providers', headers: { authorization: `Bearer ${key}` } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('sk_test_one_key')));
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused.length).toBeGreaterThanOrEqual(12);
    expect(refused[0]?.headers['retry-after']).toBe('1');
    expect(refused[0]?.json()).toMatchObject({ code: 'too_many_requests', retry: 'after', outcome: 'not_sent' });
    expect((await ask('sk_test_two_key')).statusCode).toBe(200);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    await app.close();
  });

  it.each(['headers', 'body'])('cuts a caller that sends its %s byte by byte', async (part) => {
    const gateway = createGateway({ providers: [] });
    const app = await buildServer({ gateway, apiKeys: new KeyRing([]), patience: { headersMs: 300, requestMs: 600 } });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const [address] = app.addresses();
    const port = typeof address === 'object' ? address.port : 0;
    const beginning =
      part === 'headers'
        ? 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: '
        : 'POST /v1/webhooks/nobody HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9999\r\n\r\n';
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(beginning));
      const drip = setInterval(() => socket.write('x'), 50);
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drip);
        resolve(text);
      });
    });
    expect(answer).toMatch(/^HTTP\/1.1 408 .*"code":"request_timeout".*"retry":"same_key"/s);
    await app.close();
  });

  it.each([
    ['/v1/payments/%zz', 400, 'invalid_request'],
    ['/v1/payments/', 404, 'not_found'],
  ] as const)('answers a path that reaches no route with a problem: %s', async (path, status, code) => {
    const { headers, json } = path.endsWith('/') ? await host.post(path, transfer()) : await host.get(path);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(json).toMatchObject({ status, code });
  });

  it('says whole what header it misses', async () => {
    const { json } = await host.get('/v1/providers', { authorization: 'Basic YTpi' });
    expect(json['detail']).toContain('`Authorization: Bearer` header with a key');
  });

  it('lets no cache keep a payment', async () => {
    const { headers } = await host.post('/v1/payments', transfer());
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('refuses card numbers where an id or a label belongs', async () => {
    for (const over of [{ reference: 'card 4111 1111 1111 1111' }, { source_account: '4111111111111111' }]) {
      const { status, text } = await host.post('/v1/payments', transfer(over));
      expect(status).toBe(400);
      expect(text).toContain('must not hold a card number');
      expect(text).toContain('put a letter between the digits');
    }
  });
});
