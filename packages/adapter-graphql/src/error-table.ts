import type { Decoded } from '@polyrail/core/provider';
import { type HttpResponse, judgeStatus, type StatusMeaning } from '@polyrail/http';
import type { GraphqlError } from './graphql-answer.ts';

/** What an error says about the operation, in the words of {@link StatusMeaning}. */
export type ErrorMeaning = Exclude<StatusMeaning, 'decode'>;

/** What a provider's classes or codes of errors mean. */
export type ErrorTable = Readonly<Record<string, ErrorMeaning>>;

/** How a provider words its errors. There are two dialects, and it may use both. */
export interface ErrorDialect {
  /** The member of `errors[].extensions` that classifies an error. Default: `code`. */
  readonly codeField?: string;
  /** The list of errors in the payload of a mutation, such as `userErrors`; each has a `code`. Default: none. */
  readonly payloadField?: string;
  /** What its classes and codes mean, beside those that all servers share. Default for a code in a payload: `refused`. */
  readonly meanings?: ErrorTable;
}

/**
 * Codes that servers share: the document or its variables were refused before anything was executed. A class that no
 * table knows may have been executed.
 */
export const commonErrors: ErrorTable = {
  BAD_USER_INPUT: 'refused',
  FORBIDDEN: 'unauthorized',
  GRAPHQL_PARSE_FAILED: 'refused',
  GRAPHQL_VALIDATION_FAILED: 'refused',
  PERSISTED_QUERY_NOT_FOUND: 'refused',
  PERSISTED_QUERY_NOT_SUPPORTED: 'refused',
  UNAUTHENTICATED: 'unauthorized',
};

// The least that is known comes first: one error that leaves a doubt outweighs all that do not.
const byDoubt: readonly ErrorMeaning[] = [
  'unknown',
  'in_progress',
  'rate_limited',
  'unavailable',
  'unauthorized',
  'refused',
];

/** What errors come to where no data says what happened. One that came afterwards refused nothing. `otherwise`: the meaning of a code that the table does not know. */
export function judgeErrors(
  errors: readonly GraphqlError[],
  table: ErrorTable,
  otherwise: ErrorMeaning,
  response: HttpResponse,
): Decoded<never> {
  const meanings = errors.map((error) => (error.afterwards ? 'unknown' : (meaningOf(error.code, table) ?? otherwise)));
  const worst = byDoubt.find((meaning) => meanings.includes(meaning)) ?? otherwise;
  const { code, message } = errors[meanings.indexOf(worst)] ?? {};
  const raw = { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  return judgeStatus(worst, response, raw);
}

function meaningOf(code: string | undefined, table: ErrorTable): ErrorMeaning | undefined {
  return code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;
}
