import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeForm } from '../src/form.ts';

/** Any character but half of one. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));

describe('a form body', () => {
  it('writes nested fields with brackets, in the order of the fields', () => {
    const form = {
      amount: '1250',
      card: { id: 'x', owner: { name: 'Ada' } },
      items: ['a', { sku: 'b', count: 2 }],
      capture: false,
      count: 0,
    };
    expect([...new URLSearchParams(encodeForm(form))]).toEqual([
      ['amount', '1250'],
      ['card[id]', 'x'],
      ['card[owner][name]', 'Ada'],
      ['items[0]', 'a'],
      ['items[1][sku]', 'b'],
      ['items[1][count]', '2'],
      ['capture', 'false'],
      ['count', '0'],
    ]);
  });

  it('leaves out what is absent and keeps what is empty', () => {
    expect(encodeForm({ a: undefined, b: '', c: { d: undefined }, e: [] })).toBe('b=');
  });

  it('cannot be broken out of: every text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect([...new URLSearchParams(encodeForm({ a: text, b: 'end' }))]).toEqual([
          ['a', text],
          ['b', 'end'],
        ]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
