import { isIssued } from './issuer-range.ts';
import { passesLuhn } from './luhn.ts';

/** A card number in a text: where it is, with the rest of a magnetic stripe, and its digits. */
export interface CardNumber {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** How people and programs part a card number: spaces, hyphens, dots, in URLs, in forms, in JSON arrays of groups. */
const separator = String.raw`(?:[ \-.+_\t]|%20|%2[BDbd]|\\t|&nbsp;|&#160;|\\*"\s?,\s?\\*")`;

/** Fourteen digits or more, whatever parts them. */
const run = new RegExp(String.raw`(?<!\d)\d(?:${separator}?\d){13,}`, 'g');
const group = new RegExp(String.raw`(\d+)(${separator})?`, 'g');

/** The lengths of the groups that card numbers are written in. */
const groupings: readonly (readonly number[])[] = [
  ...[14, 15, 16, 17, 18, 19].map((length) => [length]),
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
  [4, 4, 4, 2],
  [4, 4, 4, 3],
  [4, 4, 4, 4, 1],
  [4, 4, 4, 4, 2],
  [4, 4, 4, 4, 3],
  [6, 13],
];

/** What follows the number on a magnetic stripe: name, expiry, service code and secret digits. */
const trackRest = /(?:\^[^^\r\n]{2,26}\^|=|%3D|D)\d{4,}[F?]?/iy;

/** The card numbers in a text, in their order: written in a known grouping, of an issuer's range, with a right check digit. */
export function cardNumbersIn(text: string): readonly CardNumber[] {
  const plain = plainDigits(text);
  const found: CardNumber[] = [];
  for (const { 0: digits, index } of plain.matchAll(run)) collect(plain, index, digits, found);
  return found;
}

/** True when there is a card number in the text. */
export function hasCardNumber(text: string): boolean {
  return cardNumbersIn(text).length > 0;
}

/** The first six and the last four digits may be seen. @see PCI DSS 3.4.1 */
export function maskCardNumber(digits: string): string {
  return `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`;
}

interface Group {
  readonly at: number;
  readonly digits: string;
  readonly separator: string;
}

function collect(text: string, offset: number, matched: string, found: CardNumber[]): void {
  const groups = [...matched.matchAll(group)].map<Group>(({ 1: digits = '', 2: parted = '', index }) => ({
    at: offset + index,
    digits,
    separator: parted,
  }));
  for (let first = 0; first < groups.length; ) {
    const parts = numberAt(text, groups, first);
    if (parts === undefined) first += 1;
    else {
      found.push(cardNumber(text, parts));
      first += parts.length;
    }
  }
}

function numberAt(text: string, groups: readonly Group[], first: number): readonly Group[] | undefined {
  for (const lengths of groupings) {
    if (groups[first]?.digits.length !== lengths[0]) continue;
    const parts = groups.slice(first, first + lengths.length);
    if (fits(parts, lengths) && isNumber(parts) && !isPartOfAnother(text, parts)) return parts;
  }
  return undefined;
}

/** The same groups, and the same separator between all of them. */
function fits(parts: readonly Group[], lengths: readonly number[]): boolean {
  const between = parts[0]?.separator;
  return (
    parts.length === lengths.length &&
    parts.every(({ digits, separator: own }, at) => {
      const isLast = at === lengths.length - 1;
      return digits.length === lengths[at] && (isLast || own === between);
    })
  );
}

function isNumber(parts: readonly Group[]): boolean {
  const digits = digitsOf(parts);
  return isIssued(digits) && passesLuhn(digits);
}

function digitsOf(parts: readonly Group[]): string {
  return parts.map(({ digits }) => digits).join('');
}

/** True for the fraction of a decimal number, a telephone number, and a part of a hash or of an id in hexadecimal. */
function isPartOfAnother(text: string, parts: readonly Group[]): boolean {
  const { from, to } = spanOf(parts);
  const before = text.slice(Math.max(0, from - 64), from);
  const after = text.slice(to, to + 64);
  if (parts.length === 1 && /\d\.$/.test(before)) return true;
  if (parts.length === 1 && to - from <= 15 && /(?:^|[^\dA-Za-z])\+$/.test(before)) return true;
  const [head = ''] = /[\dA-Za-z]*$/.exec(before) ?? [];
  const [tail = ''] = /^[\dA-Za-z]*/.exec(after) ?? [];
  const letters = (head + tail).replaceAll(/\d/g, '').length;
  if (!/^[\da-f]*$/i.test(head + tail)) return false;
  return parts.length === 1 ? letters > 2 && head.length + tail.length + to - from >= 20 : letters > 0;
}

function spanOf(parts: readonly Group[]): { readonly from: number; readonly to: number } {
  const last = parts.at(-1);
  return { from: parts[0]?.at ?? 0, to: (last?.at ?? 0) + (last?.digits.length ?? 0) };
}

function cardNumber(text: string, parts: readonly Group[]): CardNumber {
  const { from, to } = spanOf(parts);
  trackRest.lastIndex = to;
  return { from, to: to + (trackRest.exec(text)?.[0].length ?? 0), digits: digitsOf(parts) };
}

/** Digits, spaces and hyphens of other scripts in ASCII, each where it was: places in one text are places in the other. */
function plainDigits(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it asks for anything outside ASCII.
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00a0\u2000-\u200b\u202f\u205f\u3000\u2060\ufeff]/g, ' ')
    .replaceAll(/[\u00ad\u2010-\u2015\u2212\uff0d]/g, '-');
}
