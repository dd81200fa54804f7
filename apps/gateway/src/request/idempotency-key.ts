import type { Issue } from '@polyrail/core';
import { hasCardNumber } from '@polyrail/redaction';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ProblemFacts } from '../answer/problem.ts';
import type { ProblemCode } from '../answer/problem-catalogue.ts';
import { noCardRule } from './no-card-rule.ts';

/** The key of a request, or why it has none. */
export type IdempotencyKey =
  | { readonly key: string }
  | { readonly key?: never; readonly code: ProblemCode; readonly facts: ProblemFacts };

const header = 'idempotency-key';

/** The header, for the API's documentation. */
export const keyHeader = z.looseObject({
  [header]: z
    .string()
    .optional()
    .describe('The same as `idempotency_key` in the body, bare or quoted. One of them is needed.'),
});

/**
 * Reads the key from the body or from the `Idempotency-Key` header; both may be given when they are the same. The header
 * may be a quoted string. @see draft-ietf-httpapi-idempotency-key-header
 */
export function readIdempotencyKey(request: FastifyRequest, inBody: string | undefined): IdempotencyKey {
  const headers = headerValues(request, header);
  if (headers.length > 1) return invalid('repeated', 'idempotency_key must come in one Idempotency-Key header');
  const inHeader = headers[0]?.startsWith('"') ? quoted(headers[0]) : headers[0];
  if (inHeader === undefined && headers.length > 0)
    return invalid(
      'invalid',
      'idempotency_key must end with the quote that it begins with in the Idempotency-Key header',
    );
  if (inHeader !== undefined && inBody !== undefined && inHeader !== inBody)
    return invalid('conflict', 'idempotency_key must be the same in the body and in the Idempotency-Key header');
  const key = inHeader ?? inBody;
  if (key !== undefined && hasCardNumber(key)) return invalid('invalid', `idempotency_key ${noCardRule}`);
  if (key !== undefined) return { key };
  const issue = { path: 'idempotency_key', code: 'missing', message: 'idempotency_key is missing' };
  return { code: 'idempotency_key_missing', facts: { issues: [issue] } };
}

/** What a quoted string means; `undefined` for a malformed one. @see RFC 8941, section 3.3.3 */
function quoted(text: string): string | undefined {
  const [, content] = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text) ?? [];
  return content?.replace(/\\(.)/g, '$1');
}

function invalid(code: string, message: string): IdempotencyKey {
  const issue: Issue = { path: 'idempotency_key', code, message };
  return { code: 'invalid_request', facts: { detail: message, issues: [issue] } };
}

/** All values of a header field; Node joins repeated ones, so they are read as they came. */
function headerValues({ raw: { rawHeaders } }: FastifyRequest, name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}
