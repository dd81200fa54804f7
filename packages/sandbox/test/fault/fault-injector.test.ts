import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FAULT_NAMES, FAULTS, type FaultName } from '../../src/fault/fault.ts';
import { type FaultOrder, type Sandbox, startSandbox } from '../../src/index.ts';
import { call, charge, rawCharge } from '../acquirer-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 1 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const moved = (): number => sandbox.book.movementsOf('k').length;

function strike(order: FaultOrder) {
  sandbox.faults.add(order);
  return rawCharge(sandbox, 'k');
}

/** The bytes of one exchange, as they came, until the end of the connection or the limit. */
function wireBytes(limit: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const body = JSON.stringify(charge({ client_reference: 'k' }));
    const chunks: Buffer[] = [];
    const socket = connect(sandbox.port, '127.0.0.1', () => {
      const head = `POST /v1/charges HTTP/1.1\r\nhost: a\r\nconnection: close\r\nauthorization: Bearer sk_test_sandbox\r\n`;
      socket.write(`${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    });
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (chunks.reduce((sum, part) => sum + part.length, 0) >= limit) socket.destroy();
    });
    socket.on('close', () => resolve(Buffer.concat(chunks)));
    socket.on('error', () => {});
  });
}

it.each(['reset_before', 'reset_after'] as const)('%s resets the connection', async (fault) => {
  expect(await strike({ fault })).toEqual({ status: undefined, body: '', error: 'ECONNRESET' });
  expect(moved()).toBe(FAULTS[fault].executed ? 1 : 0);
  expect(sandbox.faults.firings()).toMatchObject([{ fault, operation: 'charge', key: 'k' }]);
  expect(sandbox.requests.list()).toMatchObject([{ path: '/v1/charges', key: 'k', fault }]);
});

it('reset_after is a TCP reset and close_after an orderly close', async () => {
  const ending = (fault: FaultName) =>
    new Promise<string>((resolve) => {
      sandbox.faults.add({ fault });
      const socket = connect(sandbox.port, '127.0.0.1', () =>
        socket.write('GET /v1/payments HTTP/1.1\r\nhost: a\r\n\r\n'),
      );
      socket.on('error', (error) => resolve(error.message));
      socket.on('end', () => resolve('end'));
      socket.resume();
    });
  expect(await ending('reset_after')).toContain('ECONNRESET');
  expect(await ending('close_after')).toBe('end');
});

it('close_after closes without an answer, once the money has moved', async () => {
  expect(await strike({ fault: 'close_after' })).toMatchObject({ status: undefined, error: 'ECONNRESET' });
  expect(moved()).toBe(1);
});

it.each(['hang_before', 'hang_after'] as const)('%s never answers', async (fault) => {
  sandbox.faults.add({ fault });
  const caller = new AbortController();
  const answer = fetch(`${sandbox.url}/v1/charges`, chargeInit(caller.signal)).catch((error: Error) => error.name);
  await expect.poll(() => sandbox.requests.inFlight).toBe(1);
  await expect.poll(moved).toBe(FAULTS[fault].executed ? 1 : 0);
  sandbox.clock.advance(3_600_000);
  caller.abort();
  expect(await answer).toBe('AbortError');
  await expect.poll(() => sandbox.requests.inFlight).toBe(0);
});

it('delay answers late, delay_before also executes late', async () => {
  const delayed = strike({ fault: 'delay', delayMs: 60_000 });
  await expect.poll(moved).toBe(1);
  sandbox.clock.advance(60_000);
  expect((await delayed).status).toBe(201);

  sandbox.reset();
  const queued = strike({ fault: 'delay_before', delayMs: 60_000 });
  await expect.poll(() => sandbox.requests.count).toBe(1);
  expect(moved()).toBe(0);
  sandbox.clock.advance(60_000);
  expect((await queued).status).toBe(201);
  expect(moved()).toBe(1);
});

it('delay_before executes even where the caller has left', async () => {
  sandbox.faults.add({ fault: 'delay_before', delayMs: 60_000 });
  const left = new AbortController();
  const answer = fetch(`${sandbox.url}/v1/charges`, chargeInit(left.signal)).catch(() => 'left');
  await expect.poll(() => sandbox.requests.count).toBe(1);
  left.abort();
  expect(await answer).toBe('left');
  sandbox.clock.advance(60_000);
  expect(moved()).toBe(1);
});

it('truncate cuts a 2xx body in half', async () => {
  const reply = await strike({ fault: 'truncate' });
  expect(reply).toMatchObject({ status: 201, error: 'ECONNRESET' });
  expect(reply.body).toMatch(/^\{"id":"ch_/);
  expect(() => JSON.parse(reply.body)).toThrow();
  expect(moved()).toBe(1);
});

it('malformed_chunk breaks the framing of a 2xx', async () => {
  sandbox.faults.add({ fault: 'malformed_chunk' });
  const bytes = String(await wireBytes(Number.POSITIVE_INFINITY));
  expect(bytes).toMatch(/^HTTP\/1.1 201 Created\r\n/);
  expect(bytes).toContain('transfer-encoding: chunked\r\n\r\nzz\r\n');
  expect(await strike({ fault: 'malformed_chunk' })).toMatchObject({ error: 'HPE_INVALID_CHUNK_SIZE' });
});

it('garbage_200 is 200 with bytes that are no JSON', async () => {
  const reply = await strike({ fault: 'garbage_200' });
  expect(reply).toMatchObject({ status: 200, error: undefined });
  expect(reply.body).toHaveLength(64);
  expect(() => JSON.parse(reply.body)).toThrow();
  expect(moved()).toBe(1);
});

describe('answers of another kind', () => {
  it.each([
    ['html_502', 502, 'text/html', 0],
    ['html_502_after', 502, 'text/html', 1],
    ['error_500_after', 500, 'application/json', 1],
    ['wrong_content_type', 201, 'text/html', 1],
    ['redirect', 307, 'text/plain', 0],
  ] as const)('%s', async (fault, status, contentType, movements) => {
    sandbox.faults.add({ fault });
    const response = await fetch(`${sandbox.url}/v1/charges`, { ...chargeInit(), redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(moved()).toBe(movements);
    if (fault === 'redirect') {
      expect(response.headers.get('location')).toBe(`http://localhost:${sandbox.port}/v1/charges`);
    }
    await response.text();
  });

  it.each([
    ['unavailable_503', 503, {}, null],
    ['unavailable_503', 503, { retryAfterSeconds: 7 }, '7'],
    ['throttle_429', 429, {}, '1'],
    ['throttle_429', 429, { retryAfterSeconds: 30, retryAfterForm: 'date' }, 'Thu, 01 Jan 2026 00:00:31 GMT'],
  ] as const)('%s %d %j', async (fault, status, parameters, retryAfter) => {
    sandbox.clock.set(Date.parse('2026-01-01T00:00:00.001Z'));
    sandbox.faults.add({ fault, ...parameters });
    const reply = await call(sandbox, 'POST', '/v1/charges', charge({ client_reference: 'k' }));
    expect(reply.status).toBe(status);
    expect(reply.headers.get('retry-after')).toBe(retryAfter);
    expect(moved()).toBe(0);
  });
});

