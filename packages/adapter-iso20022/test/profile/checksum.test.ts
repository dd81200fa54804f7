import { describe, expect, it } from 'vitest';
import { isAbaRoutingNumber, isBic } from '../../src/profile/checksum.ts';

describe('isAbaRoutingNumber', () => {
  it.each(['021000021', '011104238', '021040078', '121000358'])('takes %s', (number) => {
    expect(isAbaRoutingNumber(number)).toBe(true);
  });

  it.each(['021000022', '21000021', '0210000210', '000000000', '02100002A', '', ' 021000021'])(
    'refuses "%s"',
    (number) => {
      expect(isAbaRoutingNumber(number)).toBe(false);
    },
  );

  it('finds every single wrong digit', () => {
    const right = '021000021';
    for (let at = 0; at < 9; at += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = right.slice(0, at) + String(digit) + right.slice(at + 1);
        expect(isAbaRoutingNumber(changed)).toBe(changed === right);
      }
  });
});

describe('isBic', () => {
  it.each(['COBADEFF', 'COBADEFFXXX', 'A1B2DEFF123'])('takes %s', (bic) => {
    expect(isBic(bic)).toBe(true);
  });

  it.each(['COBADEF', 'COBADEFFXX', 'cobadeff', 'COBA12FF', 'COBADEFFXXXX', ''])('refuses "%s"', (bic) => {
    expect(isBic(bic)).toBe(false);
  });
});
