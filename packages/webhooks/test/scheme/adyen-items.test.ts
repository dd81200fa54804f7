import { describe, expect, it } from 'vitest';
import { readAdyenItems } from '../../src/scheme/adyen-items.ts';

const item = {
  pspReference: 'P',
  merchantAccountCode: 'M',
  merchantReference: 'a:b',
  amount: { value: 0, currency: 'EUR' },
  eventCode: 'REPORT_AVAILABLE',
  success: 'true',
  additionalData: { hmacSignature: 'x' },
};
const read = (value: unknown) => readAdyenItems(Buffer.from(JSON.stringify(value)));

describe('readAdyenItems', () => {
  it('joins eight fields, empty for one that may be missing', () => {
    const body = { notificationItems: [{ NotificationRequestItem: item }] };
    expect(read(body)).toEqual([{ content: 'P::M:a:b:0:EUR:REPORT_AVAILABLE:true', signature: 'x' }]);
  });

  it('takes nothing from the prototype of an object', () => {
    expect(readAdyenItems(Buffer.from('{"__proto__":{"notificationItems":[1]}}'))).toBeUndefined();
  });
});
