/** A document that comes in chunks, of which only what is still needed is held; given out in pieces of markup and text. */
export class MarkupSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
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
    const [mark, length] = markOf(this.#text, start);
    const end =
      this.#text.length - start < longestMark && !this.#isDone ? -1 : this.#text.indexOf(mark, start + length);
    return end < 0 && !this.#isDone ? undefined : this.#takeUpTo(end < 0 ? -1 : end + mark.length);
  }

  /** Everything up to a mark and the mark itself, behind what `from` counts; `undefined` when more is needed. */
  takeThrough(mark: string, from: number): string | undefined {
    const found = this.#text.indexOf(mark, this.#at + from);
    return found < 0 && !this.#isDone ? undefined : this.#takeUpTo(found < 0 ? -1 : found + mark.length);
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
   * Adds the next chunk; false when a piece is longer than it may be.
   * @throws TypeError when the bytes are no UTF-8
   */
  async more(): Promise<boolean> {
    if (this.held > this.#maxPiece) return false;
    const { value, done } = await this.#chunks.next();
    this.#isDone = done === true;
    const added = this.#isDone ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true });
    this.#text = this.#text.slice(this.#at) + added;
    this.#at = 0;
    return true;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    if (!this.#isDone) await this.#chunks.return?.();
  }

  #takeUpTo(end: number): string {
    const start = this.#at;
    this.#at = end < 0 ? this.#text.length : end;
    return this.#text.slice(start, this.#at);
  }
}

const lessThan = 60;
const longestMark = '<![CDATA['.length;

/** What ends the markup that begins at `start`, and how much of its beginning cannot be its end. */
function markOf(text: string, start: number): readonly [mark: string, from: number] {
  if (text.startsWith('<!--', start)) return ['-->', 4];
  if (text.startsWith('<![CDATA[', start)) return [']]>', 9];
  if (text.startsWith('<?', start)) return ['?>', 2];
  return ['>', 1];
}
