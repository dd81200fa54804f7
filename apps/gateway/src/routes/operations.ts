import { type FollowingVerb, type Gateway, type Money, money, type PaymentId, parsePaymentId } from '@polyrail/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { operationView, viewOperation } from '../answer/payment-view.ts';
import { sendProblem } from '../answer/problem.ts';
import { sendReceipt } from '../answer/send-receipt.ts';
import type { HostServer } from '../host-server.ts';
import { keyHeader, readIdempotencyKey } from '../request/idempotency-key.ts';
import { amountRequest, cancellationRequest } from '../request/payment-request.ts';
import { paymentId, problems } from './responses.ts';

const captures = describe('capturePayment', 'Capture a payment', 'Takes an authorized amount, or a part of it.');
const cancellations = describe('cancelPayment', 'Cancel a payment', 'Gives up an authorization that was not captured.');
const refunds = describe(
  'refundPayment',
  'Refund a payment',
  'Gives back an amount that was taken or transferred, or a part of it.',
);
const recalls = describe('recallPayment', 'Recall a payment', 'Asks for a transfer back that was sent.');

/** `POST /payments/{id}/captures`, `/cancellations`, `/refunds` and `/recalls`. */
export function operationRoutes(app: HostServer, gateway: Gateway): void {
  app.post('/payments/:id/captures', { schema: { ...captures, body: amountRequest.nullish() } }, (request, reply) =>
    follow(request, reply, 'capture', request.body ?? {}),
  );
  app.post(
    '/payments/:id/cancellations',
    { schema: { ...cancellations, body: cancellationRequest.nullish() } },
    (request, reply) => follow(request, reply, 'void', request.body ?? {}),
  );
  app.post('/payments/:id/refunds', { schema: { ...refunds, body: amountRequest.nullish() } }, (request, reply) =>
    follow(request, reply, 'refund', request.body ?? {}),
  );
  app.post('/payments/:id/recalls', { schema: { ...recalls, body: cancellationRequest.nullish() } }, (request, reply) =>
    follow(request, reply, 'recall', request.body ?? {}),
  );

  async function follow(
    request: FastifyRequest & { readonly params: { readonly id: string } },
    reply: FastifyReply,
    verb: FollowingVerb,
    body: z.infer<typeof amountRequest>,
  ): Promise<FastifyReply> {
    const claim = readIdempotencyKey(request, body.idempotency_key);
    if (claim.key === undefined) return sendProblem(reply, claim.code, claim.facts);
    const payment = parsePaymentId(request.params.id);
    if (payment === undefined) return sendProblem(reply, 'payment_unknown');
    const { tenant } = request;
    const amount = await readAmount({ payment, tenant }, body);
    if (amount === 'payment_unknown') return sendProblem(reply, 'payment_unknown');
    // No abort signal: a caller that hangs up does not stop an operation.
    const receipt = await gateway[verb]({ payment, tenant, idempotencyKey: claim.key, ...(amount && { amount }) });
    return sendReceipt(reply, receipt, (changed) => viewOperation(verb, receipt, changed, amount));
  }

  /** An amount without a currency is in that of the payment. */
  async function readAmount(
    query: { readonly payment: PaymentId; readonly tenant: string },
    { amount, currency }: z.infer<typeof amountRequest>,
  ): Promise<Money | undefined | 'payment_unknown'> {
    if (amount === undefined) return undefined;
    const unit = currency ?? (await gateway.retrieve(query))?.amount.currency;
    return unit === undefined ? 'payment_unknown' : money(BigInt(amount), unit);
  }
}

function describe(operationId: string, summary: string, description: string) {
  return {
    operationId,
    summary,
    description,
    tags: ['payments'],
    headers: keyHeader,
    params: z.object({ id: paymentId }),
    response: {
      201: operationView.describe('Executed.'),
      202: operationView.describe('Not known yet. Poll the payment.'),
      ...problems(401, 402, 404, 409, 413, 415, 422, 429, 502, 503, 504),
    },
  };
}
