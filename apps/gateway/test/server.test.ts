import { request } from 'node:http';
import { connect } from 'node:net';
import { createGateway } from '@polyrail/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyRing } from '../src/access/key-ring.ts';
import { buildServer } from '../src/server.ts';
import { startTestHost, type TestHost, transfer } from './test-host.ts';

let host: TestHost;
let port: number;
beforeAll(async () => {
  host = await startTestHost();
  await host.app.listen({ host: '127.0.0.1', port: 0 });
  const [address] = host.app.addresses();
  port = typeof address === 'object' ? address.port : 0;
});
afterAll(() => host.close());

/** Sends bytes and reads all that comes back. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('buildServer', () => {
  it('answers 404 and 405 as problems', async () => {
    const missing = await host.get('/v1/nothing?token=CANARY');
    expect([missing.status, missing.json['code'], missing.json['instance']]).toEqual([404, 'not_found', '/v1/nothing']);
    const wrong = await host.get('/v1/payments');
    expect([wrong.status, wrong.json['code'], wrong.headers['allow']]).toEqual([405, 'method_not_allowed', 'POST']);
    const deep = await host.app.inject({ method: 'PUT', url: '/v1/payments/pay_1' });
    expect([deep.statusCode, deep.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('sends security headers and a request id with every answer', async () => {
    for (const path of ['/healthz', '/nothing', '/v1/providers', '/docs/']) {
      const { headers } = await host.get(path);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'x-content-type-options': 'nosniff',
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('takes over a request id that is harmless', async () => {
    expect((await host.get('/healthz', { 'x-request-id': 'trace-7' })).headers['x-request-id']).toBe('trace-7');
    const evil = await host.get('/healthz', { 'x-request-id': 'a b' });
    expect(evil.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses requests that no client of this API sends', async () => {
    const end = 'Connection: close\r\n\r\n';
    const many = Array.from({ length: 101 }, (_, at) => `X-${at}: 1\r\n`).join('');
    expect(await raw(`GET /healthz HTTP/1.1\r\nHost: a\r\n${many}${end}`)).toMatch(/^HTTP\/1.1 431 .*too_large/s);
    expect(await raw(`GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n${end}`)).toMatch(/^HTTP\/1.1 400 .*two Host/s);
    const two = (name: string) => raw(`GET /healthz HTTP/1.1\r\nHost: a\r\n${`${name}: a\r\n`.repeat(2)}${end}`);
    expect(await two('content-type')).toMatch(/^HTTP\/1.1 400 .*two Content-Type/s);
    expect(await two('Authorization')).toMatch(/^HTTP\/1.1 400 .*two Authorization/s);
    expect(await raw(`GET http://b/healthz HTTP/1.1\r\nHost: a\r\n${end}`)).toMatch(/^HTTP\/1.1 400 .*must be a path/s);
    expect(await raw(`TRACE /healthz HTTP/1.1\r\nHost: a\r\n${end}`)).toMatch(/^HTTP\/1.1 40[45] /);
    const smuggled = 'POST /v1/payments HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(smuggled)).toMatch(/^HTTP\/1.1 400 .*problem\+json/s);
    const long = `GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n${end}`;
    expect(await raw(long)).toMatch(/^HTTP\/1.1 431 .*"code":"headers_too_large"/s);
  });

  it("takes a caller's mistake for a fault of its own nowhere", async () => {
    const head = 'Host: a\r\nAuthorization: Bearer sk_test_one_key\r\nConnection: close\r\n';
    expect(await raw(`QUERY /v1/payments HTTP/1.1\r\n${head}\r\n`)).toMatch(/^HTTP\/1.1 415 /);
    expect(await raw(`GET /docs/static/%2e%2e/%2e%2e/a HTTP/1.1\r\n${head}\r\n`)).toMatch(/^HTTP\/1.1 404 /);
    const long = await host.get(`/v1/payments/${'x'.repeat(10_000)}`);
    expect([long.json['code'], long.json['request_id']]).toEqual(['payment_unknown', long.headers['x-request-id']]);
    const left = connect(port, '127.0.0.1');
    left.end(`POST /v1/payments HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{"am`);
    left.resume();
    await expect.poll(() => host.log()).toContain('the caller left');
    expect(host.log()).not.toContain('request failed');
  });

  it('refuses a key that comes in two headers, even the same', async () => {
    const body = JSON.stringify(transfer({ idempotency_key: undefined }));
    const answer = await raw(
      `POST /v1/payments HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer sk_test_one_key\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nIdempotency-Key: a\r\nIdempotency-Key: a\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 400 .*"path":"idempotency_key","code":"repeated"/s);
    expect(host.sandbox.requests.count).toBe(0);
  });

  it('carries a payment to its end when the caller hangs up', async () => {
    host.sandbox.reset();
    host.sandbox.faults.add({ fault: 'delay_before', times: 1, delayMs: 300 });
    const body = JSON.stringify(transfer({ idempotency_key: 'hung-up' }));
    const headers = { authorization: 'Bearer sk_test_one_key', 'content-type': 'application/json' };
    const call = request({ port, host: '127.0.0.1', path: '/v1/payments', method: 'POST', headers });
    call.on('error', () => undefined);
    call.end(body);
    await expect.poll(() => host.sandbox.requests.count).toBe(1);
    call.destroy();
    await expect.poll(async () => (await host.post('/v1/payments', body)).status).toBe(201);
    expect(host.sandbox.requests.count).toBe(1);
    expect(host.sandbox.book.movements()).toHaveLength(1);
  });

  it('logs one line for each request, without key, account, amount or query', async () => {
    const quiet = await startTestHost();
    await quiet.post('/v1/payments?card=4111111111111111', transfer({ source_account: 'acc_CANARY', amount: 7777700 }));
    await quiet.post('/v1/payments', transfer({ amount: 'x' }));
    const lines = quiet
      .log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const requests = lines.filter(({ msg }) => msg === 'request');
    expect(requests).toMatchObject([
      { method: 'POST', route: '/v1/payments', status: 201, tenant: 'one', request_id: expect.any(String) },
      { status: 400, problem: 'invalid_request' },
    ]);
    expect(quiet.log()).not.toMatch(/CANARY|77777|4111|sk_test_one_key|Bearer/);
    await quiet.close();
  });
});

it('answers what still comes while it stops as ever, not with words of its framework', async () => {
  const app = await buildServer({ gateway: createGateway({ providers: [] }), apiKeys: new KeyRing([]) });
  let answer: Response | undefined;
  app.addHook('preClose', async () => {
    answer = await fetch(`${url}/v1/providers`);
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  await app.close();
  expect(await answer?.json()).toMatchObject({ code: 'unauthorized' });
});
