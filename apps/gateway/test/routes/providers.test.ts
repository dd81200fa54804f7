import { expect, it } from 'vitest';
import { startTestHost, transfer } from '../test-host.ts';

it('GET /v1/providers shows what each provider can do, and its breakers', async () => {
  const host = await startTestHost();
  await host.post('/v1/payments', transfer());
  const { status, json } = await host.get('/v1/providers');
  expect(status).toBe(200);
  expect(json['providers']).toMatchObject([
    {
      id: 'sandbox-rest',
      protocol: 'rest',
      verbs: expect.arrayContaining(['authorize', 'charge', 'transfer', 'capture', 'void', 'refund']),
      capabilities: { currencies: 'any', instruments: ['token', 'account', 'iban'], partial_refund: true },
    },
    { id: 'sandbox-graphql', protocol: 'graphql' },
    { id: 'sandbox-soap', protocol: 'soap' },
  ]);
  expect(Object.values(Object(json['providers'])[0].breakers)).toContain('closed');
  await host.close();
});
