import { brotliCompressSync, gzipSync } from 'node:zlib';
import {
  type Clock,
  type Delivery,
  type SendContext,
  systemClock,
  type TransportFaultCode,
} from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import {
  createHttpClient,
  type HttpRequest,
  type HttpResponse,
  type HttpTransportOptions,
  httpTransport,
} from '../src/index.ts';
import { answer, startWireServer, type WireBehaviour } from './support/wire-server.ts';

const payment: HttpRequest = { method: 'POST', path: '/payments', body: '{"amount":5000}' };

interface Seen {
  readonly delivery: Delivery<HttpResponse>;
  /** Whole requests that the server read. */
  readonly requests: number;
}

async function exchange(
  behaviour: WireBehaviour,
  context: Partial<SendContext> = {},
  options: Partial<HttpTransportOptions> = {},
): Promise<Seen> {
  await using server = await startWireServer(behaviour);
  const transport = httpTransport({ origin: server.origin, ...options });
  const delivery = await transport.send(payment, { timeoutMs: 2_000, ...context });
  await transport.close();
  return { delivery, requests: server.requests.length };
}

const ok = answer('200 OK', '{"status":"captured"}');
const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

describe('an exchange that was read by the server but has no whole answer', () => {
  const cases: readonly [string, TransportFaultCode, NonNullable<WireBehaviour['onRequest']>][] = [
    ['reset', 'connection_lost', (socket) => socket.resetAndDestroy()],
    ['end of the connection', 'connection_lost', (socket) => socket.end()],
    ['half a status line', 'connection_lost', (socket) => socket.end('HTTP/1.1 2')],
    ['an early hint and no more', 'connection_lost', (socket) => socket.end('HTTP/1.1 103 Early Hints\r\n\r\n')],
    ['hang', 'timeout', () => undefined],
    ['header section that never ends', 'timeout', (socket) => socket.write('HTTP/1.1 200 OK\r\nx-a: b\r\n')],
    [
      'reset inside the body',
      'body_broken',
      (socket) => socket.write(`${ok.slice(0, -3)}`, () => socket.resetAndDestroy()),
    ],
    ['body shorter than its length', 'body_broken', (socket) => socket.end(ok.slice(0, -3))],
    ['chunked body cut off', 'body_broken', (socket) => socket.end(`${chunked}5\r\nhello\r\n`)],
    ['malformed chunk size', 'body_broken', (socket) => socket.write(`${chunked}zz\r\nhello\r\n0\r\n\r\n`)],
    ['not HTTP at all', 'protocol_violation', (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')],
    [
      'two lengths',
      'protocol_violation',
      (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'),
    ],
    [
      '40 KB of headers',
      'headers_too_large',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(40_000)}\r\n\r\n`),
    ],
    [
      'switching protocols',
      'connection_lost',
      (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    ],
    [
      'malformed gzip',
      'body_broken',
      (socket) => socket.write(answer('200 OK', 'not gzip', 'content-encoding: gzip\r\n')),
    ],
    [
      'unknown content coding',
      'body_broken',
      (socket) => socket.write(answer('200 OK', 'x', 'content-encoding: zstd\r\n')),
    ],
    ['body above the limit', 'body_too_large', (socket) => socket.write(answer('200 OK', 'a'.repeat(2_000_000)))],
  ];

  it.each(cases)('%s is %s', async (_name, code, onRequest) => {
    const { delivery, requests } = await exchange({ onRequest }, { timeoutMs: code === 'timeout' ? 80 : 2_000 });
    expect(delivery).toMatchObject({ phase: 'sent_no_answer', fault: { code } });
    expect(requests).toBe(1);
  });

  it('a body that ends with its connection is not whole after a reset', async () => {
    const { delivery } = await exchange({
      onRequest: (socket) =>
        socket.write('HTTP/1.1 200 OK\r\n\r\n{"status":"cap', () => setTimeout(() => socket.resetAndDestroy(), 30)),
    });
    expect(delivery).toMatchObject({ phase: 'sent_no_answer', fault: { code: 'body_broken' } });
  });

  it('a body that drips ends at the deadline', async () => {
    const startedAt = Date.now();
    const { delivery } = await exchange(
      {
        onRequest: (socket) => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
          const drip = setInterval(() => socket.write('a'), 20);
          socket.on('close', () => clearInterval(drip));
        },
      },
      { timeoutMs: 1_500 },
    );
    expect(delivery).toMatchObject({ phase: 'sent_no_answer', fault: { code: 'timeout' } });
    expect(Date.now() - startedAt).toBeLessThan(8_000);
  });

  it('a gzip bomb ends at the limit, in bounded memory', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000));
    const before = process.memoryUsage().rss;
    const { delivery } = await exchange({
      onRequest: (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
        socket.write(bomb);
      },
    });
    expect(delivery).toMatchObject({ phase: 'sent_no_answer', fault: { code: 'body_too_large' } });
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it('an abort by the caller ends the attempt and its connection', async () => {
    const caller = new AbortController();
    await using server = await startWireServer({ onRequest: () => caller.abort() });
    const transport = httpTransport({ origin: server.origin });
    const delivery = await transport.send(payment, { timeoutMs: 2_000, signal: caller.signal });
    expect(delivery).toMatchObject({ phase: 'sent_no_answer', fault: { code: 'aborted' } });
    await expect.poll(() => [...server.sockets].every((socket) => socket.readableEnded)).toBe(true);
    expect(server.connections).toBe(1);
    await transport.close();
  });

  it('a connection that ends before the server read anything counts as sent: nothing tells the two apart', async () => {
    const { delivery, requests } = await exchange({ onConnection: (socket) => socket.pause().end() });
    expect(delivery).toMatchObject({ phase: 'sent_no_answer', fault: { code: 'connection_lost' } });
    expect(requests).toBe(0);
  });

  it('a reset on accept is never an answer', async () => {
    const { delivery, requests } = await exchange({ onConnection: (socket) => socket.resetAndDestroy() });
    expect(delivery.phase).not.toBe('answered');
    expect(requests).toBe(0);
  });
});

describe('an exchange with a whole answer', () => {
  const cases: readonly [string, number, string, string][] = [
    ['length', 200, '{"status":"captured"}', ok],
    ['chunks', 200, 'hello', `${chunked}2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n`],
    ['no content', 204, '', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['a decline', 402, '{}', answer('402 Payment Required', '{}')],
    ['a server error', 503, 'busy', answer('503 Service Unavailable', 'busy')],
    ['an early hint first', 201, 'x', `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${answer('201 Created', 'x')}`],
    [
      'a redirect, not followed',
      307,
      '',
      answer('307 Temporary Redirect', '', 'location: https://elsewhere.example/\r\n'),
    ],
  ];

  it.each(cases)('%s', async (_name, status, body, bytes) => {
    const { delivery, requests } = await exchange({ onRequest: (socket) => socket.write(bytes) });
    expect(delivery).toMatchObject({ phase: 'answered', response: { status } });
    expect(delivery.phase === 'answered' && delivery.response.text()).toBe(body);
    expect(requests).toBe(1);
  });

  it('the end of the connection ends a body without a length', async () => {
    const { delivery } = await exchange({ onRequest: (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nwhole') });
    expect(delivery.phase === 'answered' && delivery.response.text()).toBe('whole');
  });

  it.each([
    ['gzip', gzipSync('coded')],
    ['br', brotliCompressSync('coded')],
  ])('a %s body that nobody asked for is decoded', async (coding, body) => {
    const { delivery } = await exchange({
      onRequest: (socket, request) => {
        expect(request).toContain('accept-encoding: identity');
        socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: ${coding}\r\ncontent-length: ${body.length}\r\n\r\n`);
        socket.write(body);
      },
    });
    expect(delivery.phase === 'answered' && delivery.response.text()).toBe('coded');
  });

  it('a body in many pieces is put together', async () => {
    const { delivery } = await exchange({
      onRequest: (socket) => {
        const bytes = answer('200 OK', 'a'.repeat(900_000));
        socket.write(bytes.slice(0, 100));
        setImmediate(() => socket.write(bytes.slice(100)));
      },
    });
    expect(delivery.phase === 'answered' && delivery.response.body.byteLength).toBe(900_000);
  });
});

