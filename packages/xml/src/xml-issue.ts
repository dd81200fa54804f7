/** Why a document was refused. */
export type XmlIssueCode =
  | 'too_large'
  | 'too_deep'
  | 'too_many_elements'
  | 'too_many_attributes'
  | 'too_many_namespaces'
  | 'text_too_long'
  | 'not_utf8'
  | 'encoding_mismatch'
  | 'version_unsupported'
  | 'character_forbidden'
  | 'doctype_refused'
  | 'instruction_refused'
  | 'comment_refused'
  | 'entity_unknown'
  | 'reference_invalid'
  | 'syntax'
  | 'name_invalid'
  | 'tag_mismatch'
  | 'tag_unclosed'
  | 'root_missing'
  | 'content_after_root'
  | 'attribute_repeated'
  | 'prefix_undeclared'
  | 'namespace_invalid';

/** What is wrong with a document, and where. It never quotes the document. */
export interface XmlIssue {
  readonly code: XmlIssueCode;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** Ends the reading. It never leaves the package: {@link parseXml} returns it as an {@link XmlIssue}. */
export class XmlRefusal extends Error {
  readonly code: XmlIssueCode;
  readonly offset: number;

  constructor(code: XmlIssueCode, offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}

/** Finds line and column of an offset; `\r\n`, `\r` and `\n` end a line. */
export function issueAt(code: XmlIssueCode, text: string, offset: number): XmlIssue {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return { code, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
