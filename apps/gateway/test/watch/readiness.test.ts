import { createGateway, type Gateway, memoryLedger, Secret } from '@polyrail/core';
import { sandboxRest } from '@polyrail/provider-sandbox-rest';
import { VirtualClock } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { KeyRing } from '../../src/access/key-ring.ts';
import { buildServer } from '../../src/server.ts';
import { Readiness } from '../../src/watch/readiness.ts';
import { apiKeys, transfer } from '../test-host.ts';

const clock = () => new VirtualClock();
const provider = sandboxRest({ origin: 'http://127.0.0.1:1', apiKey: new Secret('sk_test') });

/** A gateway with a provider, whose store answers like this. */
function gatewayWith(reviews: Gateway['reviews']): Gateway {
  return { ...createGateway({ providers: [provider] }), reviews };
}

it('is ready while the store answers', async () => {
  expect(
    await new Readiness(
      gatewayWith(async () => []),
      clock(),
    ).look(),
  ).toBe('ready');
});

it('is not ready when the store refuses', async () => {
  const readiness = new Readiness(
    gatewayWith(() => Promise.reject(new Error('disk I/O error'))),
    clock(),
  );
  expect(await readiness.look()).toBe('store unavailable');
});

it('is not ready when the store does not answer in time, and leaves no timer', async () => {
  const time = clock();
  const late = new Readiness(
    gatewayWith(() => new Promise(() => undefined)),
    time,
  ).look();
  await time.advance(2_000);
  expect(await late).toBe('store unavailable');
  await new Readiness(
    gatewayWith(async () => []),
    time,
  ).look();
  expect(time.waiting).toBe(0);
});

describe('the clock of the store', () => {
  const lookWith = (serverTime: (time: VirtualClock) => Promise<number>) => {
    const time = clock();
    const gateway = gatewayWith(async () => []);
    return { time, look: new Readiness(gateway, time, { serverTime: () => serverTime(time) }).look() };
  };

  it.each([-15_000, 0, 15_000])('may differ by %i ms', async (aheadMs) => {
    expect(await lookWith(async (time) => time.now() + aheadMs).look).toBe('ready');
  });

  it.each([-15_001, 15_001, -3_600_000, Number.NaN])('may not differ by %d ms', async (aheadMs) => {
    const { look } = lookWith(async (time) => time.now() + aheadMs);
    expect(await look).toBe('the clock differs from that of the store');
  });

  it('is compared with the time at which it was read', async () => {
    let read = (_: number) => {};
    const { time, look } = lookWith(() => new Promise<number>((resolve) => (read = resolve)));
    await time.advance(1_500);
    read(time.now() + 14_000);
    expect(await look).toBe('ready');
  });

  it('that does not answer is a store that does not', async () => {
    expect(await lookWith(() => Promise.reject(new Error('gone'))).look).toBe('store unavailable');
  });
});

it('is not ready without a provider, and asks nobody', async () => {
  const gateway = createGateway({ providers: [] });
  const reviews = () => Promise.reject(new Error('asked'));
  expect(await new Readiness({ ...gateway, reviews }, clock()).look()).toBe('no provider');
});

it('asks the store once a second, however often it is asked itself', async () => {
  const time = clock();
  let asked = 0;
  const readiness = new Readiness(
    gatewayWith(async () => {
      asked += 1;
      return [];
    }),
    time,
  );
  for (let n = 0; n < 100; n += 1) await readiness.look();
  expect(asked).toBe(1);
  await time.advance(1_000);
  await readiness.look();
  expect(asked).toBe(2);
});

describe('a store that can be read but not written, as on a full disk', () => {
  async function fullDisk() {
    const ledger = memoryLedger();
    const claim = ledger.claim.bind(ledger);
    const disk = { isFull: true };
    ledger.claim = (claimed) => (disk.isFull ? Promise.reject(new Error('database or disk is full')) : claim(claimed));
    const gateway = createGateway({ providers: [provider], ledger, policy: { maxAttempts: 1 } });
    const app = await buildServer({ gateway, apiKeys });
    const headers = { authorization: 'Bearer sk_test_one_key' };
    const pay = () => app.inject({ method: 'POST', url: '/v1/payments', headers, payload: transfer() });
    const time = clock();
    return { app, disk, pay, time, readiness: new Readiness(gateway, time) };
  }

  it('is not ready after a payment that it did not take, and lets another try it ten seconds later', async () => {
    const { app, pay, time, readiness } = await fullDisk();
    expect(await readiness.look()).toBe('ready');
    expect((await pay()).json()).toMatchObject({ status: 503, code: 'ledger_unavailable' });
    expect(await readiness.look()).toBe('store unavailable');
    expect((await app.inject('/readyz')).statusCode).toBe(503);
    await time.advance(9_999);
    expect(await readiness.look()).toBe('store unavailable');
    await time.advance(1);
    expect(await readiness.look()).toBe('ready');
    await app.close();
  });

  it('lets another try it at once when the clock steps back', async () => {
    const { app, pay, time, readiness } = await fullDisk();
    await pay();
    await time.advance(-3_600_000);
    expect(await readiness.look()).toBe('ready');
    await app.close();
  });

  it('is ready again with the first payment that it takes', async () => {
    const { app, disk, pay, readiness } = await fullDisk();
    await pay();
    disk.isFull = false;
    // Nobody listens where its provider is said to be, but the claim is written.
    expect((await pay()).json()).toMatchObject({ code: 'not_delivered' });
    expect(await readiness.look()).toBe('ready');
    await app.close();
  });

  it('is not listened to after the end', async () => {
    const { app, pay, readiness } = await fullDisk();
    readiness.stop();
    await pay();
    expect(await readiness.look()).toBe('ready');
    await app.close();
  });
});

it('shows at the door', async () => {
  const gateway = gatewayWith(() => Promise.reject(new Error('gone')));
  const app = await buildServer({ gateway, apiKeys: new KeyRing([]) });
  const { statusCode, body } = await app.inject('/readyz');
  expect([statusCode, body]).toEqual([503, '{"status":"store unavailable"}']);
  await app.close();
});

it('shows that the clock differs', async () => {
  const store = { serverTime: async () => 0 };
  const app = await buildServer({ gateway: gatewayWith(async () => []), store, apiKeys: new KeyRing([]) });
  const { statusCode, body } = await app.inject('/readyz');
  expect([statusCode, body]).toEqual([503, '{"status":"the clock differs from that of the store"}']);
  await app.close();
});
