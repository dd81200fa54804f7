import { type Gateway, parsePaymentId } from '@polyrail/core';
import { z } from 'zod';
import { paymentView, viewPayment } from '../answer/payment-view.ts';
import { sendProblem } from '../answer/problem.ts';
import type { HostServer } from '../host-server.ts';
import { paymentId, problems } from './responses.ts';

const words = (maxLength: number) => {
  const rule = `must be a text of 1 to ${maxLength} characters, without control characters`;
  return z
    .string(rule)
    .trim()
    .regex(/^\P{C}+$/u, rule)
    .max(maxLength, rule);
};

const settlementRequest = z
  .strictObject({
    executed: z.boolean().meta({ description: 'Did the money move?' }),
    provider_reference: words(255).optional(),
    actor: words(100).meta({ description: 'Who says so. It stays on the timeline.' }),
    reason: words(500).meta({ description: 'How it was found out. It stays on the timeline.' }),
  })
  .meta({ id: 'SettlementRequest', description: 'What a person found out about an open operation.' });

/** `POST /payments/{id}/settlement`: ends an operation whose outcome stayed unknown, by the word of a person. */
export function settlementRoutes(app: HostServer, gateway: Gateway): void {
  app.post(
    '/payments/:id/settlement',
    {
      schema: {
        operationId: 'settlePayment',
        summary: 'Settle an unknown outcome by hand',
        tags: ['payments'],
        params: z.object({ id: paymentId }),
        body: settlementRequest,
        response: { 200: paymentView, ...problems(401, 409, 413, 415, 503) },
      },
    },
    async ({ params, tenant, body }, reply) => {
      const payment = parsePaymentId(params.id);
      const { executed, actor, reason, provider_reference: providerReference } = body;
      const verdict = { executed, actor, reason, ...(providerReference !== undefined && { providerReference }) };
      const settled = payment && (await gateway.settleByHand({ payment, tenant, ...verdict }));
      if (settled === undefined)
        return sendProblem(reply, 'payment_state', { detail: 'there is no such payment, or nothing is open on it' });
      return viewPayment(settled);
    },
  );
}
