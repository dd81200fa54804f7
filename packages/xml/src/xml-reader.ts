import { CanonicalWatch } from './canonical-watch.ts';
import { NamespaceScope } from './namespace-scope.ts';
import { readStartTag } from './start-tag.ts';
import { isSpace, XmlCursor } from './xml-cursor.ts';
import { readXmlDeclaration } from './xml-declaration.ts';
import type { ParsedElement, XmlDocument } from './xml-element.ts';
import type { XmlLimits } from './xml-limits.ts';
import { isNcName } from './xml-names.ts';
import { normaliseLineEnds, readCharacterData } from './xml-text.ts';

/** What becomes of that which carries no data. */
export interface XmlPolicy {
  /** Default `ignored`. */
  readonly comments: 'ignored' | 'refused';
  /** Default `refused`. */
  readonly instructions: 'ignored' | 'refused';
}

interface OpenElement extends ParsedElement {
  readonly children: (ParsedElement | string)[];
  readonly parent: OpenElement | undefined;
  end: number;
}

/** An element whose end tag has not come, and what was in force around it. */
interface Frame {
  readonly element: OpenElement;
  readonly qualified: string;
  readonly scope: NamespaceScope;
}

/** Reads one document from its first character to its last. */
export class XmlReader {
  readonly #cursor: XmlCursor;
  readonly #limits: XmlLimits;
  readonly #policy: XmlPolicy;
  readonly #frames: Frame[] = [];
  readonly #watch: CanonicalWatch;
  readonly #outermost = new NamespaceScope([]);
  #root: OpenElement | undefined;
  #elements = 0;
  #hasComments = false;
  #hasInstructions = false;

  constructor(text: string, limits: XmlLimits, policy: XmlPolicy) {
    this.#cursor = new XmlCursor(text);
    this.#watch = new CanonicalWatch(text);
    this.#limits = limits;
    this.#policy = policy;
  }

  /** @throws XmlRefusal */
  read(): XmlDocument {
    const cursor = this.#cursor;
    readXmlDeclaration(cursor);
    while (cursor.at < cursor.text.length) {
      if (cursor.text[cursor.at] === '<') this.#readMarkup();
      else this.#readText();
    }
    if (this.#frames.length > 0) throw cursor.refusal('tag_unclosed');
    if (!this.#root) throw cursor.refusal('root_missing');
    return {
      root: this.#root,
      text: cursor.text,
      hasComments: this.#hasComments,
      hasInstructions: this.#hasInstructions,
      deviations: this.#watch.deviations,
    };
  }

  #readMarkup(): void {
    const { text, at } = this.#cursor;
    const next = text[at + 1];
    if (next === '/') this.#readEndTag();
    else if (next === '?') this.#readInstruction();
    else if (next !== '!') this.#readElement();
    else if (text.startsWith('<!--', at)) this.#readComment();
    else if (text.startsWith('<![CDATA[', at) && this.#frames.length > 0) this.#readCdata();
    else throw this.#cursor.refusal(text.startsWith('<!DOCTYPE', at) ? 'doctype_refused' : 'syntax');
  }

  #readText(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    const isPlain = cursor.skipText();
    const raw = cursor.text.slice(start, cursor.at);
    if (this.#frames.length > 0) this.#append(isPlain ? raw : this.#readMarkedText(raw, start), start);
    else if (/[^ \t\r\n]/.test(raw)) throw cursor.refusal(this.#root ? 'content_after_root' : 'syntax', start);
  }

  #readMarkedText(raw: string, start: number): string {
    const text = readCharacterData(raw, start);
    this.#watch.text(raw, text, start);
    return text;
  }

  #readCdata(): void {
    const start = this.#cursor.at;
    this.#watch.otherwise(start);
    this.#cursor.at += '<![CDATA['.length;
    this.#append(normaliseLineEnds(this.#cursor.takeUntil(']]>')), start);
  }

  #append(text: string, start: number): void {
    const children = this.#frames.at(-1)?.element.children;
    if (!children || text === '') return;
    const last = children.at(-1);
    const whole = typeof last === 'string' ? last + text : text;
    if (whole.length > this.#limits.text) throw this.#cursor.refusal('text_too_long', start);
    if (typeof last === 'string') children[children.length - 1] = whole;
    else children.push(whole);
  }

  #readComment(): void {
    const start = this.#cursor.at;
    this.#cursor.at += '<!--'.length;
    this.#cursor.takeUntil('--');
    this.#cursor.expect('>');
    if (this.#policy.comments === 'refused') throw this.#cursor.refusal('comment_refused', start);
    this.#hasComments = true;
    this.#watch.otherwise(start);
  }

  #readInstruction(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    cursor.at += '<?'.length;
    const target = cursor.takeName();
    if (!isNcName(target) || target.toLowerCase() === 'xml') throw cursor.refusal('name_invalid', start);
    const content = cursor.takeUntil('?>');
    if (content !== '' && !isSpace(content.charCodeAt(0))) throw cursor.refusal('syntax', start);
    if (this.#policy.instructions === 'refused') throw cursor.refusal('instruction_refused', start);
    this.#hasInstructions = true;
    this.#watch.otherwise(start);
  }

  #readElement(): void {
    const start = this.#cursor.at;
    const outer = this.#frames.at(-1);
    if (this.#root && !outer) throw this.#cursor.refusal('content_after_root');
    if (this.#frames.length === this.#limits.depth) throw this.#cursor.refusal('too_deep');
    if (this.#elements === this.#limits.elements) throw this.#cursor.refusal('too_many_elements');
    this.#elements += 1;
    const around = outer?.scope ?? this.#outermost;
    const tag = readStartTag(this.#cursor, around, this.#limits);
    const { prefix, local, namespace } = tag.name;
    const { attributes, declarations, qualified, scope } = tag;
    const parent = outer?.element;
    const end = this.#cursor.at;
    this.#watch.startTag(tag, around, start, end);
    const element: OpenElement = {
      prefix,
      local,
      namespace,
      attributes,
      declarations,
      children: [],
      parent,
      start,
      end,
    };
    if (parent) parent.children.push(element);
    else this.#root = element;
    if (!tag.isEmpty) this.#frames.push({ element, qualified, scope });
  }

  #readEndTag(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    const frame = this.#frames.pop();
    cursor.at += '</'.length;
    if (!frame || cursor.takeName() !== frame.qualified) throw cursor.refusal('tag_mismatch', start);
    cursor.skipSpace();
    cursor.expect('>');
    frame.element.end = cursor.at;
    this.#watch.endTag(frame.qualified, start, cursor.at);
  }
}
