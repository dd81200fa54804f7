import type { HttpRequest } from '@polyrail/http';

/** Idempotent by definition. @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const idempotentMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Whether the same request twice can do no more than once, even where the first was executed against all rules. */
export function isRepeatable({ method, headers = {} }: HttpRequest, idempotencyKeyHeader: string): boolean {
  return idempotentMethods.has(method) || headers[idempotencyKeyHeader.toLowerCase()] !== undefined;
}
