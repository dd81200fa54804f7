import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type ConnectionOptions, connect, type TlsOptions as ServerTls } from 'node:tls';
import { type Authority, type Credential, createAuthority, selfSigned } from '@polyrail/testkit/certificate-authority';
import { beforeAll, describe, expect, it } from 'vitest';
import { pinOf } from '../src/certificate.ts';
import { httpTransport, type TlsOptions, tlsPolicy } from '../src/index.ts';
import type { TlsFailure } from '../src/tls-failure.ts';
import { answer, startWireServer } from './support/wire-server.ts';

let authority: Authority;
let stranger: Authority;
let intermediate: Authority;
let good: Credential;
let client: Credential;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([createAuthority('Test root'), createAuthority('Other root')]);
  intermediate = await authority.createIntermediate('Test intermediate');
  [good, client] = await Promise.all([authority.issue('localhost'), authority.issue('client')]);
});

const behaviour = { onRequest: (socket: { write(text: string): unknown }) => socket.write(answer('200 OK', 'done')) };

/** Sends to a server with these settings; what the fault says, or `answered`. */
async function verdict(server: ServerTls, tls: TlsOptions = {}) {
  await using wire = await startWireServer(behaviour, server);
  const transport = httpTransport({ origin: wire.origin, tls: { ca: authority.ca, ...tls } });
  const delivery = await transport.send({ method: 'POST', path: '/payments', body: '{}' }, { timeoutMs: 5_000 });
  await transport.close();
  return {
    requests: wire.requests.length,
    phase: delivery.phase,
    reason: delivery.phase === 'answered' ? 'answered' : /: (\w+) \(/.exec(delivery.fault.message)?.[1],
  };
}

/** The same, for a client of Node.js that is set up carelessly: what bites it proves that the trap is real. */
async function careless(server: ServerTls, options: ConnectionOptions): Promise<string> {
  await using wire = await startWireServer(behaviour, server);
  const socket = connect({
    port: wire.port,
    host: '127.0.0.1',
    servername: 'localhost',
    rejectUnauthorized: false,
    ...options,
  });
  const failed = once(socket, 'error').then(([error]) => String(error.code));
  const open = once(socket, 'secureConnect').then(() => socket.getProtocol() ?? 'open');
  const outcome = await Promise.race([failed, open.catch(() => 'failed')]);
  socket.destroy();
  return outcome;
}

const anything = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;

describe('certificates of the server', () => {
  const traps: [TlsFailure, string, () => Promise<ServerTls> | ServerTls][] = [
    ['certificate_expired', 'it ended yesterday', () => authority.issue('localhost', { validDays: -1 })],
    ['certificate_not_yet_valid', 'it begins tomorrow', () => authority.issue('localhost', { fromDays: 1 })],
    ['host_mismatch', 'it is for another name', () => authority.issue('elsewhere.example')],
    ['host_mismatch', 'it is for a name below', () => authority.issue('api.localhost')],
    ['certificate_self_signed', 'nobody vouches for it', () => selfSigned('localhost')],
    ['issuer_unknown', 'another authority vouches for it', () => stranger.issue('localhost')],
    [
      'issuer_unknown',
      'it comes with the root of another authority',
      async () => withChain(await stranger.issue('localhost'), stranger.ca),
    ],
    ['issuer_unknown', 'an authority in between is missing', () => intermediate.issue('localhost')],
    [
      'issuer_unknown',
      'its chain is another one',
      async () => withChain(await intermediate.issue('localhost'), stranger.ca),
    ],
    [
      'weak_key',
      'its key is RSA 1024',
      async () => ({ ...(await authority.issue('localhost', { rsaBits: 1_024 })), ciphers: 'ALL:@SECLEVEL=0' }),
    ],
  ];

  it.each(traps)('%s: %s', async (reason, _name, server) => {
    expect(await verdict(await server())).toEqual({ requests: 0, phase: 'not_sent', reason });
  });

  it.each(traps)('%s: %s – a careless client takes it', async (_reason, _name, server) => {
    expect(await careless(await server(), anything)).toMatch(/^TLSv1\.[23]$/);
  });

  it('a chain that leads to the root is taken', async () => {
    const server = withChain(await intermediate.issue('localhost'), intermediate.ca);
    expect(await verdict(server)).toMatchObject({ reason: 'answered' });
  });

  it('RSA 2048 is taken', async () => {
    expect(await verdict(await authority.issue('localhost', { rsaBits: 2_048 }))).toMatchObject({ reason: 'answered' });
  });
});

describe('versions', () => {
  const old = (version: 'TLSv1' | 'TLSv1.1'): ServerTls => ({
    ...good,
    minVersion: version,
    maxVersion: version,
    ciphers: 'ALL:@SECLEVEL=0',
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)(
    '%s is refused by our side, though the server really speaks it',
    async (version) => {
      expect(await careless(old(version), anything)).toBe(version);
      expect(await verdict(old(version))).toEqual({ requests: 0, phase: 'not_sent', reason: 'protocol_version' });
    },
  );

  it.each(['TLSv1', 'TLSv1.1'] as const)(
    '%s is refused by a server with our policy, though the client really speaks it',
    async (version) => {
      const probe = { ...anything, maxVersion: version } as const;
      expect(await careless(old(version), probe)).toBe(version);
      expect(await careless({ ...good, ...tlsPolicy }, probe)).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
    },
  );

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('%s is spoken in both directions', async (version) => {
    const server = { ...good, ...tlsPolicy, minVersion: version, maxVersion: version };
    expect(await verdict(server)).toMatchObject({ reason: 'answered' });
  });

  it.each([
    ['without forward secrecy', 'AES256-GCM-SHA384'],
    ['without authenticated encryption', 'ECDHE-RSA-AES256-SHA384'],
  ])('a cipher %s is refused', async (_name, ciphers) => {
    const server = {
      ...(await authority.issue('localhost', { rsaBits: 2_048 })),
      ciphers,
      maxVersion: 'TLSv1.2',
    } as const;
    expect(await careless(server, { ciphers: 'ALL:@SECLEVEL=0' })).toBe('TLSv1.2');
    expect(await verdict(server)).toMatchObject({ requests: 0, phase: 'not_sent', reason: 'handshake_failed' });
  });

  it('a server that speaks no TLS', async () => {
    await using wire = await startWireServer({ onConnection: (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n') });
    const transport = httpTransport({ origin: wire.origin.replace('http:', 'https:') });
    const delivery = await transport.send({ method: 'GET', path: '/' }, { timeoutMs: 5_000 });
    expect(delivery).toMatchObject({ phase: 'not_sent', fault: { message: expect.stringContaining('not_tls') } });
    await transport.close();
  });
});

describe('pins', () => {
  const other = `${'A'.repeat(43)}=`;
  const pin = (pem: string) => pinOf(new X509Certificate(pem));

  it.each([
    ['of the server', () => pin(good.cert)],
    ['of the authority', () => pin(authority.ca)],
  ])('the key %s is enough', async (_name, key) => {
    expect(await verdict(good, { pins: [other, key()] })).toMatchObject({ reason: 'answered' });
  });

  it('a pin that was taken back', async () => {
    const before = await verdict(good, { pins: [pin(good.cert), other] });
    const after = await verdict(good, { pins: [`${'B'.repeat(43)}=`, other] });
    expect([before.reason, after]).toEqual(['answered', { requests: 0, phase: 'not_sent', reason: 'pin_mismatch' }]);
  });

  it('a pin does not stand in for the other checks', async () => {
    const wrong = await authority.issue('elsewhere.example');
    expect(await verdict(wrong, { pins: [pin(wrong.cert), other] })).toMatchObject({ reason: 'host_mismatch' });
  });

  it('a certificate that is shown beside, and vouches for nothing, does not count', async () => {
    const namesake = await createAuthority('Test root');
    const server = { ...good, cert: `${good.cert}\n${namesake.ca}` };
    expect(await verdict(server, { pins: [pin(namesake.ca), other] })).toMatchObject({ reason: 'pin_mismatch' });
  });

  it.each([[[other]], [[other, 'no pin']], [[]]])('%j is refused when the transport is made', (pins) => {
    expect(() => httpTransport({ origin: 'https://localhost', tls: { pins } })).toThrowError(/two or more/);
  });
});

describe('lists of revoked certificates', () => {
  it('a revoked one is refused, one that is not is taken', async () => {
    const revoked = await authority.issue('localhost');
    const tls = { crl: await authority.revoke([revoked]) };
    expect(await verdict(good, tls)).toMatchObject({ reason: 'answered' });
    expect(await verdict(revoked, tls)).toEqual({ requests: 0, phase: 'not_sent', reason: 'certificate_revoked' });
    // Without the list nobody would know.
    expect(await verdict(revoked)).toMatchObject({ reason: 'answered' });
    expect(await careless(revoked, { ...anything, ...tls, ca: authority.ca })).toMatch(/^TLSv1\.[23]$/);
  });

  it('an authority in between that is revoked takes all below with it', async () => {
    const server = withChain(await intermediate.issue('localhost'), intermediate.ca);
    const own = await intermediate.revoke([]);
    const untouched = { crl: [await authority.revoke([]), own] };
    expect(await verdict(server, untouched)).toMatchObject({ reason: 'answered' });
    const revoked = { crl: [await authority.revoke([{ cert: intermediate.ca, key: '' }]), own] };
    expect(await verdict(server, revoked)).toMatchObject({ phase: 'not_sent', reason: 'certificate_revoked' });
  });

  it.each([
    ['that is too old', () => authority.revoke([], -1)],
    ['of another authority', () => stranger.revoke([])],
    ['of a namesake', async () => (await createAuthority('Test root')).revoke([])],
    ['of the root alone', () => authority.revoke([])],
  ])('a list %s says nothing, so nobody is believed', async (name, list) => {
    const server = name.endsWith('alone') ? withChain(await intermediate.issue('localhost'), intermediate.ca) : good;
    const refused = { requests: 0, phase: 'not_sent', reason: 'revocation_unknown' };
    expect(await verdict(server, { crl: await list() })).toEqual(refused);
  });

  it('a list that is none shows when the transport is made', () => {
    const make = () => httpTransport({ origin: 'https://localhost', tls: { crl: 'no list' } });
    expect(make).toThrowError(/list of revoked certificates is not PEM/);
  });
});

describe('certificates of the client', () => {
  const demanding = (maxVersion: 'TLSv1.2' | 'TLSv1.3') =>
    ({ ...good, ca: authority.ca, requestCert: true, maxVersion }) as const;

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('%s: a trusted one is taken', async (version) => {
    expect(await verdict(demanding(version), client)).toMatchObject({ reason: 'answered' });
  });

  it('TLSv1.2: a missing one', async () => {
    const refused = { requests: 0, phase: 'not_sent', reason: 'client_certificate_refused' };
    expect(await verdict(demanding('TLSv1.2'))).toEqual(refused);
  });

  it('TLSv1.3: a missing one, known only after the request may have left', async () => {
    const refused = { requests: 0, phase: 'sent_no_answer', reason: 'client_certificate_refused' };
    expect(await verdict(demanding('TLSv1.3'))).toEqual(refused);
  });

  it('a weak one shows when the transport is made', async () => {
    const weak = await authority.issue('client', { rsaBits: 1_024 });
    expect(() => httpTransport({ origin: 'https://localhost', tls: weak })).toThrowError(/key that is too weak/);
  });
});

function withChain({ cert, key }: Credential, ...above: string[]): Credential {
  return { cert: [cert, ...above].join('\n'), key };
}
