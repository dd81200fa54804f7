import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { standardWebhooksVerifier } from '../../src/index.ts';
import { nowMs } from '../support/specimen.ts';
import { live, message, outcome } from '../support/verify.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const vector = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const body = '{"test": 2432232314}';
const atMs = 1_614_265_330_000;
const verifier = standardWebhooksVerifier(live(secret));
const outcomeOf = (headers: Record<string, string | string[]>) =>
  outcome(verifier, message(body, { ...vector, ...headers }), atMs);

describe('standardWebhooksVerifier', () => {
  it('believes the published vector', () => {
    expect(outcomeOf({})).toBe('verified');
  });

  it('believes what the reference library signs', () => {
    const signature = new Webhook(secret).sign('msg_1', new Date(nowMs), body);
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': `${nowMs / 1_000}`, 'webhook-signature': signature };
    expect(outcome(verifier, message(body, headers))).toBe('verified');
  });

  it('believes one of several signatures, of whatever version', () => {
    const wrong = `v1,${Buffer.alloc(32).toString('base64')}`;
    const unknown = `v1a,${Buffer.alloc(64).toString('base64')} v2,abc`;
    expect(outcomeOf({ 'webhook-signature': `${wrong} ${unknown} ${vector['webhook-signature']}` })).toBe('verified');
  });

  it.each([
    [{ 'webhook-id': 'msg_other' }, 'signature_wrong'],
    [{ 'webhook-id': '' }, 'signature_missing'],
    [{ 'webhook-id': 'msg.1' }, 'signature_malformed'],
    [{ 'webhook-id': 'msg 1' }, 'signature_malformed'],
    [{ 'webhook-id': ['msg_1', 'msg_2'] }, 'signature_repeated'],
    [{ 'webhook-timestamp': '' }, 'timestamp_missing'],
    [{ 'webhook-timestamp': '1614265330 ' }, 'timestamp_missing'],
    [{ 'webhook-timestamp': '1614265330abc' }, 'timestamp_missing'],
    [{ 'webhook-timestamp': '1614265330000' }, 'timestamp_missing'],
    [{ 'webhook-timestamp': '1614265331' }, 'signature_wrong'],
    [{ 'webhook-timestamp': ['1614265330', '1614265330'] }, 'signature_repeated'],
    [{ 'webhook-signature': vector['webhook-signature'].replace('v1,', 'v1a,') }, 'signature_malformed'],
    [{ 'webhook-signature': vector['webhook-signature'].slice(3) }, 'signature_malformed'],
    [{ 'webhook-signature': `${vector['webhook-signature']} ` }, 'signature_malformed'],
    [{ 'webhook-signature': Array(17).fill(vector['webhook-signature']).join(' ') }, 'signature_malformed'],
  ])('refuses the vector with %j', (headers, reason) => {
    expect(outcomeOf(headers)).toBe(reason);
  });

  // The reference library reads this timestamp with parseInt.
  it('is stricter than the reference library', () => {
    const headers = { ...vector, 'webhook-timestamp': `${Math.floor(Date.now() / 1_000)}abc` };
    headers['webhook-signature'] = new Webhook(secret).sign(vector['webhook-id'], new Date(), body);
    expect(new Webhook(secret).verify(body, headers)).toEqual({ test: 2_432_232_314 });
    expect(outcome(verifier, message(body, headers), Date.now())).toBe('timestamp_missing');
  });

  it('cannot be read as another split of id, time and body', () => {
    const shifted = { 'webhook-id': `${vector['webhook-id']}.1614265330`, 'webhook-timestamp': '1' };
    expect(outcomeOf(shifted)).toBe('signature_malformed');
  });
});
