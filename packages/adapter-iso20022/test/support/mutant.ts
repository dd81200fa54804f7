import { attributes, noise, openings, texts } from './mutant-pieces.ts';
import { below, pick, type Random } from './pick.ts';
import { randomText } from './random-text.ts';

/** Text in pieces: tags and what is between them. */
type Pieces = string[];
type Mutation = (pieces: Pieces, random: Random) => void;

const isOpening = (piece: string): boolean => /^<[^/!?]/.test(piece);
const isText = (piece: string): boolean => !piece.startsWith('<');

/** A message that was changed in one to three places; some changes leave it valid. */
export function mutant(xml: string, random: Random): string {
  const pieces = xml.match(/<[^>]*>|[^<]+/g) ?? [];
  for (let changes = pick(random, [1, 1, 1, 2, 3]); changes > 0; changes -= 1) pick(random, mutations)(pieces, random);
  return pieces.join('');
}

const mutations: readonly Mutation[] = [
  ...Array<Mutation>(6).fill(changeText),
  dropElement,
  dropElement,
  repeatElement,
  swapElements,
  moveElement,
  renameElement,
  (pieces, random) => void pieces.splice(below(random, pieces.length), 0, pick(random, noise)),
  (pieces, random) => changeTag(pieces, random, (tag) => tag.replace(/(\/?>)$/, `${pick(random, attributes)}$1`)),
  (pieces, random) => changeTag(pieces, random, (tag) => tag.replace(/ [^>]*/, '')),
  prefixAll,
  emptyElement,
  changeCharacter,
  (pieces, random) => void pieces.splice(below(random, pieces.length), 1),
  (pieces, random) => void pieces.unshift(pick(random, openings)),
  (pieces, random) => void pieces.push(pick(random, ['\n', ' <!-- c -->', 'x', '<x/>', '\u0000', '<?p i?>'])),
];

function changeText(pieces: Pieces, random: Random): void {
  const at = anyIndex(pieces, random, isText);
  if (at < 0) return;
  const text = pieces[at] ?? '';
  const place = below(random, text.length + 1);
  pieces[at] = pick(random, [
    () => pick(random, texts),
    () => pick(random, texts),
    () => text + pick(random, ['0', 'X', ' ', 'é', '.', '-', '\n', '😀']),
    () => text.slice(0, place) + text.slice(place + 1),
    () => text.slice(0, place) + pick(random, ['0', 'a', 'Z', '-', ':', '.', ' ', '+', '\t']) + text.slice(place + 1),
    () => `${text.slice(0, place)}${pick(random, noise)}${text.slice(place)}`,
    () => text.repeat(2 + below(random, 9)),
    () => ` ${text}\n`,
    () => randomText(random, 0, 60).replace(/[<&\]]/g, 'x'),
    () => text.replace(/[A-Za-z]/, (letter) => `&#${letter.charCodeAt(0)};`),
  ])();
}

function changeTag(pieces: Pieces, random: Random, change: (tag: string) => string): void {
  const at = anyIndex(pieces, random, isOpening);
  if (at >= 0) pieces[at] = change(pieces[at] ?? '');
}

function dropElement(pieces: Pieces, random: Random): void {
  const [start, end] = anyElement(pieces, random);
  pieces.splice(start, end - start);
}

function repeatElement(pieces: Pieces, random: Random): void {
  const [start, end] = anyElement(pieces, random);
  const element = pieces.slice(start, end);
  if (element.length > 200) return;
  for (let times = pick(random, [1, 1, 2, 8]); times > 0; times -= 1) pieces.splice(end, 0, ...element);
}

function swapElements(pieces: Pieces, random: Random): void {
  const [start, end] = anyElement(pieces, random);
  const next = elementAt(pieces, end);
  if (next > end) pieces.splice(start, next - start, ...pieces.slice(end, next), ...pieces.slice(start, end));
}

function moveElement(pieces: Pieces, random: Random): void {
  const [start, end] = anyElement(pieces, random);
  const element = pieces.slice(start, end);
  pieces.splice(anyIndex(pieces, random, isOpening), 0, ...element);
}

function renameElement(pieces: Pieces, random: Random): void {
  const [start, end] = anyElement(pieces, random);
  const other = /^<([\w.]+)/.exec(pieces[anyIndex(pieces, random, isOpening)] ?? '')?.[1] ?? 'Zz';
  const name = pick(random, [other, other, 'Zz', 'Cd', 'Prtry', 'Id', 'Nm']);
  pieces[start] = (pieces[start] ?? '').replace(/^<[\w.]+/, `<${name}`);
  pieces[end - 1] = (pieces[end - 1] ?? '').replace(/^<\/[\w.]+/, `</${name}`);
}

function emptyElement(pieces: Pieces, random: Random): void {
  const [start, end] = anyElement(pieces, random);
  const open = pieces[start] ?? '';
  pieces.splice(
    start,
    end - start,
    ...(random() < 0.5 ? [open, pieces[end - 1] ?? ''] : [open.replace(/\/?>$/, '/>')]),
  );
}

function prefixAll(pieces: Pieces, random: Random): void {
  const namespace = /xmlns="([^"]*)"/.exec(pieces.join(''))?.[1] ?? '';
  const end = random() < 0.8 ? pieces.length : below(random, pieces.length);
  for (let at = 0; at < end; at += 1) {
    const piece = pieces[at] ?? '';
    pieces[at] = piece
      .replace(/^<(\/?)(?=[A-Za-z])/, '<$1q:')
      .replace(`xmlns="${namespace}"`, `xmlns:q="${namespace}"`);
  }
}

function changeCharacter(pieces: Pieces, random: Random): void {
  const at = below(random, pieces.length);
  const piece = pieces[at] ?? '';
  const place = below(random, piece.length);
  pieces[at] =
    piece.slice(0, place) +
    pick(random, ['', '', '<', '>', '/', '"', '&', ' ', 'x', ';', '\u0001']) +
    piece.slice(place + 1);
}

function anyElement(pieces: Pieces, random: Random): readonly [start: number, end: number] {
  const start = anyIndex(pieces, random, isOpening);
  const end = elementAt(pieces, start);
  return [Math.max(0, start), Math.max(0, end)];
}

/** The index behind an element that starts at one; the same index where none starts. */
function elementAt(pieces: Pieces, start: number): number {
  let depth = 0;
  for (let at = start; at < pieces.length && at >= 0; at += 1) {
    const piece = pieces[at] ?? '';
    if (isOpening(piece)) depth += piece.endsWith('/>') ? 0 : 1;
    else if (piece.startsWith('</')) depth -= 1;
    if (depth <= 0) return isOpening(pieces[start] ?? '') && depth === 0 ? at + 1 : start;
  }
  return start;
}

function anyIndex(pieces: Pieces, random: Random, isWanted: (piece: string) => boolean): number {
  const first = below(random, Math.max(1, pieces.length));
  for (let step = 0; step < pieces.length; step += 1) {
    const at = (first + step) % pieces.length;
    if (isWanted(pieces[at] ?? '')) return at;
  }
  return -1;
}
