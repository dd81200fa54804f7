import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ShiftedClock } from '@polyrail/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpsMessages } from '../../src/transport/https-messages.ts';
import type { MessageTransport } from '../../src/transport/message-transport.ts';

const message = { name: 'M-1', xml: '<Document xmlns="urn:x">ü</Document>' };
const clock = new ShiftedClock();

describe('httpsMessages', () => {
  let answer = { status: 202, body: '' };
  let seen: { headers: IncomingHttpHeaders; body: string } | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen = { headers: request.headers, body: Buffer.concat(chunks).toString() };
      response.writeHead(answer.status, { 'content-type': 'application/xml' }).end(answer.body);
    });
  });
  let channel: MessageTransport;

  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    channel = httpsMessages({ origin: `http://127.0.0.1:${port}`, path: '/messages', clock });
  });

  afterAll(async () => {
    await channel.close();
    server.close();
  });

  it('says when a message leaves, however old it is inside', async () => {
    clock.shift(3_600_000);
    await channel.send(message, { timeoutMs: 20_000 });
    expect(seen?.body).toBe(message.xml);
    expect(seen?.headers['content-type']).toMatch(/^application\/xml/);
    const late = clock.now() - Date.parse(seen?.headers.date ?? '');
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(30_000);
  });

  it.each([
    [202, '', { kind: 'accepted' }],
    [200, '', { kind: 'accepted' }],
    [200, '<a/>', { kind: 'message', bytes: Buffer.from('<a/>') }],
    [401, '', { kind: 'refused', decoded: { kind: 'rejected', reason: 'provider_unauthorized' } }],
    [429, '', { kind: 'refused', decoded: { kind: 'rejected', reason: 'rate_limited' } }],
    [500, '', { kind: 'refused', decoded: { kind: 'unknown' } }],
  ])('reads the answer %i %j', async (status, body, expected) => {
    answer = { status, body };
    const delivery = await channel.send(message, { timeoutMs: 20_000 });
    expect(delivery).toMatchObject({ phase: 'answered', response: expected });
  });
});
