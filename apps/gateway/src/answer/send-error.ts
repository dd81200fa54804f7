import { PolyrailError } from '@polyrail/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IssuerUnavailable } from '../access/access-tokens.ts';
import { InvalidRequest } from '../request/invalid-request.ts';
import { type ProblemFacts, sendProblem } from './problem.ts';
import type { ProblemCode } from './problem-catalogue.ts';

/** What Fastify throws before a route is reached. */
const beforeRoute: Readonly<Record<string, readonly [ProblemCode, ProblemFacts?]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['payload_too_large'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid_json', { detail: 'The body is empty.' }],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid_json'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'invalid_request',
    { detail: 'The body is not as long as Content-Length says.' },
  ],
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: ['unsupported_media_type'],
  FST_ERR_BAD_URL: ['invalid_request', { detail: 'The path cannot be decoded.' }],
};

/** Answers an error that was thrown: a request that does not fit its schema, or a fault of this host. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof InvalidRequest)
    return sendProblem(reply, 'invalid_request', { detail: error.message, issues: error.issues });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [problem, facts] = beforeRoute[code] ?? [];
  if (problem !== undefined) return sendProblem(reply, problem, facts);
  if (PolyrailError.is(error) && error.code === 'ledger_unavailable') return sendProblem(reply, 'ledger_unavailable');
  if (error instanceof IssuerUnavailable) {
    request.log.error({ reason: error.message }, 'the keys of the issuer of access tokens cannot be fetched');
    return sendProblem(reply, 'issuer_unavailable', { retryAfterMs: 5_000 });
  }
  if (error === request.raw.errored) {
    request.log.info('the caller left before the body was whole');
    return sendProblem(reply, 'invalid_request');
  }
  // What the docs page says to a path that leads out of its folder.
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 403)
    return sendProblem(reply, 'not_found');
  request.log.error({ err: error }, 'request failed');
  return sendProblem(reply, 'internal_error');
}
