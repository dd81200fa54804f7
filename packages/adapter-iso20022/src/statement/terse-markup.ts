/** The same markup without what says nothing: comments, instructions, and white space that is not the text of an element. */
export class TerseMarkup {
  #text = '';
  /** White space behind a start tag or text: text of the element, unless another element begins. */
  #space: string | undefined;

  /** Adds the next tag, comment, section or text. */
  add(piece: string): void {
    if (piece.startsWith('<!--') || piece.startsWith('<?')) return;
    if (/^[ \t\r\n]*$/.test(piece)) {
      if (this.#space !== undefined) this.#space += piece;
      return;
    }
    const isEnd = piece.startsWith('</');
    const isStart = !isEnd && /^<[^!]/.test(piece);
    if (!isStart) this.#text += this.#space ?? '';
    this.#text += isStart || isEnd ? terseTag(piece) : piece;
    this.#space = isEnd || piece.endsWith('/>') ? undefined : '';
  }

  get text(): string {
    return this.#text;
  }
}

function terseTag(tag: string): string {
  return tag.replace(/("[^"]*"|'[^']*')|[ \t\r\n]+/g, (_space, value?: string) => value ?? ' ');
}
