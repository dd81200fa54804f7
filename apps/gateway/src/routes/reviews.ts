import type { Gateway, Review } from '@polyrail/core';
import { z } from 'zod';
import { paymentView, viewPayment } from '../answer/payment-view.ts';
import type { HostServer } from '../host-server.ts';
import { amountOutput, viewMinorUnits } from '../request/http-amount.ts';
import { listLimit } from './list-limit.ts';
import { problems } from './responses.ts';

const reviewView = z
  .object({
    id: z
      .string()
      .describe('The operation.')
      .meta({ examples: ['op_0197b1c2d3e47f5a8b9c0d1e2f3a4b5c'] }),
    tenant: z.string().describe('Whose payment it is. The settlement takes a key of this tenant.'),
    verb: z.string().describe('What was asked of the provider.'),
    amount: amountOutput,
    currency: z.string(),
    started_at: z.string(),
    payment: paymentView,
  })
  .meta({ id: 'Review', description: 'An operation whose outcome stayed unknown and waits for a person.' });

const reviewList = z.object({
  reviews: z.array(reviewView),
  next: z.string().optional().describe('Give it as `after` for the following page. Absent on the last one.'),
});

const query = z.object({
  limit: listLimit,
  after: z.string().min(1).max(255).optional().describe('`next` of the page before.'),
});

/** `GET /reviews`, for operators: what a person has to settle, of all tenants. */
export function reviewRoutes(app: HostServer, gateway: Gateway): void {
  app.get(
    '/reviews',
    {
      schema: {
        operationId: 'listReviews',
        summary: 'List what a person has to settle',
        description: 'Oldest first. Needs the key of an operator. `settlePayment` ends one.',
        tags: ['operators'],
        querystring: query,
        response: { 200: reviewList, ...problems(401, 503) },
      },
    },
    async ({ query: { limit, after } }) => {
      const page = { limit: limit + 1, ...(after !== undefined && { after }) };
      const found = await gateway.reviews(page);
      const reviews = found.slice(0, limit).map(viewReview);
      const last = reviews.at(-1);
      return { reviews, ...(found.length > limit && last && { next: last.id }) };
    },
  );
}

function viewReview({ operation, payment }: Review): z.infer<typeof reviewView> {
  const { id, tenant, verb, amount, startedAtMs } = operation;
  return {
    id,
    tenant,
    verb,
    amount: viewMinorUnits(amount),
    currency: amount.currency,
    started_at: new Date(startedAtMs).toISOString(),
    payment: viewPayment(payment),
  };
}
