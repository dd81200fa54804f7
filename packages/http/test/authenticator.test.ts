import { inspect } from 'node:util';
import { Secret } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { type Authenticator, apiKeyHeader, basic, bearer, type HttpRequest, httpTransport } from '../src/index.ts';
import { answer, startWireServer } from './support/wire-server.ts';

const payment: HttpRequest = { method: 'POST', path: '/payments', headers: { 'X-Trace': 't1' }, body: '{}' };

async function sendWith(authenticator: Authenticator, timeoutMs = 2_000, request = payment) {
  await using server = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'done')) });
  const transport = httpTransport({
    origin: server.origin,
    basePath: '/v1',
    authenticator,
    headers: { 'X-Fixed': 'f' },
  });
  const delivery = await transport.send(request, { timeoutMs });
  await transport.close();
  return { delivery, requests: server.requests };
}

describe('fixed credentials', () => {
  it.each([
    [bearer(new Secret('tok_1')), 'authorization: Bearer tok_1', { kind: 'bearer' }],
    [apiKeyHeader('X-API-Key', new Secret('key_1')), 'x-api-key: key_1', { kind: 'api_key', header: 'x-api-key' }],
    [basic('shop', new Secret('pässword')), 'authorization: Basic c2hvcDpww6Rzc3dvcmQ=', { kind: 'basic' }],
  ])('%#: sent on every request, never shown', async (authenticator, line, description) => {
    const { requests } = await sendWith(authenticator);
    expect(requests[0]).toContain(`${line}\r\n`);
    expect(authenticator.describe()).toEqual(description);
    expect(inspect(authenticator, { depth: 5, showHidden: true })).not.toMatch(/tok_1|key_1|c2hvcDpw/);
  });

  it('win over a header of the request', async () => {
    const headers = { Authorization: 'Bearer of the caller' };
    const { requests } = await sendWith(bearer(new Secret('tok_1')), 2_000, { ...payment, headers });
    expect(requests[0]?.match(/^authorization: .*$/gim)).toEqual(['authorization: Bearer tok_1']);
  });

  it.each([
    ['bearer', bearer, 'authorization: Bearer '],
    ['apiKeyHeader', (key: () => Secret) => apiKeyHeader('x-api-key', key), 'x-api-key: '],
    ['basic', (password: () => Secret) => basic('shop', password), 'authorization: Basic '],
  ])('%s asks a source at each request, and sends nothing that no header can carry', async (_name, make, start) => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'done')) });
    let now = new Secret('first');
    const authenticator = make(() => now);
    const transport = httpTransport({ origin: server.origin, authenticator });
    const sent = async (value: string) => {
      now = new Secret(value);
      const delivery = await transport.send(payment, { timeoutMs: 2_000 });
      expect(inspect(authenticator, { depth: 5, showHidden: true })).not.toContain(value);
      return delivery.phase === 'answered' ? delivery.phase : delivery.fault.code;
    };
    expect([await sent('first'), await sent('second')]).toEqual(['answered', 'answered']);
    const [one, two] = server.requests.map((request) => new RegExp(`${start}(\\S+)\r\n`).exec(request)?.[1]);
    expect(one).toBeDefined();
    expect(two).toBeDefined();
    expect(one).not.toBe(two);
    // Basic encodes whatever it is given.
    expect(await sent('line\nbreak')).toBe(start.includes('Basic') ? 'answered' : 'credentials_unavailable');
    await transport.close();
  });

  it('basic asks for a user that changes with its password', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'done')) });
    let now = { user: 'one', password: new Secret('first') };
    const authenticator = basic(
      () => now.user,
      () => now.password,
    );
    const transport = httpTransport({ origin: server.origin, authenticator });
    const sent = async () => (await transport.send(payment, { timeoutMs: 2_000 })).phase;
    expect(await sent()).toBe('answered');
    now = { user: 'two', password: new Secret('second') };
    expect(await sent()).toBe('answered');
    now = { user: 't:o', password: new Secret('second') };
    expect(await sent()).toBe('not_sent');
    const users = server.requests.map((request) => /Basic (\S+)\r\n/.exec(request)?.[1] ?? '');
    expect(users.map((text) => Buffer.from(text, 'base64').toString())).toEqual(['one:first', 'two:second']);
    await transport.close();
  });

  it.each([
    () => apiKeyHeader('host', new Secret('x')),
    () => apiKeyHeader('x y', new Secret('x')),
    () => bearer(new Secret('line\nbreak')),
    () => basic('a:b', new Secret('x')),
  ])('%#: what cannot be sent shows when it is made', (make) => {
    expect(make).toThrowError(expect.objectContaining({ code: 'transport_invalid' }));
  });
});

describe('an authenticator', () => {
  it('sees the request as it goes out, and cannot change it in place', async () => {
    let seen: HttpRequest | undefined;
    const { delivery } = await sendWith({
      describe: () => ({ kind: 'test' }),
      apply(request) {
        seen = request;
        Object.assign(request, { path: '/elsewhere' });
        return request;
      },
    });
    expect(seen).toMatchObject({ path: '/v1/payments', headers: { 'x-fixed': 'f', 'x-trace': 't1' }, body: '{}' });
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'credentials_unavailable' } });
  });

  it('signs bytes that the caller can no longer change', async () => {
    const body = new Uint8Array(Buffer.from('amount=5000'));
    const sign: Authenticator = {
      describe: () => ({ kind: 'test' }),
      async apply(request) {
        body.fill(57);
        return { ...request, headers: { ...request.headers, 'x-signature': String(request.body) } };
      },
    };
    const { requests } = await sendWith(sign, 2_000, { ...payment, body });
    expect(requests[0]).toContain('x-signature: amount=5000');
    expect(requests[0]).toMatch(/amount=5000$/);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no key for sk_live_1');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no key for sk_live_1'))],
  ])('that %s: nothing is sent and nothing of its error shown', async (_name, apply) => {
    const { delivery, requests } = await sendWith({ describe: () => ({ kind: 'test' }), apply });
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'credentials_unavailable' } });
    expect(JSON.stringify(delivery)).not.toContain('sk_live');
    expect(requests).toHaveLength(0);
  });

  it('that takes too long ends with the attempt, and its late result is not sent', async () => {
    let finish: (request: HttpRequest) => void = () => undefined;
    const late = new Promise<HttpRequest>((resolve) => {
      finish = resolve;
    });
    const { delivery, requests } = await sendWith({ describe: () => ({ kind: 'test' }), apply: () => late }, 40);
    finish(payment);
    await late;
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'timeout' } });
    expect(requests).toHaveLength(0);
  });

  it('that returns something hostile is checked like a caller', async () => {
    const smuggler: Authenticator = {
      describe: () => ({ kind: 'test' }),
      apply: (request) => ({ ...request, headers: { 'transfer-encoding': 'chunked' } }),
    };
    const { delivery, requests } = await sendWith(smuggler);
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'protocol_violation' } });
    expect(requests).toHaveLength(0);
  });
});
