import type { Gateway } from '@polyrail/core';
import { z } from 'zod';
import type { HostServer } from '../host-server.ts';

const status = z.object({ status: z.string() });

/** `GET /healthz`: the process answers. `GET /readyz`: it can take payments. Neither asks a provider. */
export function healthRoutes(app: HostServer, gateway: Gateway): void {
  const open = { tags: ['health'], security: [] };
  app.get(
    '/healthz',
    { schema: { ...open, operationId: 'health', summary: 'Does it run?', response: { 200: status } } },
    async () => ({ status: 'ok' }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        ...open,
        operationId: 'readiness',
        summary: 'Can it take payments?',
        response: { 200: status, 503: status },
      },
    },
    async (_, reply) => {
      const ready = gateway.providers().length > 0;
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'no provider' });
    },
  );
}
