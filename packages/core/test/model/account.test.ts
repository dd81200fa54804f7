import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIban } from '../../src/model/index.ts';
import { seeded } from '../support/property.ts';

/** Examples of the IBAN registry. */
const examples = [
  'GB82WEST12345698765432',
  'DE89370400440532013000',
  'FR1420041010050500013M02606',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
  'CH9300762011623852957',
  'LC55HEMM000100010012001200023015',
];

describe('isIban', () => {
  it.each(examples)('takes %s', (iban) => {
    expect(isIban(iban)).toBe(true);
  });

  it.each([
    '',
    'DE88370400440532013000',
    'de89370400440532013000',
    'DE89 3704 0044 0532 0130 00',
    'DE89370400440532013000\n',
    'DE8937040044053201300Ö',
    '1E89370400440532013000',
    `DE89${'3'.repeat(31)}`,
    'DE893704',
  ])('refuses %j', (iban) => {
    expect(isIban(iban)).toBe(false);
  });

  it('notices every digit that is wrong and every pair that is swapped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.nat(40), fc.integer({ min: 1, max: 9 }), (iban, at, step) => {
        const index = 4 + (at % (iban.length - 5));
        const [one = '', two = ''] = iban.slice(index, index + 2);
        if (/\d/.test(one)) {
          const wrong = String((Number(one) + step) % 10);
          expect(isIban(iban.slice(0, index) + wrong + iban.slice(index + 1))).toBe(false);
        }
        if (one !== two) expect(isIban(iban.slice(0, index) + two + one + iban.slice(index + 2))).toBe(false);
      }),
      seeded,
    );
  });
});
