/** What came is no UTF-8. */
export class NotUtf8 extends Error {}

/** A document that comes in chunks, of which only what is still needed is held; given out in pieces of markup and text. */
export class MarkupSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  // The codec takes a byte order mark off.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #maxPiece: number;
  #text = '';
  #at = 0;
  #isDone = false;

  constructor(chunks: AsyncIterable<Uint8Array>, maxPiece: number) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#maxPiece = maxPiece;
  }

  /** The next tag, comment, section or text, whole; `undefined` when more is needed for it. */
  take(): string | undefined {
    const start = this.#at;
    if (this.#text.charCodeAt(start) !== lessThan) {
      const next = this.#text.indexOf('<', start);
      return next < 0 && !this.#isDone ? undefined : this.#takeUpTo(next);
    }
    const isTold = this.#text.length - start >= longestMark || this.#isDone;
    const end = isTold ? endOfMarkup(this.#text, start) : -1;
    return end < 0 && !this.#isDone ? undefined : this.#takeUpTo(end);
  }

  /** Everything through the next end tag of an element, behind what `from` counts; `undefined` when more is needed. */
  takeThroughEndTag(name: string, from: number): string | undefined {
    const text = this.#text;
    const mark = `</${name}`;
    for (let at = text.indexOf(mark, this.#at + from); at >= 0; at = text.indexOf(mark, at)) {
      at += mark.length;
      while (isSpace(text.charCodeAt(at))) at += 1;
      if (text.charCodeAt(at) === greaterThan) return this.#takeUpTo(at + 1);
    }
    return this.#isDone ? this.#takeUpTo(-1) : undefined;
  }

  /** Puts back what was taken last. */
  putBack(piece: string): void {
    this.#at -= piece.length;
  }

  get isDone(): boolean {
    return this.#isDone && this.#at === this.#text.length;
  }

  /** Characters that are held and not taken. */
  get held(): number {
    return this.#text.length - this.#at;
  }

  /**
   * Adds the next chunks; false when a piece is longer than it may be. What is held is looked through again, so a part of its length
   * has to be added: chunks of one byte would take the square of the time.
   *
   * @throws NotUtf8
   */
  async more(): Promise<boolean> {
    if (this.held > this.#maxPiece) return false;
    let added = '';
    do {
      const { value, done } = await this.#chunks.next();
      this.#isDone = done === true;
      added += this.#decoded(value);
    } while (!this.#isDone && added.length <= this.held / 8);
    this.#text = this.#text.slice(this.#at) + added;
    this.#at = 0;
    return true;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    if (!this.#isDone) await this.#chunks.return?.();
  }

  #decoded(chunk: Uint8Array | undefined): string {
    try {
      return this.#isDone ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw new NotUtf8('not UTF-8', { cause });
    }
  }

  #takeUpTo(end: number): string {
    const start = this.#at;
    this.#at = end < 0 ? this.#text.length : end;
    return this.#text.slice(start, this.#at);
  }
}

const [lessThan, greaterThan, doubleQuote, singleQuote] = [60, 62, 34, 39];
const longestMark = '<![CDATA['.length;

/** The offset behind the markup that begins at `start`; -1 where it does not end. */
function endOfMarkup(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return endOfMark(text, start + 4, '-->');
  if (text.startsWith('<![CDATA[', start)) return endOfMark(text, start + 9, ']]>');
  if (text.startsWith('<?', start)) return endOfMark(text, start + 2, '?>');
  return endOfTag(text, start + 1);
}

function endOfMark(text: string, from: number, mark: string): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** A tag ends at its first `>` that stands in no attribute. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote === 0 && code === greaterThan) return at + 1;
    if (quote === 0 && (code === doubleQuote || code === singleQuote)) quote = code;
    else if (code === quote) quote = 0;
  }
  return -1;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
