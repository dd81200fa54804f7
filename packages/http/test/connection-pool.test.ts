import type { Delivery } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { type HttpLimits, type HttpRequest, type HttpResponse, httpTransport } from '../src/index.ts';
import { answer, startWireServer } from './support/wire-server.ts';

const payment: HttpRequest = { method: 'POST', path: '/payments', body: '{}' };
const ok = answer('200 OK', 'done');

function open(origin: string, limits: Partial<HttpLimits>) {
  const transport = httpTransport({ origin, limits });
  return { transport, send: (timeoutMs = 2_000) => transport.send(payment, { timeoutMs }) };
}

function phases(deliveries: readonly Delivery<HttpResponse>[]): string[] {
  return deliveries.map(({ phase }) => phase);
}

describe('a pool of connections', () => {
  it('opens no more connections than allowed and sends one request at a time on each', async () => {
    let inFlight = 0;
    let most = 0;
    await using server = await startWireServer({
      onRequest: (socket) => {
        most = Math.max(most, ++inFlight);
        setTimeout(() => {
          inFlight--;
          socket.write(ok);
        }, 5);
      },
    });
    const { transport, send } = open(server.origin, { maxConnections: 3 });
    const deliveries = await Promise.all(Array.from({ length: 30 }, () => send()));
    expect(new Set(phases(deliveries))).toEqual(new Set(['answered']));
    expect(server.requests).toHaveLength(30);
    expect(most).toBe(3);
    expect(server.connections).toBe(3);
    await transport.close();
  });

  it('keeps to the bound while connecting fails, and recovers', async () => {
    const first = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const { transport, send } = open(first.origin, { maxConnections: 2 });
    await first.close();
    const refused = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(new Set(phases(refused))).toEqual(new Set(['not_sent']));
    await using again = await startWireServer(
      { onRequest: (socket) => setTimeout(() => socket.write(ok), 5) },
      undefined,
      first.port,
    );
    const answered = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(new Set(phases(answered))).toEqual(new Set(['answered']));
    expect(again.connections).toBe(2);
    await transport.close();
  });

  it('serves the queue over connections that end after each answer', async () => {
    const last = answer('200 OK', 'done', 'connection: close\r\n');
    await using server = await startWireServer({ onRequest: (socket) => socket.end(last) });
    const { transport, send } = open(server.origin, { maxConnections: 2 });
    const deliveries = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(new Set(phases(deliveries))).toEqual(new Set(['answered']));
    expect(server.requests).toHaveLength(20);
    await transport.close();
  });

  it('serves the queue over connections that break', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.resetAndDestroy() });
    const { transport, send } = open(server.origin, { maxConnections: 2 });
    const deliveries = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(new Set(phases(deliveries))).toEqual(new Set(['sent_no_answer']));
    expect(server.requests).toHaveLength(20);
    await transport.close();
  });

  it('a request whose time ends in the queue is never sent', async () => {
    const held: (() => void)[] = [];
    await using server = await startWireServer({ onRequest: (socket) => held.push(() => socket.write(ok)) });
    const { transport, send } = open(server.origin, { maxConnections: 1 });
    const first = send();
    const second = await send(50);
    expect(second).toMatchObject({ phase: 'not_sent', fault: { code: 'timeout' } });
    held[0]?.();
    expect((await first).phase).toBe('answered');
    await transport.close();
    expect(server.requests).toHaveLength(1);
  });

  it('a full queue refuses at once', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const { transport, send } = open(server.origin, { maxConnections: 1, maxQueued: 2 });
    const deliveries = await Promise.all([send(), send(), send(), send()]);
    expect(phases(deliveries)).toEqual(['answered', 'answered', 'answered', 'not_sent']);
    await transport.close();
  });

  it('goes on after an attempt that was ended on its only connection', async () => {
    let nth = 0;
    await using server = await startWireServer({ onRequest: (socket) => ++nth > 1 && socket.write(ok) });
    const { transport, send } = open(server.origin, { maxConnections: 1 });
    const [hung, next] = await Promise.all([send(60), send()]);
    expect(hung.phase).toBe('sent_no_answer');
    expect(next.phase).toBe('answered');
    expect(server.requests).toHaveLength(2);
    await transport.close();
  });

  it('lets requests in flight and in the queue end before it closes', async () => {
    await using server = await startWireServer({ onRequest: (socket) => setTimeout(() => socket.write(ok), 20) });
    const { transport, send } = open(server.origin, { maxConnections: 1 });
    const ended: string[] = [];
    for (let count = 0; count < 2; count++) void send().then(({ phase }) => ended.push(phase));
    await Promise.all([transport.close(), transport.close()]);
    expect(ended).toEqual(['answered', 'answered']);
    expect(await send()).toMatchObject({ phase: 'not_sent', fault: { code: 'aborted' } });
  });

  it('closes an idle connection after its time, or sooner when the server says so', async () => {
    const closed: number[] = [];
    await using server = await startWireServer({
      onConnection: (socket) => socket.on('end', () => closed.push(Date.now()) && socket.end()),
      onRequest: (socket) => socket.write(ok),
    });
    const { transport, send } = open(server.origin, { keepAliveMs: 40 });
    await send();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(closed).toHaveLength(1);
    await transport.close();
  });

  it('reuses a connection', async () => {
    await using server = await startWireServer({ onRequest: (socket) => socket.write(ok) });
    const { transport, send } = open(server.origin, {});
    for (let count = 0; count < 20; count++) await send();
    expect(server.connections).toBe(1);
    await transport.close();
  });
});

describe('one send is at most one request on the wire', () => {
  it.each(['GET', 'POST'] as const)(
    '%s, when the server closes a reused connection as the request arrives',
    async (method) => {
      let sent = 0;
      await using server = await startWireServer({
        // Every second request on the wire is read and then dropped with its connection.
        onRequest: (socket, _request, nth) => (nth % 2 === 0 ? socket.resetAndDestroy() : socket.write(ok)),
      });
      const transport = httpTransport({ origin: server.origin });
      const seen: string[] = [];
      for (; sent < 40; sent++) {
        const { phase } = await transport.send({ method, path: `/payments/${sent}` }, { timeoutMs: 2_000 });
        seen.push(phase);
      }
      expect(server.requests).toHaveLength(sent);
      expect(new Set(server.requests.map((request) => request.split(' ')[1])).size).toBe(sent);
      expect(seen.filter((phase) => phase === 'sent_no_answer')).toHaveLength(sent / 2);
      await transport.close();
    },
  );

  it('when an idle timeout of the server races with the next request', async () => {
    await using server = await startWireServer({
      onRequest: (socket) => socket.write(ok, () => setTimeout(() => socket.end(), 5)),
    });
    const transport = httpTransport({ origin: server.origin });
    const paths: string[] = [];
    for (let nth = 0; nth < 60; nth++) {
      const path = `/payments/${nth}`;
      const { phase } = await transport.send({ ...payment, path }, { timeoutMs: 2_000 });
      const read = server.requests.filter((request) => request.startsWith(`POST ${path} `)).length;
      expect(read).toBeLessThanOrEqual(1);
      if (phase === 'not_sent') expect(read).toBe(0);
      if (phase === 'answered') expect(read).toBe(1);
      paths.push(path);
      await new Promise((resolve) => setTimeout(resolve, 3 + (nth % 5)));
    }
    expect(server.requests.length).toBeLessThanOrEqual(paths.length);
    await transport.close();
  });
});
