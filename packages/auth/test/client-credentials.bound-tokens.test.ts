import type { Authenticator, HttpRequest, TlsOptions } from '@polyrail/http';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { TokenCache } from '../src/index.ts';
import { basic, Parties, paid, payerWith, payment } from './support/parties.ts';

// The server prints that it wants a newer Node.js.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

let parties: Parties;

beforeAll(async () => {
  parties = await Parties.create();
});

describe('bound to a certificate', () => {
  async function stolen(resourceTls: TlsOptions) {
    await using as = await parties.start();
    const tls = parties.tlsWith(parties.shop);
    const options = { clientId: 'tls', tls, resourceTls: { ca: parties.authority.ca, ...resourceTls } };
    await using thief = parties.payer(as, { method: 'tls_client_auth' }, options);
    const delivery = await thief.pay();
    return { delivery, calls: as.calls };
  }

  it('a token is refused without the certificate', async () => {
    const { delivery } = await stolen({});
    expect(delivery).toMatchObject({ phase: 'answered', response: { status: 401 } });
  });

  it('a token is refused with another certificate of the same authority', async () => {
    const { delivery } = await stolen(parties.other);
    expect(delivery).toMatchObject({ phase: 'answered', response: { status: 401 } });
  });

  it('with its own it is taken: so the refusals above are about the certificate', async () => {
    const { delivery } = await stolen(parties.shop);
    expect(delivery).toMatchObject(paid);
  });
});

describe('bound to a key (DPoP)', () => {
  const dpop = { clientId: 'dpop', dpop: 'ES256' } as const;

  it.each(['ES256', 'Ed25519', 'PS256'] as const)('%s: a proof with each request', async (algorithm) => {
    await using as = await parties.start();
    await using payer1 = parties.payer(as, basic, { ...dpop, dpop: algorithm });
    expect(await payer1.pay({ ...payment, path: '/api/payments?page=2' })).toMatchObject(paid);
    expect(await payer1.pay()).toMatchObject(paid);
    expect(as.calls[0]?.authorization).toMatch(/^DPoP ey/);
    expect(as.tokenRequests).toBe(1);
  });

  it('asks again once for the nonce of the server, and keeps the one of the resource', async () => {
    await using as = await parties.start();
    as.requireNonce = true;
    await using payer1 = parties.payer(as, basic, dpop);
    expect(await payer1.pay()).toMatchObject(paid);
    expect(await payer1.pay()).toMatchObject(paid);
    expect(as.tokenRequests).toBe(2);
    expect(as.calls.map(({ status }) => status)).toEqual([401, 200, 200]);
  });

  it('a request that must not be repeated is not, for a nonce neither: the next one has it', async () => {
    await using as = await parties.start();
    as.requireNonce = true;
    await using payer1 = parties.payer(as, basic, dpop);
    const bare: HttpRequest = { method: 'POST', path: '/api/payments', body: '{}' };
    expect(await payer1.pay(bare)).toMatchObject({ phase: 'answered', response: { status: 401 } });
    expect(await payer1.pay(bare)).toMatchObject(paid);
  });

  it('a stolen token is refused: as a bearer, with a proof of another key, with a proof for another request', async () => {
    await using as = await parties.start();
    await using payer1 = parties.payer(as, basic, dpop);
    const tls = { ca: parties.authority.ca };
    const stolen: HttpRequest[] = [];
    const tap: Authenticator = {
      describe: () => ({ kind: 'tap' }),
      apply: async (request, context) => {
        const signed = await payer1.authenticator.apply(request, context);
        stolen.push(signed);
        return signed;
      },
    };
    await using tapped = payerWith(as, tap, tls);
    expect(await tapped.pay()).toMatchObject(paid);
    const { authorization = '', dpop: proof = '' } = stolen[0]?.headers ?? {};
    const statuses: unknown[] = [];
    await using thief = payerWith(as, { describe: () => ({ kind: 'thief' }), apply: (request) => request }, tls);
    for (const headers of [
      { authorization: authorization.replace('DPoP', 'Bearer') },
      { authorization },
      { authorization, dpop: proof.replace(/\.[^.]+$/, '.AAAA') },
    ]) {
      const delivery = await thief.pay({ ...payment, headers });
      statuses.push(delivery.phase === 'answered' && delivery.response.status);
    }
    const elsewhere = await thief.pay({ ...payment, path: '/api/refunds', headers: { authorization, dpop: proof } });
    statuses.push(elsewhere.phase === 'answered' && elsewhere.response.status);
    expect(statuses).toEqual([401, 401, 401, 401]);
  });

  it('a server that issues a plain token instead is refused', async () => {
    await using as = await parties.start();
    await using plain = parties.payer(as, basic, { clientId: 'dpop' });
    expect(await plain.pay()).toMatchObject({ phase: 'not_sent', fault: { code: 'credentials_unavailable' } });
  });
});

describe('a token that the resource no longer takes', () => {
  function later() {
    const time = { now: Date.now() };
    return { time, cache: new TokenCache({ clock: { now: () => time.now, schedule: () => () => undefined } }) };
  }

  it('50 payments meet it: one new token, and all are paid', async () => {
    await using as = await parties.start();
    const { time, cache } = later();
    await using payer1 = parties.payer(as, basic, { clientId: 'basic', cache });
    await payer1.pay();
    as.revokeAll();
    time.now += 10_000;
    const deliveries = await Promise.all(Array.from({ length: 50 }, () => payer1.pay()));
    expect(deliveries).toEqual(Array.from({ length: 50 }, () => expect.objectContaining({ phase: 'answered' })));
    expect(as.calls.filter(({ status }) => status === 200)).toHaveLength(51);
    expect(as.tokenRequests).toBe(2);
  });

  it('a payment without an idempotency key is not sent again; the next one has the new token', async () => {
    await using as = await parties.start();
    const { time, cache } = later();
    await using payer1 = parties.payer(as, basic, { clientId: 'basic', cache });
    await payer1.pay();
    as.revokeAll();
    time.now += 10_000;
    const bare: HttpRequest = { method: 'POST', path: '/api/payments', body: '{}' };
    expect(await payer1.pay(bare)).toMatchObject({ phase: 'answered', response: { status: 401 } });
    expect(as.calls).toHaveLength(2);
    expect(await payer1.pay(bare)).toMatchObject(paid);
    expect(as.tokenRequests).toBe(2);
  });
});
