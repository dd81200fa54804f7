import { once } from 'node:events';
import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { httpTransport } from '../src/index.ts';
import { readCarelessly } from './support/careless-reader.ts';
import { type HostileAnswer, hostileAnswers } from './support/hostile-answers.ts';
import { answer, startWireServer, type WireServer } from './support/wire-server.ts';

function startSaying({ bytes, ends, drips }: HostileAnswer): Promise<WireServer> {
  return startWireServer({
    onRequest: (socket) => {
      socket.write(bytes);
      if (ends === 'fin') socket.end();
      if (ends === 'reset') setTimeout(() => socket.resetAndDestroy(), 20);
      if (drips === undefined) return;
      const dripping = setInterval(() => socket.write(drips), 5);
      socket.on('close', () => clearInterval(dripping));
    },
  });
}

describe(`${hostileAnswers.length} answers that are none`, () => {
  it.concurrent.each(hostileAnswers)('$name: no answer, in time', async (hostile) => {
    await using wire = await startSaying(hostile);
    const transport = httpTransport({ origin: wire.origin });
    const startedAt = performance.now();
    const delivery = await transport.send({ method: 'POST', path: '/p', body: 'x' }, { timeoutMs: 1_500 });
    expect(delivery.phase).toBe('sent_no_answer');
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    for (const socket of wire.sockets) socket.destroy();
    await transport.close();
  });

  const silent = new Set(['the end at once', 'a reset at once']);
  it.concurrent.each(hostileAnswers)('$name: bites a client without guards', async (hostile) => {
    await using wire = await startSaying(hostile);
    const expected = silent.has(hostile.name) ? /nothing/ : /believes|waits|fills/;
    expect(await readCarelessly(wire.port)).toMatch(expected);
  });
});

describe('an answer that brings another one along', () => {
  const smuggled = 'HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nsmuggled';
  const cases: [string, 'GET' | 'HEAD', string][] = [
    ['behind a whole answer', 'GET', answer('200 OK', 'own') + smuggled],
    ['in a body that is longer than said', 'GET', `HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nown${smuggled}`],
    ['in the body of a 204', 'GET', `HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n${smuggled}`],
    ['in the body of a 304', 'GET', `HTTP/1.1 304 Not Modified\r\ncontent-length: 0\r\n\r\n${smuggled}`],
    [
      'in the body of an answer to HEAD',
      'HEAD',
      `HTTP/1.1 200 OK\r\ncontent-length: ${smuggled.length}\r\n\r\n${smuggled}`,
    ],
    [
      'behind the last chunk',
      'GET',
      `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nown\r\n0\r\n\r\n${smuggled}`,
    ],
    [
      'behind an answer without a length that keeps open',
      'GET',
      `HTTP/1.1 100 Continue\r\n\r\n${answer('200 OK', 'own')}${smuggled}`,
    ],
  ];

  it.each(cases)('%s: the next request does not get it', async (_name, method, bytes) => {
    await using wire = await startWireServer({
      onRequest: (socket, _request, nth) => socket.write(nth === 1 ? bytes : answer('200 OK', 'its own')),
    });
    const transport = httpTransport({ origin: wire.origin, limits: { maxConnections: 1 } });
    await transport.send({ method, path: '/first' }, { timeoutMs: 2_000 });
    const second = await transport.send({ method: 'GET', path: '/second' }, { timeoutMs: 2_000 });
    if (second.phase === 'answered') expect(second.response.text()).toBe('its own');
    for (const socket of wire.sockets) socket.destroy();
    await transport.close();
  });

  it.each(cases)('%s: it is there for a client that reads on', (_name, _method, bytes) => {
    expect(bytes.lastIndexOf(smuggled)).toBe(bytes.length - smuggled.length);
  });

  it('while the connection rests: the next request does not get it', async () => {
    await using wire = await startWireServer({
      onRequest: (socket, _request, nth) => socket.write(answer('200 OK', nth === 1 ? 'own' : 'its own')),
    });
    const transport = httpTransport({ origin: wire.origin, limits: { maxConnections: 1 } });
    const send = () => transport.send({ method: 'GET', path: '/' }, { timeoutMs: 2_000 });
    await send();
    const [socket] = wire.sockets;
    if (socket === undefined) throw new Error('the connection is gone');
    socket.write(smuggled);
    await Promise.race([once(socket, 'end'), once(socket, 'close')]);
    const second = await send();
    expect(second.phase === 'answered' && second.response.text()).toBe('its own');
    await transport.close();
  });

  it('before the request is whole: the next request does not get what is said about the rest', async () => {
    await using wire = await startWireServer({
      onConnection: (socket) =>
        socket.once('data', () => wire.connections === 1 && socket.write(answer('200 OK', 'early'))),
      onRequest: (socket, request) => socket.write(answer('200 OK', request.split(' ')[1] ?? '')),
    });
    const transport = httpTransport({ origin: wire.origin, limits: { maxConnections: 1 } });
    const send = async (path: string, body: string) => {
      const delivery = await transport.send({ method: 'POST', path, body }, { timeoutMs: 5_000 });
      return delivery.phase === 'answered' ? delivery.response.text() : delivery.fault;
    };
    expect(await send('/large', 'x'.repeat(16_000_000))).toBe('early');
    expect(await send('/next', 'x')).toBe('/next');
    for (const socket of wire.sockets) socket.destroy();
    await transport.close();
  });
});

describe('redirects', () => {
  const spellings = [
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://127.1',
    'http://0177.0.0.1',
    '//127.0.0.1',
  ];
  const cases = [301, 302, 303, 307, 308].flatMap((status) => spellings.map((spelling) => [status, spelling] as const));

  it.each(cases)('%i to %s: handed on, not followed; plain axios is led astray', async (status, spelling) => {
    await using trap = await startWireServer({ onRequest: (socket) => socket.write(answer('200 OK', 'trap')) });
    const location = `${spelling}:${trap.port}/trap`;
    const moved = answer(`${status} Moved`, '', `location: ${location}\r\n`);
    await using wire = await startWireServer({ onRequest: (socket) => socket.write(moved) });
    const transport = httpTransport({ origin: wire.origin });
    const delivery = await transport.send({ method: 'GET', path: '/p' }, { timeoutMs: 2_000 });
    expect(delivery).toMatchObject({ phase: 'answered', response: { status } });
    expect([wire.requests.length, trap.connections]).toEqual([1, 0]);
    await transport.close();
    expect((await axios.get(`${wire.origin}/p`, { proxy: false })).data).toBe('trap');
    expect(trap.connections).toBe(1);
  });
});
