import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import type { TlsOptions as ServerTls } from 'node:tls';
import type { Delivery, TransportFaultCode } from '@polyrail/core/provider';
import { type Authority, type Credential, createAuthority } from '@polyrail/testkit/certificate-authority';
import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpRequest, type HttpResponse, type HttpTransportOptions, httpTransport } from '../src/index.ts';
import { openBlackHole } from './support/black-hole.ts';
import { answer, startWireServer, type WireBehaviour, type WireServer } from './support/wire-server.ts';

const payment: HttpRequest = { method: 'POST', path: '/payments', body: '{"amount":5000}' };
const ok: WireBehaviour = { onRequest: (socket) => socket.write(answer('200 OK', 'done')) };

let authority: Authority;
let stranger: Authority;
let valid: Credential;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([createAuthority('Test root'), createAuthority('Other root')]);
  valid = await authority.issue('localhost');
});

async function send(options: HttpTransportOptions, timeoutMs = 2_000): Promise<Delivery<HttpResponse>> {
  const transport = httpTransport(options);
  const delivery = await transport.send(payment, { timeoutMs });
  await transport.close();
  return delivery;
}

/** Sends to a TLS server and says how far it got and what the server read. */
async function sendTls(server: ServerTls, options: Partial<HttpTransportOptions> = {}, behaviour = ok) {
  await using wire = await startWireServer(behaviour, server);
  const delivery = await send({ origin: wire.origin, tls: { ca: authority.ca }, ...options });
  return { delivery, requests: wire.requests.length };
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

function notSent(code: TransportFaultCode): object {
  return { phase: 'not_sent', fault: { code } };
}

describe('connecting', () => {
  it('a closed port is connection_refused', async () => {
    const wire = await startWireServer(ok);
    await wire.close();
    expect(await send({ origin: wire.origin })).toMatchObject(notSent('connection_refused'));
  });

  it('a name without an address is name_unresolved', async () => {
    expect(await send({ origin: 'https://payments.invalid' }, 10_000)).toMatchObject(notSent('name_unresolved'));
  });

  it('a SYN without an answer is connect_timeout', async () => {
    const hole = await openBlackHole();
    const options = { origin: `http://127.0.0.1:${hole.port}`, limits: { connectTimeoutMs: 150 } };
    const startedAt = Date.now();
    expect(await send(options)).toMatchObject(notSent('connect_timeout'));
    expect(Date.now() - startedAt).toBeLessThan(8_000);
    await hole.close();
  });

  it('the deadline of the attempt may end it first', async () => {
    const hole = await openBlackHole();
    const transport = httpTransport({
      origin: `http://127.0.0.1:${hole.port}`,
      limits: { connectTimeoutMs: 300 },
    });
    expect(await transport.send(payment, { timeoutMs: 50 })).toMatchObject(notSent('timeout'));
    await transport.close();
    await hole.close();
  });
});

describe('TLS', () => {
  it('accepts a server whose certificate the given authority issued', async () => {
    expect(await sendTls(valid)).toMatchObject({ delivery: { phase: 'answered' }, requests: 1 });
  });

  it('refuses an expired certificate', async () => {
    const expired = await authority.issue('localhost', { validDays: -1 });
    const seen = await sendTls(expired);
    expect(seen).toMatchObject({ delivery: notSent('tls_failed'), requests: 0 });
    expect(JSON.stringify(seen)).toContain('CERT_HAS_EXPIRED');
  });

  it.each([
    ['an unknown authority', () => stranger.issue('localhost')],
    ['another host name', () => authority.issue('elsewhere.example')],
  ])('refuses %s', async (_name, issue) => {
    expect(await sendTls(await issue())).toMatchObject({ delivery: notSent('tls_failed'), requests: 0 });
  });

  it('refuses what the system does not trust when no authority is given', async () => {
    await using wire = await startWireServer(ok, valid);
    expect(await send({ origin: wire.origin })).toMatchObject(notSent('tls_failed'));
  });

  it('NODE_TLS_REJECT_UNAUTHORIZED does not switch the check off', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const seen = await sendTls(await stranger.issue('localhost'));
      expect(seen).toMatchObject({ delivery: notSent('tls_failed'), requests: 0 });
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  it('refuses TLS 1.1, which the server would speak', async () => {
    const old: ServerTls = { ...valid, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' };
    expect(await sendTls(old)).toMatchObject({ delivery: notSent('tls_failed'), requests: 0 });
  });

  it('a certificate of the client is asked for in TLS 1.2: not sent without one', async () => {
    const mutual: ServerTls = { ...valid, ca: authority.ca, requestCert: true, maxVersion: 'TLSv1.2' };
    expect(await sendTls(mutual)).toMatchObject({ delivery: notSent('tls_failed'), requests: 0 });
  });

  it('a certificate of the client is asked for in TLS 1.3: the refusal comes after the start, so it counts as sent', async () => {
    const mutual: ServerTls = { ...valid, ca: authority.ca, requestCert: true, minVersion: 'TLSv1.3' };
    expect(await sendTls(mutual)).toMatchObject({ delivery: { phase: 'sent_no_answer' }, requests: 0 });
  });

  it('presents the certificate of the client', async () => {
    const client = await authority.issue('client');
    const mutual: ServerTls = { ...valid, ca: authority.ca, requestCert: true };
    const seen = await sendTls(mutual, { tls: { ca: authority.ca, ...client } });
    expect(seen).toMatchObject({ delivery: { phase: 'answered' } });
  });

  it('a server that speaks plain HTTP is tls_failed', async () => {
    await using wire = await startWireServer({ onConnection: (socket) => socket.write(answer('200 OK', 'x')) });
    expect(await send({ origin: wire.origin.replace('http:', 'https:') })).toMatchObject(notSent('tls_failed'));
  });

  it('a reset inside the handshake is tls_failed', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    expect(await send({ origin: `https://127.0.0.1:${portOf(server)}` })).toMatchObject(notSent('tls_failed'));
    server.close();
  });

  it('a handshake without an answer is connect_timeout', async () => {
    await using wire: WireServer = await startWireServer({});
    const options = { origin: wire.origin.replace('http:', 'https:'), limits: { connectTimeoutMs: 100 } };
    expect(await send(options)).toMatchObject(notSent('connect_timeout'));
  });

  it('a connection that comes after the deadline carries nothing, and serves the next request', async () => {
    await using wire = await startWireServer(ok, valid);
    const slow = createServer((socket) => {
      socket.on('error', () => undefined);
      setTimeout(() => socket.pipe(connect(wire.port, '127.0.0.1')).pipe(socket), 80);
    });
    slow.listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const transport = httpTransport({
      origin: `https://localhost:${portOf(slow)}`,
      tls: { ca: authority.ca },
      limits: { maxConnections: 1 },
    });
    expect(await transport.send(payment, { timeoutMs: 30 })).toMatchObject(notSent('timeout'));
    expect(await transport.send({ ...payment, path: '/next' }, { timeoutMs: 2_000 })).toMatchObject({
      phase: 'answered',
    });
    expect(wire.requests.map((request) => request.split(' ')[1])).toEqual(['/next']);
    expect(wire.connections).toBe(1);
    await transport.close();
    slow.close();
  });

  it('a key that does not fit shows when the transport is made', () => {
    const make = () => httpTransport({ origin: 'https://localhost', tls: { cert: valid.cert, key: 'no key' } });
    expect(make).toThrowError(expect.objectContaining({ code: 'transport_invalid' }));
  });
});
