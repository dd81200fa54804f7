import type { Issue } from '../codec/issue.ts';
import type { MessageCodec } from '../codec/message.ts';
import type { Issues } from '../codec/reading.ts';
import type { StatementItem } from './read-statement.ts';
import { statementHeader } from './statement-header.ts';
import type { StatementMessageId, StatementModel } from './statement-model.ts';
import { TerseMarkup } from './terse-markup.ts';

/** Depths of elements in the document. */
const [rootDepth, statementDepth, entryDepth] = [1, 3, 4];

/** A statement or an entry with a prefix of its own would be valid, and be lost. */
const otherPrefix = refusal({ code: 'prefix_undeclared', path: '', detail: 'the prefix of the root' });

/**
 * What is around the entries. It holds the document without the statements that are done, and with no entry but the first: that
 * is a document too, and what it breaks, the whole one breaks.
 */
export class StatementFrame {
  readonly #model: StatementModel;
  readonly #codec: MessageCodec<StatementMessageId>;
  readonly #maxLength: number;
  #head = '';
  readonly #terseHead = new TerseMarkup();
  #statement = '';
  #tail = '';
  #depth = 0;
  #prefix = '';
  #declarations = '';
  #statements = 0;
  #entries = 0;
  /** Entries of this statement that are in {@link #statement}. */
  #kept = 0;
  #hasTagSinceEntry = true;
  #isInStatement = false;

  constructor(model: StatementModel, codec: MessageCodec<StatementMessageId>, maxLength: number) {
    this.#model = model;
    this.#codec = codec;
    this.#maxLength = maxLength;
  }

  get declarations(): string {
    return this.#declarations;
  }

  /** As the document writes it. */
  get entryName(): string {
    return `${this.#prefix}${this.#model.entry.name}`;
  }

  isEntryNext(piece: string): boolean {
    return this.#isInStatement && this.#depth === entryDepth - 1 && this.#isNamed(piece, this.#model.entry.name);
  }

  /** Adds a piece that is no entry. */
  add(piece: string): StatementItem | undefined {
    // There is as much of it as there are entries.
    if (!this.#hasTagSinceEntry && /^[ \t\r\n]*$/.test(piece)) return undefined;
    const isTag = /^<[^!?]/.test(piece);
    const isEnd = piece.startsWith('</');
    if (isTag && !isEnd) this.#open(piece);
    this.#append(piece);
    if (isTag) this.#hasTagSinceEntry = true;
    if (this.#length() > this.#maxLength)
      return refusal({ code: 'too_large', path: '', detail: 'less around entries' });
    const isStatementEnd = isEnd && this.#isInStatement && this.#depth === statementDepth;
    if (isEnd || piece.endsWith('/>')) this.#depth -= Number(isTag);
    if (!isStatementEnd) return undefined;
    this.#isInStatement = false;
    return this.#judge(this.#head + this.#statement + this.#closing());
  }

  /** Counts an entry that was read, and keeps its text where the rest cannot be judged without it. */
  addEntry(text: string): StatementItem | undefined {
    this.#entries += 1;
    if (!this.#hasTagSinceEntry) return undefined;
    this.#hasTagSinceEntry = false;
    this.#kept += 1;
    this.#statement += text;
    const isFirst = this.#kept === 1;
    const end = `</${this.#prefix}${this.#model.statement}>`;
    return isFirst ? this.#judge(this.#head + this.#statement + end + this.#closing()) : undefined;
  }

  /** Judges what came behind the last statement. */
  end(): StatementItem | undefined {
    const reading = this.#codec.read(this.#head + this.#statement + this.#tail);
    if (reading.kind === 'refused') return { kind: 'refused', issues: reading.issues };
    return this.#statementsIn(reading.value).length === Math.min(this.#statements, 1) ? undefined : otherPrefix;
  }

  /** Issues of an entry, where the entry stands. */
  placed([first, ...more]: Issues): Issues {
    const { body, statement } = this.#model;
    const place = `/Document/${body}/${statement}[${this.#statements}]`;
    const placed = (issue: Issue): Issue => ({
      ...issue,
      path: `${place}${issue.path.replace(/^\/\w+/, (name) => `${name}[${this.#entries + 1}]`)}`,
    });
    return [placed(first), ...more.map(placed)];
  }

  #open(piece: string): void {
    this.#depth += 1;
    if (this.#depth === rootDepth) {
      this.#prefix = /^<([\w.-]+:)/.exec(piece)?.[1] ?? '';
      this.#declarations = (piece.match(/\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? []).join('');
    }
    if (this.#depth !== statementDepth || !this.#isNamed(piece, this.#model.statement)) return;
    // What is between two statements is judged with the second one, and forgotten with it.
    if (this.#statements === 0) this.#head = this.#tail;
    else this.#statement = this.#tail;
    this.#tail = '';
    this.#statements += 1;
    this.#entries = 0;
    this.#kept = 0;
    this.#isInStatement = true;
  }

  #append(piece: string): void {
    if (this.#isInStatement) this.#statement += piece;
    else this.#tail += piece;
    if (this.#statements === 0) this.#terseHead.add(piece);
  }

  #length(): number {
    return this.#head.length + this.#statement.length + this.#tail.length;
  }

  #closing(): string {
    return `</${this.#prefix}${this.#model.body}></${this.#prefix}${this.#model.frame.root.name}>`;
  }

  #isNamed(piece: string, name: string): boolean {
    const start = `<${this.#prefix}${name}`;
    return piece.startsWith(start) && /[\s/>]/.test(piece[start.length] ?? '');
  }

  /** Judges the document as far as it has come; the header where it is the first time. */
  #judge(document: string): StatementItem | undefined {
    const reading = this.#codec.read(document, { bytes: document.length });
    if (reading.kind === 'refused') return { kind: 'refused', issues: reading.issues };
    // It is read again with every statement: once it is known to be well, without its comments and its white space.
    this.#head = this.#terseHead.text;
    const [statement, ...others] = this.#statementsIn(reading.value);
    const entries = isObject(statement) && Array.isArray(statement['Ntry']) ? statement['Ntry'].length : 0;
    if (others.length > 0 || entries !== this.#kept) return otherPrefix;
    if (this.#isInStatement || this.#entries === 0) {
      const [body] = Object.values(reading.value);
      return { kind: 'statement', header: statementHeader(body, statement) };
    }
    return undefined;
  }

  #statementsIn(value: object): readonly unknown[] {
    const [body]: readonly unknown[] = Object.values(value);
    const statements = isObject(body) ? body[this.#model.statement] : undefined;
    return Array.isArray(statements) ? statements : [];
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function refusal(issue: Issue): StatementItem {
  return { kind: 'refused', issues: [issue] };
}
