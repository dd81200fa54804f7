import { characterData } from '@polyrail/xml/document';
import { type MessageFrame, NotWritable } from './content.ts';
import { forbidden, plain } from './xml-characters.ts';

// One for all messages, as writing is never interrupted. A big message gets its own.
const keptBytes = 65_536;
const spare: Buffer = Buffer.allocUnsafeSlow(keptBytes);

/** Where the text of a message is written, as UTF-8. */
export class XmlSink {
  readonly frame: MessageFrame;
  /** Whether the keys of objects are to be put in order; mostly they are. */
  readonly isSorting: boolean;
  #bytes: Buffer = spare;
  #at = 0;
  #isAscii = true;

  constructor(frame: MessageFrame, isSorting: boolean) {
    this.frame = frame;
    this.isSorting = isSorting;
  }

  /** Markup, as ASCII codes. */
  markup(codes: Uint16Array): void {
    const bytes = this.#room(codes.length);
    const at = this.#at;
    for (let index = 0; index < codes.length; index += 1) bytes[at + index] = codes[index] ?? 0;
    this.#at = at + codes.length;
  }

  /**
   * A text, escaped.
   * @throws NotWritable when XML cannot hold it
   */
  text(text: string): void {
    const bytes = this.#room(text.length);
    const at = this.#at;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (plain[code] !== 1) {
        this.#unusual(text);
        return;
      }
      bytes[at + index] = code;
    }
    this.#at = at + text.length;
  }

  /** Text that is XML already. */
  raw(xml: string): void {
    const bytes = this.#room(xml.length * 3);
    const length = bytes.write(xml, this.#at);
    if (length > xml.length) this.#isAscii = false;
    this.#at += length;
  }

  #unusual(text: string): void {
    if (forbidden.test(text)) throw new NotWritable();
    this.raw(characterData(text));
  }

  toString(): string {
    return this.#bytes.toString(this.#isAscii ? 'latin1' : 'utf8', 0, this.#at);
  }

  #room(length: number): Buffer {
    const needed = this.#at + length;
    if (needed <= this.#bytes.length) return this.#bytes;
    const more = Buffer.allocUnsafeSlow(needed * 2);
    this.#bytes.copy(more, 0, 0, this.#at);
    this.#bytes = more;
    return more;
  }
}
