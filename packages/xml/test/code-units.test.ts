import { describe, expect, it } from 'vitest';
import { codeUnitsReader } from '../src/code-units.ts';

const room = 65_536;
const units = (text: string): readonly number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

describe('the code units of a text', () => {
  it.each([
    ['short', 'a\u00e9\u20ac\u{1f600}z'],
    ['as long as the room for most', 'é'.repeat(room - 1)],
    ['a little longer', '\u{1f600}'.repeat(room / 2)],
    ['far longer', 'ab€'.repeat(room)],
  ])('are those that it has: %s', (_, text) => {
    expect([...codeUnitsReader()(text).subarray(0, text.length)]).toEqual(units(text));
  });

  it('end with a NUL or with nothing, whatever stood there before', () => {
    const codeUnits = codeUnitsReader();
    for (const length of [room - 1, room, 3, 2, 0]) {
      const codes = codeUnits('x'.repeat(length));
      expect(codes[length] ?? 0).toBe(0);
    }
  });

  it('hold while another reader is at work', () => {
    const outer = codeUnitsReader()('outer');
    codeUnitsReader()('inner');
    expect([...outer.subarray(0, 5)]).toEqual(units('outer'));
  });
});
