import { type CharacterSetName, foreignCharacter, type TextPolicy } from './character-set.ts';

/** Where a text goes. */
export interface TextPlace {
  readonly charset: CharacterSetName;
  /** In code points, after any transliteration. Default: no limit. */
  readonly maxLength?: number;
  /** Default: `refuse`. */
  readonly policy?: TextPolicy;
}

/**
 * Letters and signs whose plain form is not a base letter with marks.
 *
 * @see {@link https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best EPC217-08}
 */
const plainForms: Readonly<Record<string, string>> = {
  ß: 'ss',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ł: 'L',
  ł: 'l',
  Ŋ: 'N',
  ŋ: 'n',
  Þ: 'TH',
  þ: 'th',
  Ŧ: 'T',
  ŧ: 't',
  '&': '+',
  '€': 'E',
  _: '-',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  '*': '.',
  ';': ',',
  '@': '(at)',
};

/** The text as a place takes it; `undefined` where it does not fit. It is never cut: a cut name or reference misleads. */
export function fitText(text: string, place: TextPlace): string | undefined {
  const fitted = place.policy === 'transliterate' ? transliterate(text, place.charset) : text;
  if (foreignCharacter(fitted, place.charset) !== undefined) return undefined;
  const { maxLength = Number.POSITIVE_INFINITY } = place;
  // There are never more code points than code units.
  return fitted.length > maxLength && [...fitted].length > maxLength ? undefined : fitted;
}

/** Writes characters outside the set in plain form; a character without one stays, and is refused later. */
function transliterate(text: string, charset: CharacterSetName): string {
  let result = '';
  for (const character of text.normalize('NFC')) {
    if (foreignCharacter(character, charset) === undefined) result += character;
    else result += plainForms[character] ?? withoutMarks(character);
  }
  return result;
}

function withoutMarks(character: string): string {
  const base = character.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return base === '' ? character : base;
}
