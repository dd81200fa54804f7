import { describe, expect, it } from 'vitest';
import {
  currencyCodes,
  currencyTableDate,
  isCurrencyCode,
  minorUnitDigits,
  numericCurrencyCode,
} from '../../src/model/index.ts';

/** The minor units that ISO 4217 gives other than two. */
const exponents = new Map<number, readonly string[]>([
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')],
  [3, 'BHD IQD JOD KWD LYD OMR TND'.split(' ')],
  [4, ['CLF', 'UYW']],
]);

describe('the ISO 4217 table', () => {
  it('has codes of three letters and unique numbers of three digits', () => {
    for (const code of currencyCodes) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(numericCurrencyCode(code)).toMatch(/^\d{3}$/);
    }
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(new Set(currencyCodes.map(numericCurrencyCode)).size).toBe(currencyCodes.length);
  });

  it('is sorted, dated and whole', () => {
    expect([...currencyCodes].sort()).toEqual(currencyCodes);
    expect(new Date(currencyTableDate).toISOString()).toBe(`${currencyTableDate}T00:00:00.000Z`);
    expect(currencyCodes).toHaveLength(165);
  });

  it.each([...exponents])('has %d minor-unit digits where ISO says so, and nowhere else', (digits, codes) => {
    expect(currencyCodes.filter((code) => minorUnitDigits(code) === digits)).toEqual(codes);
  });

  it('has two digits for every other currency', () => {
    const others = currencyCodes.filter((code) => ![...exponents.values()].flat().includes(code));
    expect(new Set(others.map(minorUnitDigits))).toEqual(new Set([2]));
  });

  it.each([
    ['EUR', '978'],
    ['USD', '840'],
    ['GBP', '826'],
    ['CHF', '756'],
    ['JPY', '392'],
    ['CNY', '156'],
    ['INR', '356'],
    ['BRL', '986'],
    ['ALL', '008'],
    ['AUD', '036'],
    ['XOF', '952'],
    ['XCG', '532'],
    ['XAD', '396'],
    ['VED', '926'],
    ['SLE', '925'],
    ['ZWG', '924'],
  ] as const)('knows %s as %s', (code, numeric) => {
    expect(numericCurrencyCode(code)).toBe(numeric);
  });

  it.each([
    'ANG',
    'CUC',
    'BGN',
    'HRK',
    'ZWL',
    'DEM',
    'XXX',
    'XTS',
    'XAU',
    'BTC',
    'eur',
    'EUR ',
    '',
    '__proto__',
    'constructor',
  ])('does not know %j', (code) => {
    expect(isCurrencyCode(code)).toBe(false);
  });
});
