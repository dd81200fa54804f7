import { characterData } from './canonical-text.ts';
import { startTagText } from './canonicalize.ts';
import type { NamespaceScope } from './namespace-scope.ts';
import type { StartTag } from './start-tag.ts';
import type { XmlDeviations, XmlNamespace, XmlSpan } from './xml-element.ts';

/** Finds, while a document is read, where it is written otherwise than its canonical forms. */
export class CanonicalWatch {
  readonly #text: string;
  #exclusive: XmlSpan | undefined;
  #inclusive: XmlSpan | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get deviations(): XmlDeviations {
    return { exclusive: this.#exclusive, inclusive: this.#inclusive };
  }

  /** A start tag from `start` to `end`, and the namespaces in force around it. */
  startTag(tag: StartTag, outer: NamespaceScope, start: number, end: number): void {
    const { qualified, attributes, declarations } = tag;
    // Nothing but a name between the brackets has only one form.
    if (end - start === qualified.length + 2) return;
    const needed =
      declarations.length === 0
        ? declarations
        : declarations.filter(({ prefix, uri }) => (outer.uriOf(prefix) ?? '') !== uri);
    if (startTagText(qualified, needed, attributes) !== this.#text.slice(start, end)) this.otherwise(start);
    else if (!needed.every((one) => isUsedBy(tag, one))) this.#exclusive = extended(this.#exclusive, start);
  }

  endTag(qualified: string, start: number, end: number): void {
    if (end - start !== qualified.length + 3) this.otherwise(start);
  }

  /** Character data as it is written, and as it is read. */
  text(raw: string, text: string, start: number): void {
    if (characterData(text) !== raw) this.otherwise(start);
  }

  /** Something that no canonical form writes. */
  otherwise(start: number): void {
    this.#inclusive = extended(this.#inclusive, start);
    this.#exclusive = extended(this.#exclusive, start);
  }
}

function isUsedBy({ name, attributes }: StartTag, { prefix }: XmlNamespace): boolean {
  return name.prefix === prefix || attributes.some((one) => one.prefix !== '' && one.prefix === prefix);
}

function extended(span: XmlSpan | undefined, last: number): XmlSpan {
  return { first: span?.first ?? last, last };
}
