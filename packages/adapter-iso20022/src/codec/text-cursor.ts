import { codeUnitsReader } from '@polyrail/xml/document';
import type { MessageFrame } from './content.ts';
import { plain } from './xml-characters.ts';

/** Ends the fast reading: there is something that only a reader of all XML can judge. It never leaves the codec. */
export const unusual: Error = new Error('unusual');

const codeUnits = codeUnitsReader();
const lessThan = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const notSimple = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\]\]>|\p{Surrogate}/u;
const reference = /&(?:(amp|lt|gt|quot|apos);)?/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A place in the text of a message that is written the usual way. */
export class TextCursor {
  readonly text: string;
  /** The UTF-16 code units of the text: faster to look at than the text itself. */
  readonly codes: Uint16Array;
  readonly frame: MessageFrame;
  /** Elements that may still be inside each other. */
  depth: number;
  at: number;

  constructor(text: string, at: number, frame: MessageFrame, depth: number) {
    this.text = text;
    this.codes = codeUnits(text);
    this.at = at;
    this.frame = frame;
    this.depth = depth;
  }

  /** Steps over white space; the code of what follows. */
  skipSpace(): number {
    const { codes } = this;
    let { at } = this;
    while (codes[at] === 32 || codes[at] === 10 || codes[at] === 13 || codes[at] === 9) at += 1;
    this.at = at;
    return codes[at] ?? 0;
  }

  /** Whether these codes stand at an offset. */
  has(mark: Uint16Array, offset: number): boolean {
    const { codes } = this;
    for (let at = 0; at < mark.length; at += 1) if (codes[offset + at] !== mark[at]) return false;
    return true;
  }

  expect(mark: Uint16Array): void {
    if (!this.has(mark, this.at)) throw unusual;
    this.at += mark.length;
  }

  expectCode(code: number): void {
    if (this.codes[this.at] !== code) throw unusual;
    this.at += 1;
  }

  /** The text up to the next tag. */
  takeText(): string {
    const { codes, at: start } = this;
    let at = start;
    while (plain[codes[at] ?? lessThan] === 1) at += 1;
    if (codes[at] !== lessThan) return this.#takeLessPlain();
    this.at = at;
    return this.text.slice(start, at);
  }

  #takeLessPlain(): string {
    const end = this.text.indexOf('<', this.at);
    if (end < 0) throw unusual;
    const raw = this.text.slice(this.at, end);
    if (notSimple.test(raw)) throw unusual;
    this.at = end;
    return raw.replace(reference, (_, name: string | undefined) => {
      if (name === undefined) throw unusual;
      return named[name] ?? '';
    });
  }
}
