import type { Clock } from '@polyrail/core/provider';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpClient, type HttpExchange, type HttpTransportOptions, httpTransport } from '../src/index.ts';
import { answer, startWireServer } from './support/wire-server.ts';

const ok = answer('200 OK', 'done');

afterEach(() => vi.unstubAllEnvs());

describe('a transport', () => {
  it('puts base path and headers on each request; a header of the request wins', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const transport = httpTransport({
      origin: server.origin,
      basePath: '/v1',
      headers: { 'X-Version': '2025-01-01', 'User-Agent': 'shop' },
    });
    await transport.send(
      { method: 'GET', path: '/a?b=c', headers: { 'x-version': '2026-01-01' } },
      { timeoutMs: 1_000 },
    );
    expect(server.requests[0]?.split('\r\n')).toEqual([
      'GET /v1/a?b=c HTTP/1.1',
      `host: 127.0.0.1:${server.port}`,
      'connection: keep-alive',
      'accept-encoding: identity',
      'user-agent: shop',
      'x-version: 2026-01-01',
      '',
      '',
    ]);
    await transport.close();
  });

  it.each([
    [{ path: 'https://evil.example/' }],
    [{ path: '//evil.example/' }],
    [{ path: '@evil.example/' }],
    [{ path: '/../admin' }],
    [{ path: '/a', headers: { 'Idempotency-Key': '1', 'idempotency-key': '2' } }],
    [{ path: '/a', headers: { Host: 'evil.example' } }],
    [{ path: '/a', headers: { 'X-A': 'b\r\nx-c: d' } }],
    [{ path: '/a', headers: { 'User-Agent': 'b\r\nx-c: d' } }],
  ])('refuses %j without sending', async (request) => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const transport = httpTransport({ origin: server.origin, basePath: '/v1' });
    const delivery = await transport.send({ method: 'POST', ...request }, { timeoutMs: 1_000 });
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code: 'protocol_violation' } });
    expect(server.connections).toBe(0);
  });

  it('never throws, whatever a caller without types passes', async () => {
    const transport = httpTransport({ origin: 'http://127.0.0.1:1' });
    for (const request of [undefined, null, 5, {}, { method: 'POST', path: '/a', headers: null }]) {
      const delivery = await Reflect.apply(transport.send, transport, [request, { timeoutMs: 200 }]);
      expect(delivery).toMatchObject({ phase: 'not_sent' });
    }
  });

  it.each<Partial<HttpTransportOptions>>([
    { origin: 'https://api.provider.example/v1' },
    { basePath: 'v1' },
    { basePath: '/v1/' },
    { basePath: '/v1?x=y' },
    { basePath: '/../x' },
    { headers: { Connection: 'close' } },
    { headers: { 'x-a': 'b\n' } },
    { limits: { maxConnections: 0 } },
    { limits: { maxResponseBytes: 1.5 } },
  ])('refuses the options %j', (options) => {
    const make = () => httpTransport({ origin: 'https://api.provider.example', ...options });
    expect(make).toThrowError(expect.objectContaining({ code: 'transport_invalid' }));
  });

  it('tells of each attempt without its secrets', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const told: HttpExchange[] = [];
    const transport = httpTransport({ origin: server.origin, onExchange: (exchange) => told.push(exchange) });
    await transport.send({ method: 'POST', path: '/pay?key=sk_live_1', body: 'card' }, { timeoutMs: 1_000 });
    await transport.send({ method: 'POST', path: '/pay', body: 'card' }, { timeoutMs: 0 });
    expect(told).toEqual([
      {
        method: 'POST',
        path: '/pay',
        phase: 'answered',
        status: 200,
        responseBytes: 4,
        durationMs: expect.any(Number),
      },
      { method: 'POST', path: '/pay', phase: 'not_sent', durationMs: expect.any(Number) },
    ]);
    await transport.close();
  });

  it('an observer that fails does not fail the attempt', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const onExchange = () => {
      throw new Error('disk full');
    };
    const transport = httpTransport({ origin: server.origin, onExchange });
    expect(await transport.send({ method: 'POST', path: '/pay' }, { timeoutMs: 1_000 })).toMatchObject({
      phase: 'answered',
    });
    await transport.close();
  });

  it('takes its time from the clock that it was given', async () => {
    await using server = await startWireServer({});
    const tasks: (() => void)[] = [];
    const clock: Clock = {
      now: () => 0,
      schedule(_delayMs, task) {
        tasks.push(task);
        return () => undefined;
      },
    };
    const transport = httpTransport({ origin: server.origin, clock });
    const sending = transport.send({ method: 'POST', path: '/a' }, { timeoutMs: 60_000 });
    await expect.poll(() => server.requests).toHaveLength(1);
    tasks[0]?.();
    expect(await sending).toMatchObject({ phase: 'sent_no_answer', fault: { code: 'timeout' } });
    await transport.close();
  });
});

describe('a proxy of the environment', () => {
  it.each(['transport', 'client'] as const)('is not used by the %s', async (face) => {
    await using proxy = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'proxy')) });
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) {
      vi.stubEnv(name, proxy.origin);
    }
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    vi.stubEnv('NO_PROXY', '');
    if (face === 'client') await createHttpClient({ origin: server.origin }).get('/a');
    else await httpTransport({ origin: server.origin }).send({ method: 'GET', path: '/a' }, { timeoutMs: 1_000 });
    expect(proxy.connections).toBe(0);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a thousand registered providers that are not used', () => {
  it('hold no timer and no handle', () => {
    const before = process.getActiveResourcesInfo().length;
    const transports = Array.from({ length: 1_000 }, (_, nth) => httpTransport({ origin: `https://p${nth}.example` }));
    expect(transports).toHaveLength(1_000);
    expect(process.getActiveResourcesInfo().length).toBe(before);
  });

  it('hold no timer once their connections have gone idle', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const transport = httpTransport({ origin: server.origin, limits: { keepAliveMs: 20 } });
    const timersAfter = async (delayMs: number) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    };
    const before = await timersAfter(1);
    await transport.send({ method: 'GET', path: '/a' }, { timeoutMs: 60_000 });
    expect(await timersAfter(150)).toBeLessThanOrEqual(before);
    await transport.close();
  });
});
