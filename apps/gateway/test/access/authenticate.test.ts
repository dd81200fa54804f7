import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost, transfer } from '../test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

describe('authenticate', () => {
  const wrong = [
    '',
    'Bearer',
    'Bearer ',
    'Bearer sk_test_one_ke',
    'Bearer sk_test_one_key2',
    'Basic c2s6',
    'sk_test_one_key',
  ];

  for (const authorization of wrong)
    it(`refuses "${authorization}"`, async () => {
      const { status, headers, json, text } = await host.post('/v1/payments', transfer(), { authorization });
      expect([status, json['code']]).toEqual([401, 'unauthorized']);
      expect(headers['www-authenticate']).toBe('Bearer');
      expect(text).not.toContain('sk_test');
      expect(host.sandbox.requests.count).toBe(0);
    });

  it('refuses a request without the header, before its body is read', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const path of [
      'payments',
      'payments/pay_1/refunds',
      'payments/pay_1/captures',
      'payments/pay_1/cancellations',
    ])
      expect((await host.app.inject({ method: 'POST', url: `/v1/${path}`, headers, payload: '{' })).statusCode).toBe(
        401,
      );
    for (const path of ['payments/pay_1', 'payments/pay_1/timeline', 'providers'])
      expect((await host.app.inject(`/v1/${path}`)).statusCode).toBe(401);
  });

  it('leaves health and documentation open', async () => {
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs/', '/problems', '/problems/declined'])
      expect((await host.app.inject(path)).statusCode).toBe(200);
  });

  it('reads the scheme in any case', async () => {
    expect((await host.get('/v1/providers', { authorization: 'bearer sk_test_one_key' })).status).toBe(200);
  });
});
