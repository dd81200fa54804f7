import { type Gateway, parsePaymentId } from '@polyrail/core';
import { z } from 'zod';
import type { HostServer } from '../host-server.ts';
import { keyHeader, readIdempotencyKey } from '../idempotency-key.ts';
import { beginPayment, paymentRequest } from '../payment-request.ts';
import { paymentView, viewPayment } from '../payment-view.ts';
import { sendProblem } from '../problem.ts';
import { sendReceipt } from '../send-receipt.ts';
import { paymentId, problems } from './responses.ts';

/** `POST /payments` and `GET /payments/{id}`. */
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
        response: {
          201: paymentView.describe('Executed.'),
          202: paymentView.describe('Not known yet, or waiting for the payer. Poll.'),
          ...problems(400, 401, 402, 409, 413, 415, 422, 429, 502, 503, 504),
        },
      },
    },
    async (request, reply) => {
      const { body, tenant } = request;
      const claim = readIdempotencyKey(request, body.idempotency_key);
      if (claim.key === undefined) return sendProblem(reply, claim.code, claim.facts);
      // No abort signal: a caller that hangs up does not stop a payment.
      const receipt = await beginPayment(gateway, body, { tenant, idempotencyKey: claim.key });
      return sendReceipt(reply, receipt, (payment) => {
        const view = viewPayment(payment);
        const unrecorded = receipt.outcome.kind === 'unknown' && view.status === 'processing';
        return unrecorded ? { ...view, status: 'unknown' } : view;
      });
    },
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
        response: { 200: paymentView.describe('As it is known now.'), ...problems(401, 404) },
      },
    },
    async ({ params, tenant }, reply) => {
      const id = parsePaymentId(params.id);
      const payment = id && (await gateway.retrieve({ payment: id, tenant }));
      return payment === undefined ? sendProblem(reply, 'payment_unknown') : viewPayment(payment);
    },
  );
}