describe('lies', () => {
  it.each([
    ['other_amount', { amount: 5001 }],
    ['other_currency', { currency: 'EUR' }],
    ['other_reference', { client_reference: 'of-another-payment' }],
    ['unknown_status', { status: 'quantum' }],
  ] as const)('%s answers 201 with %j', async (fault, lie) => {
    sandbox.faults.add({ fault });
    const truth = { amount: 5000, currency: 'USD', client_reference: 'k', status: 'succeeded' };
    const reply = await call(sandbox, 'POST', '/v1/charges', charge({ client_reference: 'k' }), { key: 'k' });
    expect(reply).toMatchObject({ status: 201, json: { ...truth, ...lie } });
    expect(sandbox.book.movementsOf('k')).toMatchObject([{ amount: 5000n, currency: 'USD' }]);
    sandbox.faults.add({ fault });
    const inquiry = await call(sandbox, 'GET', '/v1/operations/k');
    expect(inquiry.json).toMatchObject({ result: lie });
  });
});

describe('sizes', () => {
  it('gzip_bomb is small on the wire, large once inflated, and ends in the right answer', async () => {
    sandbox.faults.add({ fault: 'gzip_bomb', bytes: 64 * 1024 * 1024 });
    const bytes = await wireBytes(Number.POSITIVE_INFINITY).then((all) => all.subarray(all.indexOf('\r\n\r\n') + 4));
    expect(bytes.length).toBeLessThan(200_000);
    const inflated = gunzipSync(bytes);
    expect(inflated.length).toBeGreaterThan(64 * 1024 * 1024);
    expect(JSON.parse(String(inflated.subarray(64 * 1024 * 1024)))).toMatchObject({ amount: 5000 });
  });

  it('huge_body and huge_headers come as large as told', async () => {
    sandbox.faults.add({ fault: 'huge_body', bytes: 4 * 1024 * 1024 });
    const reply = await rawCharge(sandbox, 'k');
    expect(reply.body.length).toBeGreaterThan(4 * 1024 * 1024);
    expect(JSON.parse(reply.body)).toMatchObject({ status: 'succeeded' });
    expect(await strike({ fault: 'huge_headers' })).toMatchObject({ error: 'HPE_HEADER_OVERFLOW' });
    expect(moved()).toBe(1);
  });

  it('slow_drip sends one byte at a time', async () => {
    sandbox.faults.add({ fault: 'slow_drip', intervalMs: 1 });
    expect(await rawCharge(sandbox, 'k')).toMatchObject({ status: 201, error: undefined });
    sandbox.faults.add({ fault: 'slow_drip', intervalMs: 60_000 });
    expect(String(await wireBytes(1))).toMatch(/^HTTP\/1.1 201.*\r\n\r\n$/s);
  });
});

it('every fault leaves the sandbox fit for the next request', async () => {
  for (const fault of FAULT_NAMES) {
    if (fault.startsWith('hang') || fault.startsWith('delay') || fault === 'slow_drip') continue;
    const small = FAULTS[fault].parameters.includes('bytes') ? { bytes: 65_536 } : {};
    await strike({ fault, ...small });
    const reply = await call(sandbox, 'POST', '/v1/charges', charge({ client_reference: fault }), { key: fault });
    expect(reply.status, fault).toBe(201);
  }
  expect(sandbox.book.isBalanced()).toBe(true);
});

function chargeInit(signal?: AbortSignal): RequestInit {
  return {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_sandbox', 'content-type': 'application/json' },
    body: JSON.stringify(charge({ client_reference: 'k' })),
    ...(signal ? { signal } : {}),
  };
}
