import { type Gateway, parsePaymentId } from '@polyrail/core';
import { z } from 'zod';
import { sendProblem } from '../answer/problem.ts';
import type { HostServer } from '../host-server.ts';
import { paymentId, problems } from './responses.ts';

const timelineView = z
  .object({
    payment_id: z.string(),
    entries: z.array(z.object({ at: z.string(), type: z.string(), text: z.string() })),
  })
  .meta({ id: 'Timeline', description: 'What happened, oldest first; every decision in words.' });

/** `GET /payments/{id}/timeline`. */
export function timelineRoutes(app: HostServer, gateway: Gateway): void {
  app.get(
    '/payments/:id/timeline',
    {
      schema: {
        operationId: 'getTimeline',
        summary: 'See what happened to a payment',
        tags: ['payments'],
        params: z.object({ id: paymentId }),
        response: { 200: timelineView, ...problems(401, 404, 503) },
      },
    },
    async ({ params, tenant }, reply) => {
      const id = parsePaymentId(params.id);
      const entries = id === undefined ? [] : await gateway.timeline({ payment: id, tenant });
      // Every payment has at least the entry of its claim.
      if (entries.length === 0) return sendProblem(reply, 'payment_unknown');
      return {
        payment_id: params.id,
        entries: entries.map(({ atMs, type, text }) => ({ at: new Date(atMs).toISOString(), type, text })),
      };
    },
  );
}
