import { describe, expect, it } from 'vitest';
import { signWebhook } from '../../src/webhook/sign-webhook.ts';

/** The published example of Standard Webhooks. */
const CONTENT = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestampSeconds: 1614265330, body: '{"test": 2432232314}' };
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

describe('signWebhook', () => {
  it('signs as the published example', () => {
    expect(signWebhook(CONTENT, [SECRET])).toBe(SIGNATURE);
  });

  it('signs with each secret, in their order', () => {
    const other = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    const [first, second, ...rest] = signWebhook(CONTENT, [other, SECRET]).split(' ');
    expect([second, rest]).toEqual([SIGNATURE, []]);
    expect(first).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  });

  it('covers the identifier, the timestamp and the body', () => {
    const others = [{ id: 'msg_2' }, { timestampSeconds: 1614265331 }, { body: '{"test":2432232314}' }];
    for (const other of others) expect(signWebhook({ ...CONTENT, ...other }, [SECRET])).not.toBe(SIGNATURE);
  });
});
