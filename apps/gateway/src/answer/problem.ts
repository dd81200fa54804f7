import type { DeclineAdvice, DeclineReason, Issue } from '@polyrail/core';
import { redactText } from '@polyrail/redaction';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type ProblemCode, type ProblemOutcome, type ProblemRetry, problemCatalogue } from './problem-catalogue.ts';

/** What a problem says beyond its entry in the catalogue. */
export interface ProblemFacts {
  /** Default: what the catalogue says. */
  readonly detail?: string;
  readonly issues?: readonly Issue[];
  /** Default: what the catalogue says. */
  readonly status?: number;
  /** Default, where the catalogue says `after`: one second. */
  readonly retryAfterMs?: number;
  readonly retry?: ProblemRetry;
  readonly paymentId?: string;
  /** The provider's own code. */
  readonly providerCode?: string;
  readonly decline?: DeclineFacts;
}

/** Why a payment was declined, in the vocabularies of this API, ISO 20022 and ISO 8583. */
export interface DeclineFacts {
  readonly reason: DeclineReason;
  readonly advice: DeclineAdvice;
  readonly iso20022: string;
  readonly iso8583: string;
}

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the problem that is answered. For the log. */
    problemCode?: ProblemCode;
  }
}

/** Answers with `application/problem+json`. @see RFC 9457 */
export function sendProblem(reply: FastifyReply, code: ProblemCode, facts: ProblemFacts = {}): FastifyReply {
  const { id: requestId, url } = reply.request;
  const body = problemBody(code, { requestId, instance: url.split('?', 1)[0] ?? '/' }, facts);
  reply.problemCode = code;
  if (body.retry_after_ms !== undefined)
    reply.header('retry-after', String(Math.max(1, Math.ceil(body.retry_after_ms / 1_000))));
  return reply.code(body.status).type('application/problem+json').send(JSON.stringify(body));
}

/** The problem of one request. What the caller or the provider let slip in a path or a message is hidden. Pure. */
export function problemBody(
  code: ProblemCode,
  { requestId, instance }: { readonly requestId: string; readonly instance: string },
  facts: ProblemFacts,
): Problem {
  const { title, outcome, meaning, retry, ...entry } = problemCatalogue[code];
  return {
    type: `/problems/${code}`,
    title,
    status: facts.status ?? entry.status,
    detail: facts.detail === undefined ? meaning : redactText(facts.detail),
    instance: redactPath(instance),
    code,
    outcome,
    retry: facts.retry ?? retry,
    request_id: requestId,
    ...(retry === 'after' && { retry_after_ms: Math.ceil(facts.retryAfterMs ?? 1_000) }),
    ...(facts.paymentId !== undefined && { payment_id: facts.paymentId }),
    ...(facts.providerCode !== undefined && { provider_code: redactText(facts.providerCode) }),
    ...(facts.decline && { decline: facts.decline }),
    ...(facts.issues && { issues: facts.issues.map(redactIssue) }),
  };
}

/** Looks at the path as it is meant: percent-encoded, a secret has another form. */
function redactPath(path: string): string {
  const meant = decoded(path);
  const shown = redactText(meant);
  return shown === meant ? path : encodeURI(shown);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function redactIssue({ path, code, message }: Issue): Issue {
  return { path: redactText(path), code, message: redactText(message) };
}

const outcomes: readonly ProblemOutcome[] = ['not_sent', 'rejected', 'declined', 'unknown', 'done'];
const retries: readonly ProblemRetry[] = ['never', 'same_key', 'new_key', 'after'];

/** The problem body, as the API documents it. */
export const problemSchema = z
  .object({
    type: z.string().describe('Path of the documentation of this code, on this host.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('The path that was asked.'),
    code: z.string(),
    outcome: z.enum(outcomes).describe('What is known about the operation.'),
    retry: z.enum(retries).describe('What the caller may do.'),
    request_id: z.string(),
    retry_after_ms: z.int().optional(),
    payment_id: z.string().optional(),
    provider_code: z.string().optional().describe("The provider's own code."),
    decline: z
      .object({ reason: z.string(), advice: z.string(), iso20022: z.string(), iso8583: z.string() })
      .optional()
      .describe('Why it was declined.'),
    issues: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .describe('Each mistake; `path` names the field.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

type Problem = z.infer<typeof problemSchema>;
