import { inspect } from 'node:util';
import { Secret } from '@polyrail/core/provider';
import axios, { AxiosError, type AxiosInstance } from 'axios';
import { describe, expect, it } from 'vitest';
import { createHttpClient, deliveryOf, type HttpClientOptions } from '../src/index.ts';
import { answer, startWireServer, type WireBehaviour, type WireServer } from './support/wire-server.ts';

const json = answer('200 OK', '{"status":"captured"}', 'content-type: application/json\r\nx-request-id: r1\r\n');
const ok: WireBehaviour['onRequest'] = (socket) => socket.write(json);

async function withClient<T>(
  onRequest: NonNullable<WireBehaviour['onRequest']>,
  use: (client: AxiosInstance, server: WireServer) => Promise<T>,
  options: Partial<HttpClientOptions> = {},
): Promise<T> {
  await using server = await startWireServer({ onRequest });
  return await use(createHttpClient({ origin: server.origin, ...options }), server);
}

async function failureOf(promise: Promise<unknown>): Promise<AxiosError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!axios.isAxiosError(error)) throw new Error('expected an AxiosError');
  return error;
}

describe('the axios face', () => {
  it('sends and reads as axios does', () =>
    withClient(
      ok,
      async (client, server) => {
        const response = await client.post(
          '/payments',
          { amount: 5000 },
          { params: { expand: 'a b' }, auth: { username: 'u', password: 'p' } },
        );
        expect(response).toMatchObject({ status: 200, statusText: 'OK', data: { status: 'captured' } });
        expect(response.headers['X-Request-Id'] ?? response.headers['x-request-id']).toBe('r1');
        const request = server.requests[0];
        expect(request).toMatch(/^POST \/v1\/payments\?expand=a\+b HTTP/);
        expect(request).toContain('content-type: application/json');
        expect(request).toContain('authorization: Basic dTpw');
        expect(request).toMatch(/\{"amount":5000\}$/);
      },
      { basePath: '/v1' },
    ));

  it('runs interceptors and transforms', () =>
    withClient(ok, async (client, server) => {
      client.interceptors.request.use((config) => {
        config.headers.set('X-Trace', 't1');
        return config;
      });
      client.interceptors.response.use((response) => ({ ...response, data: Object.keys(response.data) }));
      expect((await client.get('/a')).data).toEqual(['status']);
      expect(server.requests[0]).toContain('x-trace: t1');
    }));

  it('gives bytes, text and streams when asked', () =>
    withClient(ok, async (client) => {
      const bytes = await client.get('/a', { responseType: 'arraybuffer' });
      expect(Buffer.from(bytes.data).toString()).toBe('{"status":"captured"}');
      expect((await client.get('/a', { responseType: 'text', transformResponse: (data) => data })).data).toBe(
        '{"status":"captured"}',
      );
      const chunks: Uint8Array[] = [];
      for await (const chunk of (await client.get('/a', { responseType: 'stream' })).data) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString()).toBe('{"status":"captured"}');
    }));

  it('takes the framing headers that client libraries set, from the engine instead', () =>
    withClient(ok, async (client, server) => {
      const headers = { Host: new URL(server.origin).host, Connection: 'close', 'Content-Length': '999' };
      await client.post('/a', 'x', { headers });
      expect(server.requests[0]).toContain('content-length: 1\r\n');
      expect(await failureOf(client.post('/a', 'x', { headers: { Host: 'evil.example' } }))).toMatchObject({
        delivery: 'not_sent',
      });
    }));

  it('takes an absolute URL on its own origin only', () =>
    withClient(ok, async (client, server) => {
      expect((await client.get(`${server.origin}/next?page=2`)).status).toBe(200);
      const hostile = [
        'https://evil.example/a',
        '//evil.example/a',
        `${server.origin}0/a`,
        `${server.origin}@evil.example/a`,
        server.origin.replace('127.0.0.1', 'localhost'),
        '/a/../b',
        '/a/%2e%2e/b',
      ];
      for (const url of hostile) expect(await failureOf(client.get(url)), url).toMatchObject({ delivery: 'not_sent' });
      expect(await failureOf(client.get('/a', { baseURL: 'https://evil.example' }))).toMatchObject({
        delivery: 'not_sent',
      });
      expect(server.requests).toHaveLength(1);
    }));

  it.each([
    ['a form with files', new FormData()],
    ['a stream', new ReadableStream()],
  ])('refuses %s as data', (_name, data) =>
    withClient(ok, async (client) => {
      expect(await failureOf(client.post('/a', data))).toMatchObject({ delivery: 'not_sent' });
    }),
  );
});

