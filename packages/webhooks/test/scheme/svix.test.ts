import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { standardWebhooksVerifier, svixVerifier } from '../../src/index.ts';
import { nowMs } from '../support/specimen.ts';
import { live, message, outcome } from '../support/verify.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = '{"test": 2432232314}';
const atMs = 1_614_265_330_000;
const verifier = svixVerifier(live(secret));

/** The vector of the documentation. */
const vector = {
  'svix-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'svix-timestamp': '1614265330',
  'svix-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('svixVerifier', () => {
  it('believes the published vector', () => {
    expect(outcome(verifier, message(body, vector), atMs)).toBe('verified');
  });

  // Svix signs with this library, and sends the result in headers of its own.
  it('believes what the reference library signs', () => {
    const signature = new Webhook(secret).sign('msg_1', new Date(nowMs), body);
    const headers = { 'svix-id': 'msg_1', 'svix-timestamp': `${nowMs / 1_000}`, 'svix-signature': signature };
    expect(outcome(verifier, message(body, headers))).toBe('verified');
  });

  it('takes no header of Standard Webhooks for its own, and is not taken for it', () => {
    const standard = Object.entries(vector).map(([name, value]) => [name.replace('svix', 'webhook'), value]);
    expect(outcome(verifier, message(body, Object.fromEntries(standard)), atMs)).toBe('signature_missing');
    expect(outcome(standardWebhooksVerifier(live(secret)), message(body, vector), atMs)).toBe('signature_missing');
  });
});
