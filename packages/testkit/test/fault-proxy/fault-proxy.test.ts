import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../../src/fault-proxy/fault-proxy.ts';
import { portOf } from '../../src/port-of.ts';
import { failureOf } from '../failure-of.ts';

/** What a client saw of one question. */
interface Seen {
  readonly text: string;
  /** `end`: an orderly close. Otherwise the code of the error, or `open` when the answer was complete. */
  readonly how: string;
  readonly tookMs: number;
}

const answer = 'the whole answer';
let server: Server;
let proxy: FaultProxy;
let asked: string;
const sockets = new Set<Socket>();

beforeEach(async () => {
  asked = '';
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      asked += chunk;
      if (asked.endsWith('?')) socket.write(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await startFaultProxy({ port: portOf(server) });
});

afterEach(async () => {
  await proxy.close();
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
});

function ask(question = 'question?', waitMs = 5_000): Promise<Seen> {
  const startedMs = performance.now();
  const socket = connect(proxy.port, '127.0.0.1');
  let text = '';
  return new Promise((resolve) => {
    const finish = (how: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, how, tookMs: performance.now() - startedMs });
    };
    const timer = setTimeout(() => finish('silent'), waitMs);
    socket.write(question);
    socket.on('data', (chunk) => {
      text += chunk;
      if (text === answer) finish('open');
    });
    socket.on('end', () => finish('end'));
    socket.on('error', (error) => finish('code' in error ? String(error.code) : error.message));
  });
}

describe('startFaultProxy', () => {
  it('passes everything on without a toxic', async () => {
    expect(await ask()).toMatchObject({ text: answer, how: 'open' });
    expect(asked).toBe('question?');
    expect(proxy.accepted).toBe(1);
  });

  it('resets after bytes up, and passes on only what came before', async () => {
    proxy.inject({ type: 'reset', after: 'bytes_up', bytes: 1 });
    expect(await ask()).toMatchObject({ text: '', how: 'ECONNRESET' });
    expect(asked).toBe('');
  });

  it('resets after bytes down', async () => {
    proxy.inject({ type: 'reset', after: 'bytes_down', bytes: 3 });
    expect(await ask()).toMatchObject({ how: 'ECONNRESET' });
    expect(asked).toBe('question?');
  });

  it('truncates with an orderly close', async () => {
    proxy.inject({ type: 'truncate', bytes: 3 });
    expect(await ask()).toMatchObject({ text: 'the', how: 'end' });
  });

  it('passes an answer on slowly, and whole', async () => {
    proxy.inject({ type: 'slow', bytes: 2, intervalMs: 10 });
    const seen = await ask();
    expect(seen).toMatchObject({ text: answer, how: 'open' });
    expect(seen.tookMs).toBeGreaterThan(70);
  });

  it('takes a question into nowhere when it is half open', async () => {
    proxy.inject({ type: 'half_open' });
    expect(await ask('question?', 100)).toMatchObject({ text: '', how: 'silent' });
    expect(asked).toBe('');
  });

  it('closes on accept', async () => {
    proxy.inject({ type: 'close_on_accept' });
    expect(await ask()).toMatchObject({ text: '', how: 'end' });
    expect(asked).toBe('');
  });

  it('delays both directions', async () => {
    proxy.inject({ type: 'delay_line', delayMs: 40 });
    const seen = await ask();
    expect(seen).toMatchObject({ text: answer, how: 'open' });
    expect(seen.tookMs).toBeGreaterThanOrEqual(78);
  });

  it('closes an idle line at its far end, and still hears what was on the way', async () => {
    proxy.inject({ type: 'delay_line', delayMs: 40, closeIdleMs: 60 });
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    await once(socket, 'connect');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    // The far end has closed after 60 ms; the client will hear of it after 100 ms.
    await new Promise((resolve) => setTimeout(resolve, 75));
    socket.write('question?');
    await once(socket, 'end');
    await new Promise((resolve) => setTimeout(resolve, 60));
    socket.destroy();
    expect(asked).toBe('question?');
    expect(text).toBe('');
  });

  it('poisons the next connections only, until it is healed', async () => {
    proxy.inject({ type: 'close_on_accept' }, 1);
    expect((await ask()).how).toBe('end');
    expect((await ask()).how).toBe('open');
    proxy.inject({ type: 'close_on_accept' });
    expect((await ask()).how).toBe('end');
    expect((await ask()).how).toBe('end');
    proxy.heal();
    expect((await ask()).how).toBe('open');
  });

  it('refuses, and accepts again on the same port', async () => {
    const { port } = proxy;
    await proxy.refuse();
    expect(await failureOf(connect(port, '127.0.0.1'))).toBe('ECONNREFUSED');
    await proxy.accept();
    expect(proxy.port).toBe(port);
    expect((await ask()).how).toBe('open');
  });

  it('resets every open connection on demand', async () => {
    const asking = ask('no question mark');
    await expect.poll(() => asked).toBe('no question mark');
    proxy.reset();
    expect((await asking).how).toBe('ECONNRESET');
  });

  it('has a bound', async () => {
    await using narrow = await startFaultProxy({ port: portOf(server), maxConnections: 1 });
    const first = connect(narrow.port, '127.0.0.1');
    await once(first, 'connect');
    await expect.poll(() => narrow.accepted).toBe(1);
    const second = connect(narrow.port, '127.0.0.1');
    expect(await once(second, 'close').catch((error: unknown) => error)).toBeDefined();
    first.destroy();
  });

  it('cuts everything when it closes', async () => {
    const asking = ask('no question mark');
    await expect.poll(() => asked).toBe('no question mark');
    await proxy.close();
    expect((await asking).how).not.toBe('open');
  });
});
