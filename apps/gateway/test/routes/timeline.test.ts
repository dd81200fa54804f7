import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost, transfer } from '../test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

describe('GET /v1/payments/{id}/timeline', () => {
  it('tells what happened, oldest first, with the retry in words', async () => {
    host.sandbox.faults.add({ fault: 'reset_after', times: 1 });
    const payment = await host.post('/v1/payments', transfer({ source_account: 'acc_CANARY' }));
    const { status, json, text } = await host.get(`/v1/payments/${payment.json['id']}/timeline`);
    expect(status).toBe(200);
    expect(json['payment_id']).toBe(payment.json['id']);
    expect(json['entries']).toMatchObject([
      { type: 'claimed', at: expect.stringMatching(/Z$/) },
      { type: 'attempt', text: expect.stringContaining('the provider recognises the key') },
      { type: 'attempt', text: expect.stringContaining('succeeded') },
      { type: 'settled' },
    ]);
    expect(text).not.toContain('CANARY');
  });

  it('answers 404 without a payment', async () => {
    for (const id of ['x', `pay_${'0'.repeat(32)}`])
      expect((await host.get(`/v1/payments/${id}/timeline`)).json['code']).toBe('payment_unknown');
  });
});
