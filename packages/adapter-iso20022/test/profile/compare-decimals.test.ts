import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { compareDecimals, fractionDigits } from '../../src/profile/compare-decimals.ts';

function randomDecimal(random: () => number): string {
  const digits = (most: number): string =>
    Array.from({ length: Math.floor(random() * most) }, () => Math.floor(random() * 3)).join('');
  return `${random() < 0.2 ? '+' : ''}${digits(4)}0.${digits(4)}`;
}

function unitsOf(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.replace('+', '').split('.');
  return BigInt(whole + fraction.padEnd(4, '0'));
}

describe('compareDecimals', () => {
  it('orders numbers of any length as whole numbers of their smallest unit', () => {
    const random = seededRandom(20_022);
    for (let round = 0; round < 2_000; round += 1) {
      const [one, other] = [randomDecimal(random), randomDecimal(random)];
      const difference = unitsOf(one) - unitsOf(other);
      expect(compareDecimals(one, other)).toBe(difference < 0n ? -1 : Number(difference > 0n));
    }
  });

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
