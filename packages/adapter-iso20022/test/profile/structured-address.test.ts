import { describe, expect, it } from 'vitest';
import { addressForm, repeatedLine } from '../../src/profile/address-form.ts';
import { structuredAddress } from '../../src/profile/structured-address.ts';

describe('structuredAddress', () => {
  it('fills the elements of the schema and leaves empty ones out', () => {
    const address = { street: 'Main St', buildingNumber: '1', postCode: '02101', town: 'Boston', country: 'US' };
    expect(structuredAddress(address)).toEqual({
      StrtNm: 'Main St',
      BldgNb: '1',
      PstCd: '02101',
      TwnNm: 'Boston',
      Ctry: 'US',
    });
    expect(structuredAddress({ town: 'Boston', country: 'US', street: '' })).toEqual({ TwnNm: 'Boston', Ctry: 'US' });
  });

  it('writes every part but the country in the characters of the network', () => {
    const address = { street: 'a', buildingNumber: 'b', postCode: 'c', town: 'd', country: 'US' };
    const fitted = structuredAddress(address, (part) => part.toUpperCase());
    expect(Object.values(fitted)).toEqual(['A', 'B', 'C', 'D', 'US']);
  });
});

describe('addressForm', () => {
  it.each([
    ['structured', 'Bonn', 'DE', []],
    ['hybrid', 'Bonn', 'DE', ['Hauptstr. 1']],
    ['unstructured', undefined, 'DE', ['Hauptstr. 1', 'Bonn']],
    ['unstructured', 'Bonn', undefined, ['Hauptstr. 1']],
    ['incomplete', undefined, 'DE', []],
    ['incomplete', '', 'DE', []],
  ])('%s: %s, %s and lines', (form, town, country, lines) => {
    expect(addressForm({ town, country, lines })).toBe(form);
  });

  it('finds a line that only repeats town or country', () => {
    expect(repeatedLine({ town: 'Bonn', country: 'DE', lines: ['Hauptstr. 1', ' BONN '] })).toBe(' BONN ');
    expect(repeatedLine({ town: 'Bonn', country: 'DE', lines: ['Bonner Str. 1'] })).toBeUndefined();
  });
});