describe('an error of the axios face', () => {
  it.each([
    ['a decline', answer('402 Payment Required', '{"code":"declined"}'), 'ERR_BAD_REQUEST', 402],
    ['a redirect', answer('302 Found', '', 'location: https://evil.example\r\n'), 'ERR_BAD_REQUEST', 302],
    ['a server error', answer('503 Service Unavailable', ''), 'ERR_BAD_RESPONSE', 503],
  ])('%s is answered', (_name, bytes, code, status) =>
    withClient(
      (socket) => socket.write(bytes),
      async (client, server) => {
        const error = await failureOf(client.get('/a'));
        expect(error).toMatchObject({ code, status, delivery: 'answered', response: { status } });
        expect((await client.get('/a', { validateStatus: () => true })).status).toBe(status);
        expect(server.requests).toHaveLength(2);
      },
    ),
  );

  it('names a body that is not what was asked for, after an answer', () =>
    withClient(
      (socket, _request, nth) =>
        socket.write(
          nth === 1
            ? answer('200 OK', '<html>')
            : Buffer.concat([Buffer.from(answer('200 OK', '..').slice(0, -2)), Buffer.from([0xff, 0xff])]),
        ),
      async (client) => {
        expect(await failureOf(client.get('/a', { responseType: 'json' }))).toMatchObject({ delivery: 'answered' });
        expect(await failureOf(client.get('/a'))).toMatchObject({ delivery: 'answered', code: 'ERR_BAD_RESPONSE' });
      },
    ));

  it('says how far the request got', () =>
    withClient(
      (socket, request) => (request.startsWith('GET /reset') ? socket.resetAndDestroy() : undefined),
      async (client, server) => {
        expect(await failureOf(client.get('/reset'))).toMatchObject({
          delivery: 'sent_no_answer',
          code: 'ERR_NETWORK',
        });
        expect(await failureOf(client.get('/hang', { timeout: 1_000 }))).toMatchObject({
          delivery: 'sent_no_answer',
          code: 'ECONNABORTED',
        });
        const caller = new AbortController();
        const hanging = failureOf(client.get('/hang', { signal: caller.signal }));
        await expect.poll(() => server.requests).toHaveLength(3);
        caller.abort();
        const aborted = await hanging;
        expect(aborted).toMatchObject({ delivery: 'sent_no_answer', code: 'ERR_CANCELED' });
        expect(axios.isCancel(aborted)).toBe(true);
        expect(await failureOf(client.get('/hang', { signal: AbortSignal.abort() }))).toMatchObject({
          delivery: 'not_sent',
        });
        await server.close();
        expect(await failureOf(client.get('/refused'))).toMatchObject({ delivery: 'not_sent', code: 'ECONNREFUSED' });
      },
    ));

  it('its timeout ends a body that drips', () =>
    withClient(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n');
        const drip = setInterval(() => socket.write('a'), 10);
        socket.on('close', () => clearInterval(drip));
      },
      async (client) => {
        expect(await failureOf(client.get('/a'))).toMatchObject({ delivery: 'sent_no_answer', code: 'ECONNABORTED' });
      },
      { timeoutMs: 1_000 },
    ));

  it('shows no credential and no body when it is printed', () =>
    withClient(
      (socket) => socket.write(answer('500 Internal Server Error', '{"pan":"4111111111111111"}')),
      async (client, server) => {
        client.interceptors.response.use(undefined, (error: unknown) => Promise.reject(error));
        const config = { headers: { Authorization: 'Bearer sk_live_1', 'X-Api-Key': 'sk_live_2' } };
        const answered = await failureOf(client.post('/a?key=sk_live_3', { pan: '4111111111111111' }, config));
        const refused = await failureOf(client.post('/a#', { pan: '4111111111111111' }, config));
        const early = await failureOf(
          client.post('/a', { pan: '4111111111111111' }, { ...config, signal: AbortSignal.abort() }),
        );
        await server.close();
        const unsent = await failureOf(client.post('/a', { pan: '4111111111111111' }, config));
        for (const error of [answered, refused, early, unsent]) {
          const printed = [
            inspect(error, { depth: 9 }),
            JSON.stringify(error),
            JSON.stringify({ ...error }),
            String(error),
          ];
          expect(printed.join()).not.toMatch(/sk_live|4111/);
        }
        expect(answered.response?.data).toEqual({ pan: '4111111111111111' });
        expect(answered).toBeInstanceOf(AxiosError);
      },
    ));

  it('a Secret that was not exposed is refused, not sent as stars', () =>
    withClient(ok, async (client, server) => {
      const headers = { 'X-Api-Key': `${new Secret('sk_live_1')}` };
      expect(await failureOf(client.get('/a', { headers }))).toMatchObject({ delivery: 'not_sent' });
      expect(server.requests).toHaveLength(0);
    }));

  it('a request that an interceptor refuses was not sent', () =>
    withClient(ok, async (client, server) => {
      client.interceptors.request.use(() => Promise.reject(new AxiosError('no token')));
      expect(deliveryOf(await failureOf(client.get('/a')))).toBe('not_sent');
      expect(server.requests).toHaveLength(0);
    }));
});
