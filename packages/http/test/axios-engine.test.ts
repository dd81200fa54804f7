import { Secret } from '@polyrail/core/provider';
import axios, { type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { bearer, createHttpClient, deliveryOf, type HttpRequest, httpTransport } from '../src/index.ts';
import { answer, startWireServer, type WireBehaviour } from './support/wire-server.ts';

const payment: HttpRequest = {
  method: 'POST',
  path: '/payments?x=y',
  headers: { 'idempotency-key': 'k1' },
  body: '{"amount":5000}',
};

describe("a transport on a host's axios instance", () => {
  it('sends the exact request through its interceptors, and hands on the bytes', async () => {
    await using server = await startWireServer({
      onRequest: (socket) => socket.write(answer('402 Payment Required', '{"a":1}', 'X-A: b\r\n')),
    });
    const client = axios.create();
    client.interceptors.request.use((config) => {
      config.headers.set('x-host', 'shop');
      return config;
    });
    const authenticator = bearer(new Secret('tok_1'));
    const transport = httpTransport({ origin: server.origin, basePath: '/v1', client, authenticator });
    const delivery = await transport.send(payment, { timeoutMs: 1_000 });
    expect(delivery).toMatchObject({ phase: 'answered', response: { status: 402, headers: { 'x-a': 'b' } } });
    expect(delivery.phase === 'answered' && delivery.response.text()).toBe('{"a":1}');
    const request = server.requests[0];
    expect(request).toMatch(/^POST \/v1\/payments\?x=y HTTP/);
    for (const line of ['idempotency-key: k1', 'x-host: shop', 'authorization: Bearer tok_1'])
      expect(request).toContain(line);
    expect(request).toMatch(/\{"amount":5000\}$/);
    expect(request).not.toMatch(/content-type/i);
  });

  it('cannot tell a refused connection from a lost answer, so both count as sent', async () => {
    const server = await startWireServer({});
    const transport = httpTransport({ origin: server.origin, client: axios.create() });
    expect(await transport.send(payment, { timeoutMs: 60 })).toMatchObject({
      phase: 'sent_no_answer',
      fault: { code: 'timeout' },
    });
    await server.close();
    const refused = await transport.send(payment, { timeoutMs: 1_000 });
    expect(refused).toMatchObject({ phase: 'sent_no_answer', fault: { code: 'unknown_fault' } });
  });

  it('believes an error that says not_sent', async () => {
    const server = await startWireServer({});
    const transport = httpTransport({ origin: server.origin, client: createHttpClient({ origin: server.origin }) });
    await server.close();
    expect(await transport.send(payment, { timeoutMs: 1_000 })).toMatchObject({ phase: 'not_sent' });
  });

  it('follows no redirect and guards requests all the same', async () => {
    await using server = await startWireServer({
      onRequest: (socket) => socket.write(answer('307 Temporary Redirect', '', 'location: /x\r\n')),
    });
    const transport = httpTransport({ origin: server.origin, client: axios.create() });
    expect(await transport.send(payment, { timeoutMs: 1_000 })).toMatchObject({ response: { status: 307 } });
    expect(await transport.send({ ...payment, path: '/../x' }, { timeoutMs: 1_000 })).toMatchObject({
      phase: 'not_sent',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('an interceptor that replaces the body leaves nothing to decode', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', '{}')) });
    const client = axios.create();
    client.interceptors.response.use((response) => ({ ...response, data: { parsed: true } }));
    const transport = httpTransport({ origin: server.origin, client });
    expect(await transport.send(payment, { timeoutMs: 1_000 })).toMatchObject({
      phase: 'sent_no_answer',
      fault: { code: 'body_broken' },
    });
  });
});

describe('what an interceptor puts in the place of the response', () => {
  it.each<[string, (response: AxiosResponse) => unknown]>([
    ['its data alone', ({ data }) => data],
    ['nothing', () => undefined],
    ['null', () => null],
    ['a status in words', (response) => ({ ...response, status: 'OK' })],
  ])('%s: no answer', async (_what, replace) => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', '{}')) });
    for (const client of [axios.create(), createHttpClient({ origin: server.origin })]) {
      Reflect.apply(client.interceptors.response.use, client.interceptors.response, [replace]);
      const transport = httpTransport({ origin: server.origin, client });
      expect(await transport.send(payment, { timeoutMs: 5_000 })).toMatchObject({
        phase: 'sent_no_answer',
        fault: { code: 'body_broken' },
      });
    }
    expect(server.requests).toHaveLength(2);
  });

  it('an answer without headers is one', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', '{}')) });
    const client = axios.create();
    client.interceptors.response.use((response) =>
      Reflect.apply(Object.assign, undefined, [response, { headers: null }]),
    );
    const transport = httpTransport({ origin: server.origin, client });
    expect(await transport.send(payment, { timeoutMs: 5_000 })).toMatchObject({ phase: 'answered' });
  });
});

describe('a transport on an instance of createHttpClient', () => {
  async function overOwnClient(onRequest: NonNullable<WireBehaviour['onRequest']>) {
    const server = await startWireServer({ onRequest });
    const client = createHttpClient({ origin: server.origin });
    return { server, client, transport: httpTransport({ origin: server.origin, client }) };
  }

  it('ends the exchange when its time is over', async () => {
    let hungUp: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const { server, transport } = await overOwnClient((socket) => socket.on('end', hungUp));
    expect(await transport.send(payment, { timeoutMs: 1_500 })).toMatchObject({
      phase: 'sent_no_answer',
      fault: { code: 'timeout' },
    });
    await ended;
    expect(server.requests).toHaveLength(1);
    await server.close();
  });

  it('keeps to a shorter time that an interceptor leaves', async () => {
    const { server, client, transport } = await overOwnClient(() => undefined);
    client.interceptors.request.use((config) => ({ ...config, timeout: 1_000 }));
    expect(await transport.send(payment, { timeoutMs: 20_000 })).toMatchObject({
      phase: 'sent_no_answer',
      fault: { code: 'unknown_fault' },
    });
    await server.close();
  });

  it('sends nothing for an attempt that ended in front of an interceptor', async () => {
    const { server, client, transport } = await overOwnClient((socket) => socket.write(answer('200 OK', '{}')));
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    client.interceptors.request.use(async (config) => {
      await held;
      return config;
    });
    const refused = new Promise<unknown>((resolve) => {
      client.interceptors.response.use(undefined, (error: unknown) => {
        resolve(error);
        throw error;
      });
    });
    expect(await transport.send(payment, { timeoutMs: 30 })).toMatchObject({ fault: { code: 'timeout' } });
    goOn();
    expect(deliveryOf(await refused)).toBe('not_sent');
    expect(server.requests).toHaveLength(0);
    await server.close();
  });

  it('lets an interceptor send again within the same attempt', async () => {
    const { server, client, transport } = await overOwnClient((socket, _request, nth) =>
      socket.write(answer(nth === 1 ? '503 Service Unavailable' : '200 OK', '{}')),
    );
    client.interceptors.response.use((response) =>
      response.status === 503 ? client.request(response.config) : response,
    );
    expect(await transport.send(payment, { timeoutMs: 2_000 })).toMatchObject({ response: { status: 200 } });
    expect(server.requests).toHaveLength(2);
    await server.close();
  });

  it.each(['reset', '503'])(
    'sent and then not sent, by an interceptor that tries again after a %s, counts as sent',
    async (how) => {
      let stop: () => Promise<void> = async () => undefined;
      const { server, client, transport } = await overOwnClient((socket) => {
        void stop();
        if (how === 'reset') socket.resetAndDestroy();
        else socket.end(answer('503 Service Unavailable', '{}'));
      });
      stop = server.close;
      let tries = 0;
      const again = (config: InternalAxiosRequestConfig | undefined, reason: unknown) =>
        tries++ === 0 && config !== undefined ? client.request(config) : Promise.reject(reason);
      client.interceptors.response.use(
        (response) => again(response.config, response),
        (error: unknown) => again(axios.isAxiosError(error) ? error.config : undefined, error),
      );
      expect(await transport.send(payment, { timeoutMs: 5_000 })).toMatchObject({ phase: 'sent_no_answer' });
      expect([tries, server.requests.length]).toEqual([2, 1]);
    },
  );
});