describe('an attempt that ends before the start', () => {
  it.each([
    ['its time is over', { timeoutMs: 0 }, 'timeout'],
    ['its time is not a number', { timeoutMs: Number.NaN }, 'timeout'],
    ['the caller gave up before', { timeoutMs: 100, signal: AbortSignal.abort() }, 'aborted'],
  ])('%s: nothing is sent', async (_name, context, code) => {
    const { delivery, requests } = await exchange({ onRequest: (socket) => socket.write(ok) }, context);
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { code } });
    expect(requests).toBe(0);
  });
});

describe('a process that stood still while it connected', () => {
  async function sendAcrossAPause(options: (origin: string, clock: Clock) => HttpTransportOptions) {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    let stoodStillMs = 0;
    const clock = { ...systemClock, now: () => systemClock.now() + stoodStillMs };
    const transport = httpTransport(options(server.origin, clock));
    const late = transport.send(payment, { timeoutMs: 10_000 });
    stoodStillMs = 120_000;
    const deliveries = [await late, await transport.send(payment, { timeoutMs: 10_000 })];
    await transport.close();
    return { deliveries, requests: server.requests.length };
  }

  it('does not send what is too late, and goes on', async () => {
    const { deliveries, requests } = await sendAcrossAPause((origin, clock) => ({ origin, clock }));
    expect(deliveries).toMatchObject([{ phase: 'not_sent', fault: { code: 'timeout' } }, { phase: 'answered' }]);
    expect(requests).toBe(1);
  });

  it('nor through its axios face', async () => {
    const { deliveries, requests } = await sendAcrossAPause((origin, clock) => ({
      origin,
      clock,
      client: createHttpClient({ origin }),
    }));
    expect(deliveries).toMatchObject([{ phase: 'not_sent' }, { phase: 'answered' }]);
    expect(requests).toBe(1);
  });
});
