import { createGateway } from '@polyrail/core';
import { expect, it } from 'vitest';
import { KeyRing } from '../../src/access/key-ring.ts';
import { buildServer } from '../../src/server.ts';
import { startTestHost } from '../test-host.ts';

it('GET /healthz and /readyz answer without asking a provider', async () => {
  const host = await startTestHost();
  await host.sandbox.close();
  expect((await host.get('/healthz')).json).toEqual({ status: 'ok' });
  expect(await host.get('/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } });
  await host.close();
});

it('GET /readyz says 503 when there is no provider to take a payment', async () => {
  const app = await buildServer({ gateway: createGateway({ providers: [] }), apiKeys: new KeyRing([]) });
  expect((await app.inject('/readyz')).statusCode).toBe(503);
  await app.close();
});
