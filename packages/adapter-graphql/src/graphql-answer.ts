import { type HttpResponse, jsonBody, jsonField, textField } from '@polyrail/http';

/** One entry of `errors`, or of the list of errors in a payload. */
export interface GraphqlError {
  /** Its class or code; `undefined` where it has none that can be read. */
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** It comes from a field of the result: the operation itself had run, also where null took the place of all that it returned. */
  readonly afterwards?: boolean;
}

/** An answer read as GraphQL: what it says, and what it complains about. */
export interface GraphqlAnswer {
  /** `undefined` where it is absent or null. */
  readonly data: object | undefined;
  /** At most {@link maxErrors} and one more, which says that there were more. */
  readonly errors: readonly GraphqlError[];
}

/** How many errors are read. More are a fault of their own. */
const maxErrors = 100;

const unreadableError: GraphqlError = { code: undefined, message: undefined };

/**
 * Reads the body of a response. `undefined`: it is no GraphQL answer. `extensions` beside `data` are not looked at.
 *
 * @param codeField the member of an error's `extensions` that classifies it
 * @see https://spec.graphql.org/October2021/#sec-Response-Format
 */
export function readAnswer(response: HttpResponse, codeField: string): GraphqlAnswer | undefined {
  const json = jsonBody(response);
  const data = jsonField(json, 'data');
  const errors = jsonField(json, 'errors');
  if (data === undefined && errors === undefined) return undefined;
  if (data !== undefined && data !== null && !isRecord(data)) return undefined;
  return {
    data: data ?? undefined,
    errors: readErrors(errors, (error) => ({
      code: textField(error, 'extensions', codeField),
      // Without `data` nothing ran: the path of an error is then one within the document.
      afterwards: data !== undefined && jsonField(error, 'path', 1) !== undefined,
    })),
  };
}

/** Reads a list of errors. One that is no list counts as an error that cannot be read. */
export function readErrors(
  errors: unknown,
  read: (error: unknown) => Omit<GraphqlError, 'message'>,
): readonly GraphqlError[] {
  if (errors === undefined || errors === null) return [];
  if (!Array.isArray(errors)) return [unreadableError];
  const first = errors
    .slice(0, maxErrors)
    .map((error: unknown) => ({ ...read(error), message: textField(error, 'message')?.slice(0, 200) }));
  return errors.length > maxErrors ? [...first, unreadableError] : first;
}

/** True for an object that is no list. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
