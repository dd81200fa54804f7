import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FAULT_NAMES } from '../../src/fault/fault.ts';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { call, charge } from '../acquirer-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 1 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const control = (method: string, path: string, body?: unknown) => call(sandbox, method, `/_sandbox/${path}`, body);
const pay = (over: Readonly<Record<string, unknown>> = {}, key = 'k') =>
  call(sandbox, 'POST', '/v1/charges', charge(over), { key });

it('arms, shows and disarms faults', async () => {
  const armed = await control('POST', 'faults', {
    fault: 'throttle_429',
    times: 2,
    retry_after_seconds: 3,
    match: { operation: 'charge' },
  });
  expect(armed).toMatchObject({ status: 200, json: { fault: 'throttle_429', remaining: 2, retry_after_seconds: 3 } });
  expect((await pay()).headers.get('retry-after')).toBe('3');
  expect((await control('GET', 'faults')).json).toMatchObject({
    armed: [{ fault: 'throttle_429', remaining: 1, fired: 1 }],
    firings: [{ fault: 'throttle_429', operation: 'charge', path: '/v1/charges', key: 'k' }],
  });
  await control('DELETE', 'faults');
  expect((await pay()).status).toBe(201);
});

it('shows the book, whole or by key or client reference', async () => {
  await pay({}, 'k1');
  await pay({ client_reference: 'order-2', amount: '9007199254740993' }, 'k2');
  expect((await control('GET', 'book')).json).toMatchObject({
    count: 2,
    balanced: true,
    movements: [{ kind: 'charge', key: 'k1', client_reference: 'order-1', amount: 5000 }, { key: 'k2' }],
  });
  const one = await control('GET', 'book?client_reference=order-2');
  expect(one.json).toMatchObject({ count: 1, movements: [{ amount: '9007199254740993' }] });
  expect((await control('GET', 'book?key=k1')).json).toMatchObject({ count: 1 });
});

it('shows the requests seen, and nothing of their headers', async () => {
  await pay();
  await call(sandbox, 'GET', '/v1/operations/k');
  const { json } = await control('GET', 'requests');
  expect(json).toMatchObject({
    count: 2,
    requests: [
      { id: 1, method: 'POST', path: '/v1/charges', operation: 'charge', key: 'k' },
      { id: 2, method: 'GET', path: '/v1/operations/k', operation: 'inquire', key: 'k' },
    ],
  });
  expect(JSON.stringify(json)).not.toContain('sk_test');
  expect((await control('GET', 'requests?key=none')).json).toMatchObject({ count: 2, requests: [] });
});

it('moves the clock', async () => {
  expect((await control('POST', 'clock', { now: '2030-01-01T00:00:00Z' })).json['now']).toMatch(/^2030-01-01T00:00:0/);
  await control('POST', 'clock', { advance_ms: 86_400_000 });
  expect((await control('GET', 'clock')).json['now']).toMatch(/^2030-01-02/);
  expect((await pay()).json['created_at']).toMatch(/^2030-01-02/);
});

it('changes the personality and its windows', async () => {
  const change = {
    personality: 'forgets',
    key_window_ms: 1000,
    late_ms: 5,
    inquiry_lag_ms: 0,
    magic_amounts: false,
    settlement: 'sync',
    settle_after_ms: 7,
  };
  expect((await control('POST', 'personality', change)).json).toEqual(change);
  await pay({ amount: 1051 });
  await control('POST', 'clock', { advance_ms: 1000 });
  await pay({ amount: 1051 });
  expect(sandbox.book.movementsOf('k')).toHaveLength(2);
  expect((await control('POST', 'personality', { personality: 'ignores' })).json).toMatchObject({ late_ms: 5 });
  sandbox.reset();
  expect((await control('GET', 'personality')).json).toMatchObject({ personality: 'honours', late_ms: 15_000 });
});

it('queues scripted outcomes', async () => {
  expect((await control('POST', 'script', { outcomes: ['51', '00'], for: 'charge' })).json).toEqual({ queued: 2 });
  expect((await pay({}, 'a')).status).toBe(402);
  expect((await pay({}, 'b')).status).toBe(201);
});

it('resets everything', async () => {
  await pay();
  await control('POST', 'faults', { fault: 'reset_before' });
  await control('POST', 'script', { outcomes: ['51'] });
  await control('POST', 'reset');
  expect((await control('GET', 'book')).json).toEqual({ count: 0, movements: [], balances: [], balanced: true });
  expect((await control('GET', 'faults')).json).toEqual({ armed: [], firings: [] });
  expect((await control('GET', 'requests')).json).toMatchObject({ count: 0 });
  expect((await pay()).headers.get('idempotent-replayed')).toBeNull();
});

describe('what is refused, with what is known', () => {
  it.each([
    ['faults', { fault: 'explode' }, 'fault', FAULT_NAMES.join(', ')],
    ['faults', {}, 'fault', 'reset_before'],
    ['faults', { fault: 'delay', delay: 5 }, 'delay', 'delay_ms'],
    ['faults', { fault: 'reset_before', match: { host: 'a' } }, 'match.host', 'operation, method, path, key'],
    ['faults', { fault: 'reset_before', match: { operation: 'pay' } }, 'operation', 'charge, transfer'],
    ['faults', { fault: 'reset_before', delay_ms: 5 }, undefined, 'takes no delayMs'],
    ['faults', { fault: 'reset_before', rate: 2 }, undefined, 'from 0 to 1'],
    ['clock', {}, undefined, 'advance_ms'],
    ['clock', { now: 'soon' }, 'now', 'ISO 8601'],
    ['personality', { personality: 'moody' }, 'personality', 'honours, ignores, forgets'],
    ['personality', { late: 5 }, 'late', 'late_ms'],
    ['script', { outcomes: ['insufficient_funds'] }, 'outcomes', '51'],
    ['script', { outcomes: ['51'], for: 'pay' }, 'for', 'capture, void'],
  ])('%s %j', async (path, body, param, known) => {
    const reply = await control('POST', path, body);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({
      error: { ...(param ? { param } : {}), message: expect.stringContaining(known) },
    });
  });

  it('an unknown control or filter', async () => {
    const reply = await control('POST', 'explode');
    expect(reply).toMatchObject({ status: 404, json: { error: { message: expect.stringContaining('POST faults') } } });
    expect((await control('GET', 'book?payment=1')).status).toBe(400);
  });
});
