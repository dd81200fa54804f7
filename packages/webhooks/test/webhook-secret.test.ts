import { Secret } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { readWebhookSecret } from '../src/webhook-secret.ts';

const base64 = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');

describe('readWebhookSecret', () => {
  it.each([
    [`whsec_${base64(24)}`, 'symmetric'],
    [`whsec_${base64(64)}`, 'symmetric'],
    [`whsk_${base64(32)}`, 'private'],
    [`whpk_${base64(32)}`, 'public'],
  ])('reads %s', (text, kind) => {
    expect(readWebhookSecret('current', new Secret(text)).kind).toBe(kind);
  });

  it.each([
    base64(24),
    'whsec_',
    `whsec_${base64(23)}`,
    `whsec_${base64(65)}`,
    `whsec_${base64(24)} `,
    `whsec_${base64(24)}=`,
    `whsec_whsec_${base64(24)}`,
    `WHSEC_${base64(24)}`,
    `whpk_${base64(31)}`,
    `whsk_${base64(33)}`,
    `whsk_${base64(64)}`,
  ])('refuses %s, and does not repeat it', (text) => {
    const error = expect.objectContaining({
      code: 'configuration_invalid',
      message: expect.not.stringContaining(base64(3)),
    });
    expect(() => readWebhookSecret('current', new Secret(text))).toThrowError(error);
  });
});
