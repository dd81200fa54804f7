import type { OperationResult, Outcome, Payment, Receipt } from '@polyrail/core';
import type { FastifyReply } from 'fastify';
import { commandIssues, isMalformed } from '../request/command-issues.ts';
import { paymentPath, viewDecline } from './payment-view.ts';
import { type ProblemFacts, sendProblem } from './problem.ts';

const pollAfterSeconds = 5;

/**
 * Answers with what the gateway says: 201 executed, 202 not yet known, 402 declined, another problem when nothing was
 * executed. `view` makes the body of a 201 or 202.
 */
export function sendReceipt(reply: FastifyReply, receipt: Receipt, view: (payment: Payment) => object): FastifyReply {
  const { outcome, payment } = receipt;
  if (receipt.replayed) reply.header('idempotency-replayed', 'true');
  const known = payment === undefined ? {} : { paymentId: payment.id };
  if (outcome.kind === 'declined') return sendProblem(reply, 'declined', { ...known, ...declineFacts(outcome) });
  if (outcome.kind === 'rejected') return sendRejection(reply, outcome, known);
  if (payment === undefined) throw new TypeError('a receipt of an operation that was asked has a payment');
  const location = paymentPath(payment.id);
  reply.header('location', location);
  if (outcome.kind === 'succeeded') return reply.code(201).send(view(payment));
  reply.code(202).header('retry-after', String(pollAfterSeconds));
  return reply.send({ ...view(payment), poll: location });
}

type Rejected = Extract<Outcome<OperationResult>, { kind: 'rejected' }>;
type Declined = Extract<Outcome<OperationResult>, { kind: 'declined' }>;

function declineFacts({ reason, advice, raw }: Declined): ProblemFacts {
  return {
    detail: `The provider declined: ${reason.replaceAll('_', ' ')}.`,
    decline: viewDecline({ reason, advice }),
    retry: advice === 'never' ? 'never' : 'new_key',
    ...(raw?.code !== undefined && { providerCode: raw.code }),
  };
}

function sendRejection(reply: FastifyReply, outcome: Rejected, known: ProblemFacts): FastifyReply {
  const issues = outcome.issues && commandIssues(outcome.issues);
  const code = outcome.reason === 'invalid_command' && isMalformed(outcome.issues) ? 'invalid_request' : outcome.reason;
  return sendProblem(reply, code, {
    ...known,
    detail: issues?.map(({ message }) => message).join('; ') ?? outcome.message,
    ...(issues && { issues }),
    ...(outcome.retryAfterMs !== undefined && { retryAfterMs: outcome.retryAfterMs }),
    ...(outcome.raw?.code !== undefined && { providerCode: outcome.raw.code }),
  });
}
