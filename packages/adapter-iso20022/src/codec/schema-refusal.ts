import type { ParsedElement } from '@polyrail/xml/document';
import type { Issue, SchemaIssueCode, Violation } from './issue.ts';

/** Ends the reading of a tree. It never leaves the codec. */
export class SchemaRefusal extends Error {
  readonly violation: Violation;
  readonly element: ParsedElement;

  constructor(violation: Violation, element: ParsedElement) {
    super(violation.code);
    this.violation = violation;
    this.element = element;
  }

  /** The issue, with its place in the text of the document. */
  toIssue(text: string): Issue {
    const lines = text.slice(0, this.element.start).split(/\r\n?|\n/);
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return { ...this.violation, path: pathOf(this.element), line: lines.length, column };
  }
}

/** Refuses an element. */
export function refuse(code: SchemaIssueCode, detail: string, element: ParsedElement): never {
  throw new SchemaRefusal({ code, detail }, element);
}

/** The names from the root; a number from 1 where siblings share the name. */
function pathOf(element: ParsedElement): string {
  const { local, parent } = element;
  if (!parent) return `/${local}`;
  const namesakes = parent.children.filter((child) => typeof child !== 'string' && child.local === local);
  const number = namesakes.length > 1 ? `[${namesakes.indexOf(element) + 1}]` : '';
  return `${pathOf(parent)}/${local}${number}`;
}
