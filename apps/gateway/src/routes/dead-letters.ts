import type { BuriedJob, Gateway } from '@polyrail/core';
import { z } from 'zod';
import { sendProblem } from '../answer/problem.ts';
import type { HostServer } from '../host-server.ts';
import { listLimit } from './list-limit.ts';
import { problems } from './responses.ts';

const deadLetterView = z
  .object({
    id: z.string().meta({ examples: ['delivery:evt_0197b1c2d3e47f5a8b9c0d1e2f3a4b5c_2:shop'] }),
    kind: z
      .enum(['settlement', 'notification', 'delivery'])
      .describe('An open operation, an event of a provider, or an event for an endpoint.'),
    subject: z.string().describe('The operation, the event of the provider, or the event and the endpoint.'),
    payment_id: z.string().optional().describe('The payment that it is about, where the job says so.'),
    attempts: z.int().describe('How often it was tried.'),
    reason: z.string().describe('Why it was given up.'),
    buried_at: z.string(),
  })
  .meta({ id: 'DeadLetter', description: 'A job that was given up and waits for a person.' });

const replayView = z
  .object({ id: z.string(), replayed: z.boolean().describe('False: it is being tried already, or was carried out.') })
  .meta({ id: 'Replay' });

const listQuery = z.object({ limit: listLimit });

/** `GET /dead-letters` and `POST /dead-letters/{id}/replay`, for operators: over the payments of all tenants. */
export function deadLetterRoutes(app: HostServer, gateway: Gateway): void {
  app.get(
    '/dead-letters',
    {
      schema: {
        operationId: 'listDeadLetters',
        summary: 'List what was given up',
        description: 'Oldest first. Needs the key of an operator.',
        tags: ['operators'],
        querystring: listQuery,
        response: { 200: z.object({ dead_letters: z.array(deadLetterView) }), ...problems(401, 503) },
      },
    },
    async ({ query }) => ({ dead_letters: (await gateway.buriedJobs(query.limit)).map(viewDeadLetter) }),
  );

  app.post(
    '/dead-letters/:id/replay',
    {
      schema: {
        operationId: 'replayDeadLetter',
        summary: 'Have a dead letter tried again',
        description: 'It starts afresh, with all its tries. Asking twice has the effect of asking once.',
        tags: ['operators'],
        params: z.object({ id: z.string().meta({ description: 'Id of a dead letter, percent-encoded.' }) }),
        response: { 202: replayView, ...problems(401, 404, 413, 415, 503) },
      },
    },
    async ({ params: { id }, log }, reply) => {
      const revival = await gateway.reviveJob(id);
      if (revival === 'unknown') return sendProblem(reply, 'dead_letter_unknown');
      if (revival === 'revived') log.info({ job: id }, 'an operator had a dead letter tried again');
      return reply.code(202).send({ id, replayed: revival === 'revived' });
    },
  );
}

function viewDeadLetter(job: BuriedJob): z.infer<typeof deadLetterView> {
  const { id, kind, subject, attempts, reason, buriedAtMs } = job;
  const payment = paymentOf(job);
  return {
    id,
    kind,
    subject,
    ...(payment !== undefined && { payment_id: payment }),
    attempts,
    reason,
    buried_at: new Date(buriedAtMs).toISOString(),
  };
}

/** Settlements and deliveries run in the order of their payment, so it is in the name of their partition. An event's reason ends with it. */
function paymentOf({ partition, reason }: BuriedJob): string | undefined {
  const named = /pay_[0-9a-f]{32}$/;
  return (named.exec(partition) ?? named.exec(reason))?.[0];
}
