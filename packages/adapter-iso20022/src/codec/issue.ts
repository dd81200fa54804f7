import type { XmlIssueCode } from '@polyrail/xml/document';

/** What a schema has against a message. */
export type SchemaIssueCode =
  | 'root_unexpected'
  | 'element_missing'
  | 'element_unexpected'
  | 'element_repeated'
  | 'attribute_missing'
  | 'attribute_unexpected'
  | 'text_unexpected'
  | 'xsi_refused'
  | 'choice_invalid'
  | 'type_invalid'
  | 'too_short'
  | 'too_long'
  | 'pattern_mismatch'
  | 'code_unknown'
  | 'decimal_invalid'
  | 'digits_exceeded'
  | 'too_small'
  | 'boolean_invalid'
  | 'time_invalid'
  | 'base64_invalid'
  | 'base64_character'
  | 'any_invalid';

/** Why a message was refused: what XML itself forbids, or its schema. */
export type IssueCode = XmlIssueCode | SchemaIssueCode;

/** What is wrong with a message, and where. It never quotes the message. */
export interface Issue {
  readonly code: IssueCode;
  /** From the root, such as `/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/Amt`; empty where XML itself is broken. */
  readonly path: string;
  /** From 1; of what was read, not of what is to be written. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
  /** The rule, such as `at most 35 characters`. */
  readonly detail: string;
}

/** A rule that was broken. */
export interface Violation {
  readonly code: SchemaIssueCode;
  readonly detail: string;
}
