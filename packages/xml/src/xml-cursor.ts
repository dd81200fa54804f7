import { codeUnitsReader } from './code-units.ts';
import { type XmlIssueCode, XmlRefusal } from './xml-issue.ts';
import { endOfName } from './xml-names.ts';

const codeUnits = codeUnitsReader();

/** A place in a text, and the small steps that a reader makes. There is one at a time. */
export class XmlCursor {
  readonly text: string;
  readonly #codes: Uint16Array;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.#codes = codeUnits(text);
  }

  refusal(code: XmlIssueCode, at: number = this.at): XmlRefusal {
    return new XmlRefusal(code, at);
  }

  /** The code unit here, or a little further, 0 behind the end. */
  code(further = 0): number {
    return this.#codes[this.at + further] ?? 0;
  }

  /** Steps over one character that has to be here. */
  expect(character: string): void {
    if (this.text[this.at] !== character) throw this.refusal(this.at < this.text.length ? 'syntax' : 'tag_unclosed');
    this.at += 1;
  }

  /** Steps over white space and says whether there was any. */
  skipSpace(): boolean {
    const start = this.at;
    let at = start;
    while (isSpace(this.#codes[at])) at += 1;
    this.at = at;
    return at > start;
  }

  /** Steps over the text up to the next `<` and says whether it is plain: written as it is read, and as canonical forms write it. */
  skipText(): boolean {
    const codes = this.#codes;
    let isPlain = true;
    let { at } = this;
    for (; ; at += 1) {
      const code = codes[at];
      if (code === 0x3c || code === 0 || code === undefined) break;
      if (code === 0x26 || code === 0x3e || code === 0x0d) isPlain = false;
    }
    this.at = at;
    return isPlain;
  }

  /** Steps over the characters of a name; whether they are one is checked where the name is resolved. */
  takeName(): string {
    const start = this.at;
    this.at = endOfName(this.text, this.#codes, start);
    return this.text.slice(start, this.at);
  }

  /** Steps over a name that is exactly this one, and says whether it was there. */
  takeThisName(name: string): boolean {
    const end = this.at + name.length;
    if (!this.text.startsWith(name, this.at) || endOfName(this.text, this.#codes, end) !== end) return false;
    this.at = end;
    return true;
  }

  /** Steps over everything up to `mark` and over the mark. */
  takeUntil(mark: string): string {
    const start = this.at;
    const end = this.text.indexOf(mark, start);
    if (end < 0) throw this.refusal('syntax');
    this.at = end + mark.length;
    return this.text.slice(start, end);
  }
}

export function isSpace(code: number | undefined): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
