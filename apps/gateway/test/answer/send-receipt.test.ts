import type { Gateway, Receipt, RejectReason } from '@polyrail/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { HostServer } from '../../src/host-server.ts';
import { buildServer } from '../../src/server.ts';
import { apiKeys, type Reply, reply, transfer } from '../test-host.ts';

let app: HostServer | undefined;
afterEach(() => app?.close());

/** Asks a host whose gateway always says the same. */
async function answer(outcome: Receipt['outcome'], more: Partial<Receipt> = {}): Promise<Reply> {
  const transferAs = async () => ({ outcome, replayed: false, ...more });
  const gateway: Pick<Gateway, 'transfer' | 'subscribe'> = { transfer: transferAs, subscribe: () => () => undefined };
  app = await buildServer({ gateway: gateway as Gateway, apiKeys });
  const headers = { authorization: 'Bearer sk_test_one_key', 'content-type': 'application/json' };
  return reply(await app.inject({ method: 'POST', url: '/v1/payments', headers, payload: transfer() }));
}

const statuses: Readonly<Record<RejectReason, number>> = {
  invalid_command: 422,
  unsupported: 422,
  reversed: 409,
  payment_unknown: 404,
  payment_state: 409,
  operation_open: 409,
  key_in_flight: 409,
  key_reused: 422,
  not_delivered: 503,
  breaker_open: 503,
  overloaded: 503,
  rate_limited: 429,
  deadline_exceeded: 504,
  aborted: 503,
  provider_unavailable: 503,
  provider_unauthorized: 502,
  provider_refused: 422,
  ledger_unavailable: 503,
};

const afterAPause = [
  'operation_open',
  'key_in_flight',
  'not_delivered',
  'breaker_open',
  'overloaded',
  'rate_limited',
  'provider_unavailable',
  'ledger_unavailable',
];

describe('sendReceipt', () => {
  for (const [reason, status] of Object.entries(statuses) as [RejectReason, number][])
    it(`answers ${status} for ${reason}`, async () => {
      const message = `says why: ${reason}`;
      const { json, headers, ...rest } = await answer({ kind: 'rejected', reason, message, raw: { code: 'P42' } });
      expect(rest.status).toBe(status);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(json).toMatchObject({
        type: `/problems/${reason}`,
        code: reason,
        status,
        detail: message,
        provider_code: 'P42',
        instance: '/v1/payments',
      });
      expect(json['request_id']).toBe(headers['x-request-id']);
      expect(headers['retry-after']).toBe(afterAPause.includes(reason) ? '1' : undefined);
      expect(json['retry'] === 'after').toBe(afterAPause.includes(reason));
    });

  it('rounds up: Retry-After to whole seconds, the body to whole milliseconds', async () => {
    const outcome = { kind: 'rejected', reason: 'breaker_open', message: 'cut off', retryAfterMs: 12_000.4 } as const;
    const { headers, json } = await answer(outcome);
    expect([headers['retry-after'], json['retry_after_ms']]).toEqual(['13', 12_001]);
  });

  it('advises never to repeat a decline that is final', async () => {
    const { json } = await answer({ kind: 'declined', reason: 'lost_or_stolen', advice: 'never' });
    expect(json).toMatchObject({ retry: 'never', decline: { reason: 'lost_or_stolen', advice: 'never' } });
  });

  it('names fields as HTTP does, and tells a malformed value from one that is not taken', async () => {
    const issue = (path: string, code: string) => ({ path, code, message: `${path} is wrong` });
    const rejected = { kind: 'rejected', reason: 'invalid_command', message: 'from is wrong' } as const;
    const malformed = await answer({ ...rejected, issues: [issue('from.id', 'unprintable'), issue('to', 'missing')] });
    expect(malformed.status).toBe(400);
    expect(malformed.json).toMatchObject({
      code: 'invalid_request',
      detail: 'source_account is wrong; destination_account is wrong',
      issues: [{ path: 'source_account' }, { path: 'destination_account' }],
    });
    await app?.close();
    const refused = await answer({ ...rejected, issues: [issue('amount.currency', 'unsupported')] });
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ code: 'invalid_command', issues: [{ path: 'currency' }] });
  });

  it('does not pretend when a receipt contradicts itself', async () => {
    const { status, json, text } = await answer({ kind: 'succeeded', value: { providerReference: 'SECRET' } });
    expect([status, json['code'], json['outcome']]).toEqual([500, 'internal_error', 'unknown']);
    expect(text).not.toContain('receipt');
  });
});
