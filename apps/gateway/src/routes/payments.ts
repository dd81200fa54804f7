import { type Gateway, parsePaymentId, type Receipt } from '@polyrail/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { paymentView, viewPayment } from '../answer/payment-view.ts';
import { sendProblem } from '../answer/problem.ts';
import { sendReceipt } from '../answer/send-receipt.ts';
import type { HostServer } from '../host-server.ts';
import { keyHeader, readIdempotencyKey } from '../request/idempotency-key.ts';
import {
  beginPayment,
  type Claimant,
  paymentRequest,
  requestForPayment,
  requestPayment,
} from '../request/payment-request.ts';
import { paymentId, problems } from './responses.ts';

const opened = {
  201: paymentView.describe('Executed.'),
  202: paymentView.describe('Not known yet, or waiting for the payer. Poll.'),
  ...problems(401, 402, 409, 413, 415, 422, 429, 502, 503, 504),
};

/** `POST /payments`, `POST /payment-requests` and `GET /payments/{id}`. */
export function paymentRoutes(app: HostServer, gateway: Gateway): void {
  app.post(
    '/payments',
    {
      schema: {
        operationId: 'createPayment',
        summary: 'Make a payment',
        description: 'A transfer between accounts, or a charge or authorization of a card token.',
        tags: ['payments'],
        headers: keyHeader,
        body: paymentRequest,
        response: opened,
      },
    },
    (request, reply) =>
      open(request, reply, request.body.idempotency_key, (claimant) => beginPayment(gateway, request.body, claimant)),
  );

  app.post(
    '/payment-requests',
    {
      schema: {
        operationId: 'requestPayment',
        summary: 'Ask for a payment',
        description: 'Asks the owner of the source account to pay. It is pending until the money is there.',
        tags: ['payments'],
        headers: keyHeader,
        body: requestForPayment,
        response: opened,
      },
    },
    (request, reply) =>
      open(request, reply, request.body.idempotency_key, (claimant) => requestPayment(gateway, request.body, claimant)),
  );

  app.get(
    '/payments/:id',
    {
      schema: {
        operationId: 'getPayment',
        summary: 'Get a payment',
        description: 'While its outcome is not known, the provider is asked first.',
        tags: ['payments'],
        params: z.object({ id: paymentId }),
        response: { 200: paymentView.describe('As it is known now.'), ...problems(401, 404, 503) },
      },
    },
    async ({ params, tenant }, reply) => {
      const id = parsePaymentId(params.id);
      const payment = id && (await gateway.retrieve({ payment: id, tenant }));
      return payment === undefined ? sendProblem(reply, 'payment_unknown') : viewPayment(payment);
    },
  );
}

async function open(
  request: FastifyRequest,
  reply: FastifyReply,
  bodyKey: string | undefined,
  begin: (claimant: Claimant) => Promise<Receipt>,
): Promise<FastifyReply> {
  const claim = readIdempotencyKey(request, bodyKey);
  if (claim.key === undefined) return sendProblem(reply, claim.code, claim.facts);
  // No abort signal: a caller that hangs up does not stop a payment.
  const receipt = await begin({ tenant: request.tenant, idempotencyKey: claim.key });
  return sendReceipt(reply, receipt, (payment) => {
    const view = viewPayment(payment);
    const unrecorded = receipt.outcome.kind === 'unknown' && view.status === 'processing';
    return unrecorded ? { ...view, status: 'unknown' } : view;
  });
}
