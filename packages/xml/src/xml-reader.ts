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
  children: (ParsedElement | string)[];
  readonly parent: OpenElement | undefined;
  end: number;
}

const none: never[] = [];
const [exclamationMark, slash, lessThan, greaterThan, questionMark] = [0x21, 0x2f, 0x3c, 0x3e, 0x3f];

/** Reads one document from its first character to its last. */
export class XmlReader {
  readonly #cursor: XmlCursor;
  readonly #limits: XmlLimits;
  readonly #policy: XmlPolicy;
  readonly #watch: CanonicalWatch;
  readonly #outermost = new NamespaceScope([]);
  /** What is in force in each element whose end tag has not come, the outermost first. */
  readonly #scopes: NamespaceScope[] = [];
  /** The innermost of them. */
  #inner: OpenElement | undefined;
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
      if (cursor.code() === lessThan) this.#readMarkup();
      else this.#readText();
    }
    if (this.#inner) throw cursor.refusal('tag_unclosed');
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
    const next = this.#cursor.code(1);
    if (next === slash) this.#readEndTag();
    else if (next === questionMark) this.#readInstruction();
    else if (next !== exclamationMark) this.#readElement();
    else if (text.startsWith('<!--', at)) this.#readComment();
    else if (text.startsWith('<![CDATA[', at) && this.#inner) this.#readCdata();
    else throw this.#cursor.refusal(text.startsWith('<!DOCTYPE', at) ? 'doctype_refused' : 'syntax');
  }

  #readText(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    const isPlain = cursor.skipText();
    const raw = cursor.text.slice(start, cursor.at);
    if (this.#inner) this.#append(isPlain ? raw : this.#readMarkedText(raw, start), start);
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
    const element = this.#inner;
    if (!element || text === '') return;
    const last = element.children.at(-1);
    const whole = typeof last === 'string' ? last + text : text;
    if (whole.length > this.#limits.text) throw this.#cursor.refusal('text_too_long', start);
    if (typeof last === 'string') element.children[element.children.length - 1] = whole;
    else addChild(element, whole);
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
    const cursor = this.#cursor;
    const start = cursor.at;
    const parent = this.#inner;
    if (this.#root && !parent) throw cursor.refusal('content_after_root');
    if (this.#scopes.length === this.#limits.depth) throw cursor.refusal('too_deep');
    if (this.#elements === this.#limits.elements) throw cursor.refusal('too_many_elements');
    this.#elements += 1;
    const around = this.#scopes.at(-1) ?? this.#outermost;
    cursor.at += 1;
    const qualified = cursor.takeName();
    // Most tags are nothing but a name. They have one form, and bring nothing into force.
    const isPlain = cursor.code() === greaterThan && isNcName(qualified);
    const tag = isPlain ? undefined : readStartTag(cursor, qualified, around, this.#limits);
    if (tag === undefined) cursor.at += 1;
    else this.#watch.startTag(tag, around, start, cursor.at);
    const element: OpenElement = {
      prefix: tag?.name.prefix ?? '',
      local: tag?.name.local ?? qualified,
      namespace: tag?.name.namespace ?? around.defaultNamespace,
      attributes: tag?.attributes ?? none,
      declarations: tag?.declarations ?? none,
      children: none,
      parent,
      start,
      end: cursor.at,
    };
    if (parent) addChild(parent, element);
    else this.#root = element;
    if (tag?.isEmpty) return;
    this.#inner = element;
    this.#scopes.push(tag?.scope ?? around);
  }

  #readEndTag(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    const element = this.#inner;
    cursor.at += '</'.length;
    if (!element) throw cursor.refusal('tag_mismatch', start);
    const qualified = element.prefix === '' ? element.local : `${element.prefix}:${element.local}`;
    if (!cursor.takeThisName(qualified)) throw cursor.refusal('tag_mismatch', start);
    cursor.skipSpace();
    cursor.expect('>');
    element.end = cursor.at;
    this.#inner = element.parent;
    this.#scopes.pop();
    this.#watch.endTag(qualified, start, cursor.at);
  }
}

// Most elements have one child, and an array that grows takes room for many.
function addChild(element: OpenElement, child: ParsedElement | string): void {
  if (element.children === none) element.children = [child];
  else element.children.push(child);
}
