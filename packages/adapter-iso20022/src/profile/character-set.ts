/** A set of characters that a network allows. */
export type CharacterSetName = 'any' | 'alphanumeric' | 'printable-ascii' | 'fin-x' | 'sps-latin';

/** What happens to a character outside the set: the text is refused, or the character is written in another way. */
export type TextPolicy = 'refuse' | 'transliterate';

/** First and last code point of a range; a single code point is a range of one. */
type Range = readonly [first: number, last: number];

const digits: Range = [0x30, 0x39];
const upper: Range = [0x41, 0x5a];
const lower: Range = [0x61, 0x7a];

/** ' ( ) + , - . / then : and ? and the space. */
const finX: readonly Range[] = [
  [0x20, 0x20],
  [0x27, 0x29],
  [0x2b, 0x2f],
  digits,
  [0x3a, 0x3a],
  [0x3f, 0x3f],
  upper,
  lower,
];

/**
 * The code points of each set.
 *
 * - `fin-x`: the FIN X set without line breaks, which is also the basic Latin set of SEPA.
 * - `printable-ascii`: also the extended FIN X set of CBPR+ for names, addresses and remittance information.
 * - `sps-latin`: Basic Latin, Latin-1 Supplement, Latin Extended-A and € Ș ș Ț ț, as the Swiss Payment Standards do.
 *
 * @see {@link https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best EPC217-08}
 * @see {@link https://www.six-group.com/dam/download/banking-services/standardization/sps/ig-delta-guide-sps2026-en.pdf Swiss Payment Standards 2026}
 */
export const characterSets: Readonly<Record<CharacterSetName, readonly Range[]>> = {
  any: [
    [0x20, 0x7e],
    [0xa0, 0xd7ff],
    [0xe000, 0xfffd],
    [0x10000, 0x10ffff],
  ],
  alphanumeric: [digits, upper, lower],
  'printable-ascii': [[0x20, 0x7e]],
  'fin-x': finX,
  'sps-latin': [
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x218, 0x21b],
    [0x20ac, 0x20ac],
  ],
};

/** A character that a set does not have, and where it stands, counted in code points from 0. */
export interface ForeignCharacter {
  readonly character: string;
  readonly index: number;
}

const outside: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(characterSets).map(([name, ranges]) => {
    const inside = ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('');
    return [name, new RegExp(`[^${inside}]`, 'u')];
  }),
);

/** The first character of the text that the set does not have; undefined when all are allowed. */
export function foreignCharacter(text: string, charset: CharacterSetName): ForeignCharacter | undefined {
  const found = outside.get(charset)?.exec(text);
  return found ? { character: found[0], index: [...text.slice(0, found.index)].length } : undefined;
}
