import { describe, expect, it } from 'vitest';
import { post, start, unkeyed } from '../running-host.ts';

describe('POST /v1/payments/{id}/settlement', () => {
  it('ends an unknown outcome by the word of a person, once', async () => {
    const host = await start({ ATTEMPT_TIMEOUT_MS: '1500', DEADLINE_MS: '2000' });
    const { json } = await post(`${host.url}/v1/payments`, { ...unkeyed, amount: 5_068, idempotency_key: 'k1' });
    const url = `${host.url}/v1/payments/${json['id']}/settlement`;
    const verdict = { executed: true, provider_reference: 'tr_1', actor: 'ops-7', reason: 'found on the statement' };
    expect(await post(url, { ...verdict, reason: ' ' })).toMatchObject({ status: 400 });
    for (const field of ['provider_reference', 'actor', 'reason'])
      expect(await post(url, { ...verdict, [field]: 'ops\u0007' }), field).toMatchObject({ status: 400 });
    expect(await post(url, verdict)).toMatchObject({
      status: 200,
      json: { status: 'succeeded', provider_reference: 'tr_1' },
    });
    expect(await post(url, verdict)).toMatchObject({ status: 409 });
  });
});
