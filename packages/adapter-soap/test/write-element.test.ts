import { describe, expect, it } from 'vitest';
import { type SoapFields, writeElement } from '../src/write-element.ts';
import { loadBank } from './support/wsdl-folder.ts';

const { input } = (await loadBank()).operation('pay');
const plain: SoapFields = { '@run': true, amount: '10.00', currency: 'EUR' };

describe('an element', () => {
  it('is written in the order of its schema, whatever the order of its fields', () => {
    expect(writeElement(input, { currency: 'EUR', '@run': true, note: ['a', 'b'], amount: '10.00' })).toBe(
      '<n0:pay xmlns:n0="urn:bank" run="true"><n0:amount>10.00</n0:amount><n0:currency>EUR</n0:currency>' +
        '<n0:note>a</n0:note><n0:note>b</n0:note></n0:pay>',
    );
  });

  it('keeps every digit of decimals and integers', () => {
    const written = writeElement(input, {
      ...plain,
      amount: '12345678901234567.89',
      sequenceNumber: 9007199254740993n,
    });
    expect(written).toContain('<n0:amount>12345678901234567.89</n0:amount>');
    expect(written).toContain('<n0:sequenceNumber>9007199254740993</n0:sequenceNumber>');
  });

  it('holds text that looks like markup as text', () => {
    const written = writeElement(input, {
      ...plain,
      currency: '</n0:currency><n0:amount>9&amp;',
      '@channel': '"><x a="',
    });
    expect(written).toContain('&lt;/n0:currency&gt;&lt;n0:amount&gt;9&amp;amp;');
    expect(written).toContain('channel="&quot;>&lt;x a=&quot;"');
  });

  it('declares nothing that its parent declared', () => {
    expect(writeElement(input, plain, [' xmlns:n0="urn:bank"'])).toMatch(/^<n0:pay run="true">/);
  });

  it.each<[string, SoapFields, RegExp]>([
    ['lacks a field', { '@run': true, currency: 'EUR' }, /lacks amount/],
    ['lacks an attribute', { amount: '1', currency: 'EUR' }, /lacks the attribute run/],
    ['has a field too many', { ...plain, colour: 'red' }, /has no colour/],
    ['has an attribute too many', { ...plain, '@colour': 'red' }, /has no @colour/],
    ['injects markup of the engine', { ...plain, $xml: '<a/>' }, /has no \$xml/],
    ['has two of one', { ...plain, currency: ['EUR', 'USD'] }, /takes one currency/],
    ['has elements for text', { ...plain, currency: { a: 'b' } }, /has no a/],
    ['has a decimal with an exponent', { ...plain, amount: '1e3' }, /is no decimal/],
    ['has a fraction for an integer', { ...plain, sequenceNumber: '1.5' }, /is no integer/],
    ['has a control character', { ...plain, currency: 'E\u0000R' }, /characters that XML lacks/],
    ['has half of a pair', { ...plain, currency: '\ud800' }, /characters that XML lacks/],
  ])('is refused when it %s', (_name, fields, message) => {
    expect(() => writeElement(input, fields)).toThrow(message);
  });
});
