import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currencyCodes,
  formatDecimal,
  formatMinorUnits,
  formatNumericCurrency,
  formatShortestDecimal,
  maxMinorUnits,
  money,
  parseMoney,
} from '../../src/model/index.ts';
import { seeded } from '../support/property.ts';

describe('formatters of amounts', () => {
  it.each([
    [0n, 'EUR', '0', '0.00', '0', '978'],
    [1n, 'EUR', '1', '0.01', '0.01', '978'],
    [1250n, 'EUR', '1250', '12.50', '12.5', '978'],
    [1200n, 'EUR', '1200', '12.00', '12', '978'],
    [100_000n, 'EUR', '100000', '1000.00', '1000', '978'],
    [500n, 'JPY', '500', '500', '500', '392'],
    [1n, 'KWD', '1', '0.001', '0.001', '414'],
    [12_340n, 'CLF', '12340', '1.2340', '1.234', '990'],
    [1n, 'ALL', '1', '0.01', '0.01', '008'],
    [maxMinorUnits, 'EUR', '999999999999999999', '9999999999999999.99', '9999999999999999.99', '978'],
  ])('write %s %s', (minorUnits, currency, integer, fixed, shortest, numeric) => {
    const amount = money(minorUnits, currency);
    expect(formatMinorUnits(amount)).toBe(integer);
    expect(formatDecimal(amount)).toBe(fixed);
    expect(formatShortestDecimal(amount)).toBe(shortest);
    expect(formatNumericCurrency(amount)).toBe(numeric);
  });

  it('lose nothing when zeros are left out', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: maxMinorUnits }),
        fc.constantFrom(...currencyCodes),
        (minorUnits, currency) => {
          const text = formatShortestDecimal(money(minorUnits, currency));
          expect(text).not.toMatch(/\.\d*0$|\.$/);
          expect(parseMoney(text, currency).minorUnits).toBe(minorUnits);
        },
      ),
      seeded,
    );
  });
});
