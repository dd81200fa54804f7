import { describe, expect, it } from 'vitest';
import { compareDecimals, fractionDigits } from '../../src/profile/compare-decimals.ts';

describe('compareDecimals', () => {
  it.each([
    ['1', '1.00', 0],
    ['+1.00', '001', 0],
    ['.5', '0.50', 0],
    ['5.', '5', 0],
    ['0.1', '0.09999', 1],
    ['999999999999999999', '999999999999999998.99999', 1],
    ['10000000.00', '10000000.01', -1],
  ])('%s and %s: %i', (a, b, order) => {
    expect(compareDecimals(a, b)).toBe(order);
  });

  it.each(['', '.', '-1', '1e3', '1,5', ' 1', 'NaN', '１'])('takes "%s" for no decimal', (text) => {
    expect(compareDecimals(text, '1')).toBeUndefined();
    expect(fractionDigits(text)).toBeUndefined();
  });
});
