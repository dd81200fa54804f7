import { TLSSocket } from 'node:tls';
import { Secret } from '@polyrail/core/provider';
import { type Authority, type Credential, createAuthority } from '@polyrail/testkit/certificate-authority';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CertificateNotice, createHttpClient, httpTransport, RotatingTls } from '../src/index.ts';
import { pfxOf } from './support/pfx.ts';
import { answer, startWireServer, type WireBehaviour } from './support/wire-server.ts';

let authority: Authority;
let server: Credential;
let first: Credential;
let second: Credential;
let rsa: Credential;

beforeAll(async () => {
  // RSA throughout, because the writer of archives knows nothing else.
  authority = await createAuthority('Test root', 2_048);
  [server, first, second, rsa] = await Promise.all([
    authority.issue('localhost'),
    authority.issue('first'),
    authority.issue('second'),
    authority.issue('rsa', { rsaBits: 2_048 }),
  ]);
});

/** A server that wants a certificate and answers with its name. */
async function startNaming(hold?: (answer: () => void) => void) {
  const naming: WireBehaviour = {
    onRequest: (socket) => {
      const name = socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.subject : 'none';
      const reply = () => socket.write(answer('200 OK', name ?? 'none'));
      if (hold === undefined) reply();
      else hold(reply);
    },
  };
  return startWireServer(naming, { ...server, ca: authority.ca, requestCert: true });
}

function payerOf(origin: string, tls: RotatingTls) {
  const transport = httpTransport({ origin, tls });
  const pay = async () => {
    const delivery = await transport.send({ method: 'GET', path: '/' }, { timeoutMs: 5_000 });
    return delivery.phase === 'answered' ? delivery.response.text() : delivery.fault.message;
  };
  return { pay, transport, [Symbol.asyncDispose]: () => transport.close() };
}

describe('a certificate that is replaced', () => {
  it('is shown on the next connection; the idle ones close', async () => {
    await using wire = await startNaming();
    const tls = new RotatingTls({ ca: authority.ca, ...first });
    await using payer = payerOf(wire.origin, tls);
    expect([await payer.pay(), await payer.pay()]).toEqual(['CN=first', 'CN=first']);
    tls.replace({ ca: authority.ca, ...second });
    expect([await payer.pay(), await payer.pay()]).toEqual(['CN=second', 'CN=second']);
    expect(wire.connections).toBe(2);
    expect(wire.sockets.size).toBe(1);
  });

  it('a request under way ends on its connection, which then closes', async () => {
    const held: (() => void)[] = [];
    await using wire = await startNaming((reply) => held.push(reply));
    const tls = new RotatingTls({ ca: authority.ca, ...first });
    await using payer = payerOf(wire.origin, tls);
    const underWay = payer.pay();
    while (held.length < 1) await new Promise(setImmediate);
    tls.replace({ ca: authority.ca, ...second });
    const next = payer.pay();
    while (held.length < 2) await new Promise(setImmediate);
    for (const reply of held) reply();
    expect([await underWay, await next]).toEqual(['CN=first', 'CN=second']);
    while (wire.sockets.size > 1) await new Promise(setImmediate);
  });

  it('under load no request is lost', async () => {
    await using wire = await startNaming();
    const tls = new RotatingTls({ ca: authority.ca, ...first });
    await using payer = payerOf(wire.origin, tls);
    const names: unknown[] = [];
    const lane = async () => {
      for (let nth = 0; nth < 25; nth++) names.push(await payer.pay());
    };
    const lanes = Promise.all(Array.from({ length: 8 }, lane));
    for (const credential of [second, first, second]) {
      const before = names.length;
      while (names.length < before + 20) await new Promise(setImmediate);
      tls.replace({ ca: authority.ca, ...credential });
    }
    await lanes;
    expect(names).toHaveLength(200);
    expect(new Set(names)).toEqual(new Set(['CN=first', 'CN=second']));
    expect(names.at(-1)).toBe('CN=second');
  });

  it('reaches every transport and client that shares it', async () => {
    await using wire = await startNaming();
    const tls = new RotatingTls({ ca: authority.ca, ...first });
    await using payer = payerOf(wire.origin, tls);
    const client = createHttpClient({ origin: wire.origin, tls });
    await Promise.all([payer.pay(), client.get('/')]);
    tls.replace({ ca: authority.ca, ...second });
    expect([await payer.pay(), (await client.get('/')).data]).toEqual(['CN=second', 'CN=second']);
  });

  it('stays the old one when the new one does not fit', async () => {
    await using wire = await startNaming();
    const tls = new RotatingTls({ ca: authority.ca, ...first });
    await using payer = payerOf(wire.origin, tls);
    expect(() => tls.replace({ cert: second.cert, key: first.key })).toThrowError(/cannot be used/);
    expect(await payer.pay()).toBe('CN=first');
  });

  it('a closed transport no longer listens', async () => {
    await using wire = await startNaming();
    const tls = new RotatingTls({ ca: authority.ca, ...first });
    const payer = payerOf(wire.origin, tls);
    await payer.pay();
    await payer.transport.close();
    tls.replace({ ca: authority.ca, ...second });
    expect(wire.connections).toBe(1);
  });
});

