import type { Gateway } from '@polyrail/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendProblem } from '../answer/problem.ts';
import type { HostServer } from '../host-server.ts';
import { problemsOf } from './responses.ts';

/** The largest notification that is read, in bytes. */
const bodyLimit = 1_048_576;

const schema = {
  operationId: 'receiveNotification',
  summary: 'Take what a provider pushes',
  description:
    'For providers, who prove who they are by their signatures. One that wants another answer than 204 or 401 gets that.',
  tags: ['providers'],
  security: [],
  consumes: ['*/*'],
  params: z.object({ provider: z.string().meta({ description: 'Id of a provider.' }) }),
  body: z.unknown().describe('The message, byte for byte as it was signed.'),
  response: {
    204: z.null().describe('Stored. Processing follows.'),
    ...problemsOf(
      'invalid_request',
      'notification_refused',
      'not_found',
      'request_timeout',
      'payload_too_large',
      'headers_too_large',
      'internal_error',
      'ledger_unavailable',
    ),
  },
};

/**
 * `POST /v1/webhooks/{provider}`: what providers push. The body is read as bytes and nothing else, because signatures are
 * over bytes. It is acknowledged once it is stored; processing follows.
 */
export function webhookRoutes(app: HostServer, gateway: Gateway): void {
  app.removeAllContentTypeParsers();
  // Fastify refuses a type that is not well written, and reads no body without one. The verifier has the fields as they came.
  app.addHook('onRequest', async ({ raw }) => {
    raw.headers['content-type'] = 'application/octet-stream';
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post<{ Params: { provider: string }; Body: Uint8Array }>(
    '/webhooks/:provider',
    { bodyLimit, schema },
    async (request, reply) => {
      const { params, raw, body } = request;
      const reception = await gateway.receive(params.provider, { headers: single(raw.headersDistinct), body });
      switch (reception.kind) {
        case 'stored': {
          const { status, body: answer, contentType = 'text/plain' } = reception.acknowledgement;
          return answer === undefined ? reply.code(status).send() : reply.code(status).type(contentType).send(answer);
        }
        case 'refused':
          return refuse(request, reply, reception);
        case 'unknown_provider':
          return sendProblem(reply, 'not_found');
        case 'unavailable':
          return sendProblem(reply, 'ledger_unavailable');
      }
    },
  );
}

/** The sender learns only that it was refused; the log says why. */
function refuse(request: FastifyRequest, reply: FastifyReply, { status, reason }: { status: number; reason: string }) {
  request.log.warn({ reason }, 'a notification was refused');
  return sendProblem(reply, 'notification_refused', { status });
}

function single(headers: NodeJS.Dict<string[]>): Record<string, string | readonly string[] | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [name, values?.length === 1 ? values[0] : values]),
  );
}
