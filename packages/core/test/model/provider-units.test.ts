import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, minorUnitDigits } from '../../src/model/currency.ts';
import { money } from '../../src/model/money.ts';
import { formatDecimal, formatMinorUnits } from '../../src/model/money-format.ts';
import { fromProviderUnits, toProviderUnits } from '../../src/model/provider-units.ts';
import { seeded } from '../support/property.ts';

const amount = fc.record({
  units: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  currency: fc.constantFrom(...currencyCodes),
});

describe('the units of a provider that counts otherwise', () => {
  it('scale the amount, and never reinterpret it', () => {
    expect(toProviderUnits(money(500n, 'ISK'), 2)).toBe(50_000n);
    expect(formatDecimal(money(500n, 'ISK'), { digits: 2 })).toBe('500.00');
    expect(formatMinorUnits(money(500n, 'ISK'), { digits: 2 })).toBe('50000');
    expect(toProviderUnits(money(1_500n, 'UGX'), 0)).toBe(1_500n);
    expect(toProviderUnits(money(1_230n, 'KWD'), 2)).toBe(123n);
    expect(fromProviderUnits(50_000n, 'ISK', 2)).toEqual(money(500n, 'ISK'));
    expect(fromProviderUnits(123n, 'KWD', 2)).toEqual(money(1_230n, 'KWD'));
  });

  it('refuse what one side cannot express', () => {
    expect(() => toProviderUnits(money(1_234n, 'KWD'), 2)).toThrow('more than 2 decimals in KWD');
    expect(() => fromProviderUnits(50_001n, 'ISK', 2)).toThrow('part of a minor unit of ISK');
    expect(() => fromProviderUnits(1n, 'ZZZ', 2)).toThrow('not an ISO 4217 currency');
  });

  it('come back as they went', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 3 }), ({ units, currency }, more) => {
        const digits = minorUnitDigits(currency) + more;
        const original = money(units, currency);
        expect(fromProviderUnits(toProviderUnits(original, digits), currency, digits)).toEqual(original);
      }),
      seeded,
    );
  });
});
