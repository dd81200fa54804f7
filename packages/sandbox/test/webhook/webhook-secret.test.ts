import { describe, expect, it } from 'vitest';
import { keyOfSecret, newWebhookSecret } from '../../src/webhook/webhook-secret.ts';

const secretOf = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;

describe('keyOfSecret', () => {
  it('reads what is drawn, and never the same twice', () => {
    const [one, other] = [newWebhookSecret(), newWebhookSecret()];
    expect(keyOfSecret(one)).toHaveLength(32);
    expect(one).not.toBe(other);
  });

  it.each([24, 64])('reads %i bytes', (bytes) => {
    expect(keyOfSecret(secretOf(bytes))).toEqual(Buffer.alloc(bytes, 7));
  });

  it.each(['', 'whsec_', secretOf(23), secretOf(65), secretOf(24).slice(6), `${secretOf(24)}!`, 'whsec_not base64'])(
    'refuses %j',
    (secret) => {
      expect(() => keyOfSecret(secret)).toThrow(RangeError);
    },
  );
});
