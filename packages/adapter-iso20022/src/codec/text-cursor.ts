import type { MessageFrame } from './content.ts';

/** Ends the fast reading: there is something that only a reader of all XML can judge. It never leaves the codec. */
export const unusual: Error = new Error('unusual');

// 1 for what a text may hold below U+0080 without a second look.
const plain = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\t\n -%'-;=-\\^-~]/.test(String.fromCharCode(code))),
);
const lessThan = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const notSimple = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\]\]>|\p{Surrogate}/u;
const reference = /&(?:(amp|lt|gt|quot|apos);)?/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A place in the text of a message that is written the usual way. */
export class TextCursor {
  readonly text: string;
  readonly frame: MessageFrame;
  /** Elements that may still be inside each other. */
  depth: number;
  at: number;

  constructor(text: string, at: number, frame: MessageFrame, depth: number) {
    this.text = text;
    this.at = at;
    this.frame = frame;
    this.depth = depth;
  }

  /** Steps over white space; the code of what follows. */
  skipSpace(): number {
    const { text } = this;
    for (let { at } = this; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 10 || code === 13 || code === 9) continue;
      this.at = at;
      return code;
    }
  }

  expect(mark: string): void {
    if (!this.text.startsWith(mark, this.at)) throw unusual;
    this.at += mark.length;
  }

  /** The text up to the next tag. */
  takeText(): string {
    const { text, at: start } = this;
    let at = start;
    while (plain[text.charCodeAt(at)] === 1) at += 1;
    if (text.charCodeAt(at) !== lessThan) return this.#takeLessPlain();
    this.at = at;
    return text.slice(start, at);
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
