import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  compareMoney,
  currencyCodes,
  equalMoney,
  formatDecimal,
  maxMinorUnits,
  minorUnitDigits,
  money,
  PolyrailError,
  parseMoney,
  subtractMoney,
} from '../../src/model/index.ts';
import { seeded } from '../support/property.ts';

const anyMinorUnits = fc.bigInt({ min: 0n, max: maxMinorUnits });
const anyCurrency = fc.constantFrom(...currencyCodes);

/** The code of the error that a call throws; calls go through `Reflect.apply`, as from JavaScript without types. */
function codeOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    return PolyrailError.is(error) ? error.code : 'another error';
  }
  return undefined;
}

describe('money', () => {
  it('keeps every amount of up to 18 digits in every currency exactly', () => {
    fc.assert(
      fc.property(anyMinorUnits, anyCurrency, (minorUnits, currency) => {
        expect(money(minorUnits, currency)).toEqual({ minorUnits, currency });
      }),
      seeded,
    );
    expect(money(maxMinorUnits, 'EUR').minorUnits).toBe(999_999_999_999_999_999n);
  });

  it.each([
    [12, 'EUR', 'amount_invalid'],
    [12.5, 'EUR', 'amount_invalid'],
    [Number.NaN, 'EUR', 'amount_invalid'],
    ['12', 'EUR', 'amount_invalid'],
    [undefined, 'EUR', 'amount_invalid'],
    [-1n, 'EUR', 'amount_invalid'],
    [maxMinorUnits + 1n, 'EUR', 'amount_invalid'],
    [1n, 'eur', 'currency_unknown'],
    [1n, 'EURO', 'currency_unknown'],
    [1n, 'XXX', 'currency_unknown'],
    [1n, 'toString', 'currency_unknown'],
    [1n, undefined, 'currency_unknown'],
  ])('refuses %s %s', (minorUnits, currency, code) => {
    expect(codeOf(() => Reflect.apply(money, undefined, [minorUnits, currency]))).toBe(code);
  });

  it('prints nothing but ASCII of an unknown currency, and not much', () => {
    expect(() => money(1n, `\u0000\u202e${'€'.repeat(100)}`)).toThrow(/^"[?]{40}" is not an ISO 4217 currency$/);
  });
});

describe('parseMoney', () => {
  it('reads back what formatDecimal writes, in every currency', () => {
    fc.assert(
      fc.property(anyMinorUnits, anyCurrency, (minorUnits, currency) => {
        const amount = money(minorUnits, currency);
        const digits = minorUnitDigits(currency);
        const [whole = '', fraction = ''] = formatDecimal(amount).split('.');
        expect(fraction).toHaveLength(digits);
        expect(BigInt(whole + fraction)).toBe(minorUnits);
        expect(equalMoney(parseMoney(formatDecimal(amount), currency), amount)).toBe(true);
      }),
      seeded,
    );
  });

  it.each([
    ['12.5', 'EUR', 1250n],
    ['12', 'EUR', 1200n],
    ['0', 'EUR', 0n],
    ['0.01', 'EUR', 1n],
    ['007', 'EUR', 700n],
    ['500', 'JPY', 500n],
    ['500.00', 'JPY', 500n],
    ['1.2340', 'KWD', 1234n],
    ['1.2345', 'CLF', 12_345n],
    ['9999999999999999.99', 'EUR', maxMinorUnits],
    ['999999999999999999', 'JPY', maxMinorUnits],
  ])('reads %s %s', (decimal, currency, minorUnits) => {
    expect(parseMoney(decimal, currency).minorUnits).toBe(minorUnits);
  });

  it.each([
    ['12.345', 'EUR'],
    ['1.5', 'JPY'],
    ['1e3', 'EUR'],
    ['-1', 'EUR'],
    ['+1', 'EUR'],
    [' 1', 'EUR'],
    ['1\n', 'EUR'],
    ['1,50', 'EUR'],
    ['1 000', 'EUR'],
    ['.5', 'EUR'],
    ['5.', 'EUR'],
    ['', 'EUR'],
    ['0x10', 'EUR'],
    ['١٢', 'EUR'],
    ['Infinity', 'EUR'],
    ['NaN', 'EUR'],
    ['1234567890123456789', 'JPY'],
    ['99999999999999999.99', 'EUR'],
    [12, 'EUR'],
    [12.5, 'EUR'],
    [undefined, 'EUR'],
    [null, 'EUR'],
    [['12'], 'EUR'],
  ])('refuses %j %s', (decimal, currency) => {
    expect(codeOf(() => Reflect.apply(parseMoney, undefined, [decimal, currency]))).toBe('amount_invalid');
  });

  it('refuses an unknown currency before it looks at the amount', () => {
    expect(codeOf(() => parseMoney('nonsense', 'DEM'))).toBe('currency_unknown');
  });
});

describe('sums', () => {
  it('go up and down without loss', () => {
    fc.assert(
      fc.property(anyMinorUnits, anyMinorUnits, anyCurrency, (one, other, currency) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const difference = subtractMoney(money(more, currency), money(less, currency));
        expect(addMoney(difference, money(less, currency)).minorUnits).toBe(more);
        expect(compareMoney(money(less, currency), money(more, currency))).toBe(less === more ? 0 : -1);
        expect(compareMoney(money(more, currency), money(less, currency))).toBe(less === more ? 0 : 1);
      }),
      seeded,
    );
  });

  it('stay inside 18 digits and above zero', () => {
    expect(codeOf(() => addMoney(money(maxMinorUnits, 'EUR'), money(1n, 'EUR')))).toBe('amount_invalid');
    expect(codeOf(() => subtractMoney(money(1n, 'EUR'), money(2n, 'EUR')))).toBe('amount_invalid');
  });

  it.each([addMoney, subtractMoney, compareMoney])('do not mix currencies: %o', (sum) => {
    expect(codeOf(() => sum(money(2n, 'EUR'), money(1n, 'USD')))).toBe('currency_mismatch');
  });

  it('are equal only in the same currency', () => {
    expect(equalMoney(money(1n, 'EUR'), money(1n, 'EUR'))).toBe(true);
    expect(equalMoney(money(1n, 'EUR'), money(2n, 'EUR'))).toBe(false);
    expect(equalMoney(money(1n, 'EUR'), money(1n, 'USD'))).toBe(false);
  });
});
