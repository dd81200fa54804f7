import { below, pick, type Random } from './pick.ts';

const part = /\[([^\]]+)\]|\\(.)|([().])|([^[\\().{}])/y;
const quantifier = /\{(\d+)(?:,(\d+))?\}|\*/y;

/** A text that a pattern of the schemas matches: classes, escapes, groups and bounds are all that they have. */
export function textMatching(pattern: string, random: Random): string {
  const [text, end] = sequence(pattern, 0, random);
  if (end < pattern.length) throw new Error(`cannot make a text for ${pattern}`);
  return text;
}

function sequence(pattern: string, start: number, random: Random): readonly [text: string, end: number] {
  let text = '';
  let at = start;
  while (at < pattern.length && pattern[at] !== ')') {
    const begin = at;
    at = endOfPart(pattern, begin, random);
    quantifier.lastIndex = at;
    const bounds = quantifier.exec(pattern);
    const [min, max] = bounds ? [Number(bounds[1] ?? 0), Number(bounds[2] ?? bounds[1] ?? 5)] : [1, 1];
    for (let times = min + below(random, max - min + 1); times > 0; times -= 1) text += one(pattern, begin, random);
    at += bounds?.[0].length ?? 0;
  }
  return [text, at];
}

function endOfPart(pattern: string, start: number, random: Random): number {
  if (pattern[start] === '(') return sequence(pattern, start + 1, random)[1] + 1;
  part.lastIndex = start;
  if (!part.test(pattern)) throw new Error(`cannot make a text for ${pattern}`);
  return part.lastIndex;
}

function one(pattern: string, start: number, random: Random): string {
  if (pattern[start] === '(') return sequence(pattern, start + 1, random)[0];
  part.lastIndex = start;
  const [, members, escaped, dot, literal] = part.exec(pattern) ?? [];
  if (members !== undefined) return pick(random, membersOf(members));
  return escaped ?? literal ?? (dot === undefined ? '' : '.');
}

function membersOf(text: string): readonly string[] {
  const members: string[] = [];
  for (const [, from = '', to, single = ''] of text.matchAll(/([^\\])-([^\\])|\\?(.)/g)) {
    if (to === undefined) members.push(single);
    else
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) members.push(String.fromCharCode(code));
  }
  return members;
}

const characters = [...'aZ09 /-?:().,\'+&<>"]\n\t\r', 'é', 'ß', 'Ω', '漢', '😀', '\u00a0', '\u0085', '\u2028', 'Ș'];

/** A text of some of the characters that XML can hold; not longer than `max` code points. */
export function randomText(random: Random, min: number, max: number): string {
  const length = random() < 0.05 ? Math.min(max, 200) : min + below(random, Math.min(max, 20) - min + 1);
  const strange = random() < 0.3;
  return Array.from({ length }, () => (strange ? pick(random, characters) : pick(random, ['A', 'b', '7', ' ']))).join(
    '',
  );
}

export function randomDigits(random: Random, length: number): string {
  return Array.from({ length }, () => String(below(random, 10))).join('');
}