describe('a PKCS #12 archive', () => {
  const passphrase = new Secret('pass phrase');

  it.each(['aes256', '3des'] as const)('%s: is read, with the thumbprint of its certificate', async (algorithm) => {
    await using wire = await startNaming();
    const pfx = pfxOf(rsa, passphrase.expose(), algorithm);
    const tls = new RotatingTls({ ca: authority.ca, pfx, passphrase });
    await using payer = payerOf(wire.origin, tls);
    expect(await payer.pay()).toBe('CN=rsa');
    expect(tls.material.certificate).toEqual(new RotatingTls(rsa).material.certificate);
    expect(tls.material.certificate).toMatchObject({
      subject: 'CN=rsa',
      thumbprint: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('with another passphrase shows when it is made, without the passphrase', () => {
    const make = () => new RotatingTls({ pfx: pfxOf(rsa, 'right'), passphrase: new Secret('wr0ng phrase') });
    expect(make).toThrowError(/^(?!.*wr0ng).*cannot be used/);
  });
});

describe('the watch on certificates', () => {
  const dayMs = 86_400_000;

  it('tells of both sides once, and again when 30, 14, 7, 1 and 0 days are left', async () => {
    await using wire = await startNaming();
    const notices: CertificateNotice[] = [];
    const time = { now: Date.now() - 20 * dayMs };
    const clock = { now: () => time.now, schedule: () => () => undefined };
    const tls = { ca: authority.ca, ...first, onCertificate: (notice: CertificateNotice) => notices.push(notice) };
    const transport = httpTransport({ origin: wire.origin, tls, clock });
    for (let day = 0; day <= 52; day++) {
      await transport.send({ method: 'GET', path: '/' }, { timeoutMs: 5_000 });
      for (const socket of wire.sockets) socket.destroy();
      while (wire.sockets.size > 0) await new Promise(setImmediate);
      await new Promise(setImmediate);
      time.now += dayMs;
    }
    await transport.close();
    const days = (role: string) => notices.filter((notice) => notice.role === role).map(({ daysLeft }) => daysLeft);
    expect(days('server')).toEqual([49, 30, 14, 7, 1, 0]);
    expect(days('client')).toEqual(days('server'));
    expect(notices[0]).toMatchObject({ origin: wire.origin, subject: 'CN=localhost' });
  });

  it('that fails costs no connection', async () => {
    await using wire = await startNaming();
    const onCertificate = () => {
      throw new Error('observer');
    };
    await using payer = payerOf(wire.origin, new RotatingTls({ ca: authority.ca, ...first, onCertificate }));
    expect(await payer.pay()).toBe('CN=first');
  });
});
