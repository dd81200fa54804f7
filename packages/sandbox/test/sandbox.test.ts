import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../src/index.ts';
import { call, charge } from './acquirer-client.ts';

let running: Sandbox | undefined;
afterEach(() => running?.close());

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  running = await startSandbox(options);
  return running;
}

describe('startSandbox', () => {
  it('gives the same identifiers for the same seed, and others without one', async () => {
    const ids: unknown[] = [];
    for (const options of [{ seed: 7 }, { seed: 7 }, {}]) {
      const sandbox = await start(options);
      ids.push((await call(sandbox, 'POST', '/v1/charges', charge())).json['id']);
      await sandbox.close();
    }
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('never issues an identifier twice, a reset included', async () => {
    const sandbox = await start();
    const first = await call(sandbox, 'POST', '/v1/charges', charge());
    sandbox.reset();
    const second = await call(sandbox, 'POST', '/v1/charges', charge());
    expect(second.json['id']).not.toBe(first.json['id']);
  });

  it('lets in the API keys that it was given, and no other', async () => {
    const sandbox = await start({ apiKeys: ['sk_a', 'sk_b'] });
    const statuses = ['sk_a', 'sk_b', 'sk_test_sandbox'].map(
      async (apiKey) => (await call(sandbox, 'GET', '/v1/payments', undefined, { apiKey })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 401]);
  });

  it('refuses to listen beyond this machine unless told', async () => {
    await expect(startSandbox({ host: '0.0.0.0' })).rejects.toThrow(/allowRemote/);
    await expect(startSandbox({ host: '127.0.0.1.example.com' })).rejects.toThrow(/allowRemote/);
    const sandbox = await start({ host: '0.0.0.0', allowRemote: true });
    expect(sandbox.port).toBeGreaterThan(0);
  });

  it('loads what answers SOAP and GraphQL once it has been up for a moment, before anyone asks', async () => {
    // The gate in front of the SOAP server looks for them when it is made.
    const users = vi.fn(() => undefined);
    const sandbox = await start({ soapSecurity: Object.defineProperty({}, 'users', { get: users }) });
    sandbox.clock.advance(250);
    await expect.poll(() => users.mock.calls.length).toBe(1);
    expect(sandbox.requests.count).toBe(0);
  });

  it('rejects where the port is taken', async () => {
    const sandbox = await start();
    await expect(startSandbox({ port: sandbox.port })).rejects.toThrow(/EADDRINUSE/);
  });

  it('closes with requests still hanging', async () => {
    const sandbox = await start();
    sandbox.faults.add({ fault: 'hang_after' });
    const hanging = call(sandbox, 'POST', '/v1/charges', charge({ amount: 1068 })).catch(() => 'cut');
    await expect.poll(() => sandbox.requests.inFlight).toBe(1);
    await sandbox.close();
    expect(await hanging).toBe('cut');
  });
});

describe('bounds', () => {
  it('turns away bodies over 64 KiB', async () => {
    const sandbox = await start();
    const body = (length: number) => `${JSON.stringify(charge())}${' '.repeat(length)}`;
    const fits = 65_536 - body(0).length;
    expect((await call(sandbox, 'POST', '/v1/charges', body(fits))).status).toBe(201);
    const reply = await call(sandbox, 'POST', '/v1/charges', body(fits + 1));
    expect(reply).toMatchObject({ status: 413, json: { error: { code: 'body_too_large' } } });
    expect(sandbox.book.movements()).toHaveLength(1);
  });

  it('turns away operations beyond its capacity', async () => {
    const sandbox = await start({ capacity: 1 });
    await call(sandbox, 'POST', '/v1/charges', charge());
    const reply = await call(sandbox, 'POST', '/v1/charges', charge());
    expect(reply).toMatchObject({ status: 503, json: { error: { code: 'sandbox_full' } } });
    sandbox.reset();
    expect((await call(sandbox, 'POST', '/v1/charges', charge())).status).toBe(201);
  });

  it('turns away requests beyond what may wait, and executes none of them', async () => {
    const sandbox = await start({ maxInFlight: 2 });
    const late = [0, 1].map(() => call(sandbox, 'POST', '/v1/charges', charge({ amount: 1068 })));
    await expect.poll(() => sandbox.requests.inFlight).toBe(2);
    const reply = await call(sandbox, 'POST', '/v1/charges', charge());
    expect(reply).toMatchObject({ status: 503, json: { error: { code: 'too_many_in_flight' } } });
    sandbox.clock.advance(15_000);
    expect((await Promise.all(late)).map((answer) => answer.status)).toEqual([201, 201]);
    expect(sandbox.book.movements()).toHaveLength(2);
    expect(sandbox.requests.peakInFlight).toBe(2);
  });
});
