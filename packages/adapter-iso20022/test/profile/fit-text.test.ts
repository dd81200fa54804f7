import { describe, expect, it } from 'vitest';
import { type CharacterSetName, characterSets, foreignCharacter } from '../../src/profile/character-set.ts';
import { fitText } from '../../src/profile/fit-text.ts';

function isAllowed(character: string, charset: CharacterSetName): boolean {
  return foreignCharacter(character, charset) === undefined;
}

describe('foreignCharacter', () => {
  it('counts code points, not halves of them', () => {
    expect(foreignCharacter('😀ü', 'any')).toBeUndefined();
    expect(foreignCharacter('a😀', 'printable-ascii')).toEqual({ character: '😀', index: 1 });
    expect(foreignCharacter('Zoë', 'fin-x')).toEqual({ character: 'ë', index: 2 });
  });

  it('allows control characters nowhere', () => {
    for (const set of ['any', 'alphanumeric', 'printable-ascii', 'fin-x', 'sps-latin'] as const)
      for (const control of ['\n', '\t', '\u0000', '\u007f', '\u0085', '\ufffe'])
        expect(isAllowed(control, set)).toBe(false);
  });

  it('has 73 characters in the FIN X set, and all of printable ASCII in its extension', () => {
    const count = (set: keyof typeof characterSets): number =>
      characterSets[set].reduce((sum, [first, last]) => sum + last - first + 1, 0);
    expect(count('fin-x')).toBe(73);
    expect(count('printable-ascii')).toBe(95);
    expect([..."/-?:().,'+ "].every((character) => isAllowed(character, 'fin-x'))).toBe(true);
    expect([...'!"#$%&*;<=>@[]^_{|}~\\`'].some((character) => isAllowed(character, 'fin-x'))).toBe(false);
  });
});

describe('fitText', () => {
  it('refuses a foreign character unless it is told to write it in another way', () => {
    expect(fitText('Müller', { charset: 'fin-x' })).toBeUndefined();
    expect(fitText('Muller', { charset: 'fin-x' })).toBe('Muller');
  });

  it.each([
    ['Müller & Söhne', 'Muller + Sohne'],
    ['Weiß', 'Weiss'],
    ['Œuvre Łódź Ærø', 'OEuvre Lodz AEro'],
    ['Ñandú', 'Nandu'],
    ['İstanbul', 'Istanbul'],
    ['a_b – "c"', "a-b - 'c'"],
    ['ﬁn', 'fin'],
    ['Zoe\u0308', 'Zoe'],
  ])('writes %s as %s', (text, plain) => {
    expect(fitText(text, { charset: 'fin-x', policy: 'transliterate' })).toBe(plain);
  });

  it('keeps what the set has', () => {
    expect(fitText('Müller', { charset: 'sps-latin', policy: 'transliterate' })).toBe('Müller');
  });

  it('refuses a character that has no plain form', () => {
    for (const text of ['Ελλάς', '日本', 'a😀'])
      expect(fitText(text, { charset: 'fin-x', policy: 'transliterate' })).toBeUndefined();
  });

  it('never cuts a text', () => {
    expect(fitText('x'.repeat(71), { charset: 'fin-x', maxLength: 70 })).toBeUndefined();
    expect(fitText('ß'.repeat(36), { charset: 'fin-x', maxLength: 70, policy: 'transliterate' })).toBeUndefined();
    expect(fitText('😀'.repeat(35), { charset: 'any', maxLength: 35 })).toBe('😀'.repeat(35));
    expect(fitText('😀'.repeat(36), { charset: 'any', maxLength: 35 })).toBeUndefined();
  });
});
