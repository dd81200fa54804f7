import { createGateway, type Gateway, memoryLedger, money, type Receipt, Secret } from '@polyrail/core';
import type { HttpRequest } from '@polyrail/http';
import { ShiftedClock } from '@polyrail/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RafikiSettings, rafiki } from '../src/index.ts';
import { incomingPayment, type RafikiBench, settingsFor, startBench, subject } from './rafiki-bench.ts';

const { transfer: sample } = subject.samples;
if (sample === undefined) throw new Error('there is no sample');

let bench: RafikiBench;
let clock: ShiftedClock;
const gateways: Gateway[] = [];
beforeEach(async () => {
  bench = await startBench();
  clock = new ShiftedClock();
});
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.close();
  await bench.close();
});

function gatewayWith(over: Partial<RafikiSettings> = {}): Gateway {
  const provider = rafiki({ ...settingsFor(bench.sandbox.url), ...over });
  const gateway = createGateway({ providers: [provider], ledger: memoryLedger(), clock, policy: { maxAttempts: 1 } });
  gateways.push(gateway);
  return gateway;
}

const send = (gateway: Gateway, over: Partial<typeof sample> = {}) =>
  gateway.transfer({ ...sample, ...over, idempotencyKey: 'k' });
const statusOf = async (gateway: Gateway, { payment }: Receipt) =>
  payment && (await gateway.retrieve({ payment: payment.id }))?.status;

describe('a transfer', () => {
  it('is pending under the id to be funded, and succeeded once it was sent', async () => {
    const gateway = gatewayWith();
    const receipt = await send(gateway);
    expect(receipt.outcome.kind).toBe('pending');
    const [movement] = bench.sandbox.book.movements();
    expect(receipt.payment).toMatchObject({ status: 'pending', providerReference: movement?.payment });
    expect(await statusOf(gateway, receipt)).toBe('succeeded');
    expect(movement).toMatchObject({ amount: 5_000n, credit: `incoming_payment:${incomingPayment}` });
    expect(bench.movements()).toBe(1);
  });

  it.each([
    [5_014n, 'invalid_account'],
    [5_051n, 'do_not_honour'],
    [5_096n, 'system_error'],
  ] as const)('of %s cents is declined: %s', async (minorUnits, reason) => {
    const gateway = gatewayWith();
    const receipt = await send(gateway, { amount: money(minorUnits, 'EUR') });
    expect(await statusOf(gateway, receipt)).toBe('declined');
    const payment = receipt.payment && (await gateway.retrieve({ payment: receipt.payment.id }));
    expect(payment?.decline?.reason).toBe(reason);
    expect(bench.movements()).toBe(0);
  });

  it.each([
    ['a currency without an asset', { amount: money(5_000n, 'GBP') }],
    ['more decimals than the asset has', { amount: money(5_001n, 'KWD') }],
    ['more digits than are read back', { amount: money(10n ** 15n, 'JPY') }],
    ['an IBAN', { to: { type: 'iban', iban: 'DE89370400440532013000' } }],
    ['a URL without the scheme', { to: { type: 'account', id: incomingPayment } }],
  ] as const)('with %s is refused before anything is sent', async (_, over) => {
    const gateway = gatewayWith({ assets: { EUR: 2, KWD: 2, JPY: 4 } });
    expect((await send(gateway, over)).outcome.kind).toBe('rejected');
    expect(bench.requests()).toBe(0);
  });

  it.each([
    ['no incoming payment', { to: { type: 'account', id: 'https://wallet.example/ada', scheme: 'open-payments' } }],
    ['an asset of another scale', {}, { EUR: 9 }],
  ] as const)('to %s is refused by Rafiki: nothing moved', async (_, over, assets?: RafikiSettings['assets']) => {
    const { outcome } = await send(gatewayWith(assets && { assets }), over);
    expect(outcome).toMatchObject({ kind: 'rejected', reason: 'provider_refused' });
    expect(bench.movements()).toBe(0);
  });
});

describe('a lost answer', () => {
  it('is found by sending it again while Rafiki knows the key', async () => {
    bench.sandbox.faults.add({ fault: 'reset_after', times: 1 });
    const gateway = gatewayWith();
    const receipt = await send(gateway);
    expect(receipt.outcome.kind).toBe('unknown');
    expect(await statusOf(gateway, receipt)).toBe('pending');
    expect(await statusOf(gateway, receipt)).toBe('succeeded');
    expect(bench.movements()).toBe(1);
  });

  it('is never sent again afterwards', async () => {
    bench.sandbox.faults.add({ fault: 'reset_after', times: 1 });
    const gateway = gatewayWith({ keyWindowMs: 60_000 });
    const receipt = await send(gateway);
    clock.shift(60_001);
    expect(await statusOf(gateway, receipt)).toBe('unknown');
    expect(bench.requests()).toBe(1);
  });
});

describe('the signature of requests', () => {
  it('is refused from a stranger, and a secret that is replaced signs the next request', async () => {
    let secret = new Secret('of a stranger');
    const gateway = gatewayWith({ apiSecret: () => secret });
    expect((await send(gateway)).outcome).toMatchObject({ kind: 'rejected', reason: 'provider_unauthorized' });
    secret = new Secret('sk_test_sandbox');
    expect((await send(gateway)).outcome.kind).toBe('pending');
  });
});

it('a document with a field that is not there is refused', async () => {
  const { transport, operations } = rafiki(settingsFor(bench.sandbox.url));
  const command = { ...sample, idempotencyKey: 'k' };
  const context = { idempotencyKey: 'f'.repeat(32), startedAtMs: 1_000 };
  const send = async (change: (body: string) => string) => {
    const request = operations.transfer?.encode(command, context);
    if (request === undefined) throw new Error('there is no transfer');
    const changed: HttpRequest = { ...request, body: change(String(request.body)) };
    const delivery = await transport.send(changed, { timeoutMs: 5_000 });
    if (delivery.phase !== 'answered') throw new Error(delivery.phase);
    return operations.transfer?.decode(delivery.response, command, context).kind;
  };
  expect(await send((body) => body.replace('sentAmount', 'sentTotal'))).toBe('rejected');
  expect(await send((body) => body)).toBe('pending');
  await transport.close();
});
