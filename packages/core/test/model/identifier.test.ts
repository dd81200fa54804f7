import { describe, expect, it } from 'vitest';
import { parsePaymentId } from '../../src/model/index.ts';

describe('parsePaymentId', () => {
  it('takes the form that the gateway makes', () => {
    const id = `pay_${'0123456789abcdef'.repeat(2)}`;
    expect(parsePaymentId(id)).toBe(id);
  });

  it.each([
    '',
    'pay_',
    `pay_${'0'.repeat(31)}`,
    `pay_${'0'.repeat(33)}`,
    `PAY_${'0'.repeat(32)}`,
    `pay_${'A'.repeat(32)}`,
    `pay_${'0'.repeat(32)}\n`,
  ])('refuses %j', (text) => {
    expect(parsePaymentId(text)).toBeUndefined();
  });
});
