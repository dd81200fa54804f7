import { currencyCodes, maxMinorUnits, minorUnitDigits, money } from '@polyrail/core/provider';
import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { networkAmount, readAmount } from '../../src/flow/network-amount.ts';
import { below, pick } from '../support/pick.ts';

describe('networkAmount', () => {
  it.each([
    [5_174n, 'USD', '51.74'],
    [7n, 'EUR', '0.07'],
    [500n, 'JPY', '500'],
    [12_345n, 'KWD', '12.345'],
    [maxMinorUnits, 'EUR', '9999999999999999.99'],
  ])('writes %i %s as %s', (minorUnits, currency, value) => {
    expect(networkAmount(money(minorUnits, currency))).toEqual({ Ccy: currency, value });
  });
});

describe('readAmount', () => {
  it.each([
    ['51.74', 5_174n],
    ['+51.74', 5_174n],
    ['0051.740', 5_174n],
    ['51.7', 5_170n],
    ['51.', 5_100n],
    ['.5', 50n],
    ['0', 0n],
    ['-0.00', 0n],
    ['000', 0n],
    [' 51.74\n', 5_174n],
    ['51.7400000000000000000', 5_174n],
  ])('reads %j exactly', (value, minorUnits) => {
    expect(readAmount({ Ccy: 'USD', value })).toEqual(money(minorUnits, 'USD'));
  });

  it.each(['', '.', '+', '-5', '-0.01', '1e5', '1,5', '0x1F', '51.745', '5 1', 'abc1', '1'.repeat(19)])(
    'has nothing for %j',
    (value) => {
      expect(readAmount({ Ccy: 'USD', value })).toBeUndefined();
    },
  );

  it('has nothing for a currency that is none, and for parts of a yen', () => {
    expect(readAmount({ Ccy: 'XXX1', value: '1' })).toBeUndefined();
    expect(readAmount({ Ccy: 'JPY', value: '1.5' })).toBeUndefined();
  });

  it('takes as long for many digits as for few, in proportion', () => {
    for (const value of [`${'0'.repeat(200_000)}1x`, `-${'0'.repeat(200_000)}x`, `1.${'0'.repeat(200_000)}1`])
      expect(readAmount({ Ccy: 'USD', value })).toBeUndefined();
  });

  it('gives a million amounts back as they were', () => {
    const random = seededRandom(20_022);
    let wrong = 0;
    for (let n = 0; n < 1_000_000; n += 1) {
      const minorUnits = BigInt(below(random, 2 ** (1 + below(random, 53))));
      const currency = n % 2 === 0 ? 'EUR' : pick(random, currencyCodes);
      const read = readAmount(networkAmount(money(minorUnits, currency)));
      if (read?.minorUnits !== minorUnits || read.currency !== currency) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  it('gives the largest amount of every currency back', () => {
    for (const currency of currencyCodes) {
      const largest = money(maxMinorUnits, currency);
      expect(readAmount(networkAmount(largest)), `${minorUnitDigits(currency)} decimals`).toEqual(largest);
    }
  });
});
