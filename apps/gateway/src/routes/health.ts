import { systemClock } from '@polyrail/core';
import { z } from 'zod';
import type { HostServer } from '../host-server.ts';
import type { ServerOptions } from '../server.ts';
import { Readiness } from '../watch/readiness.ts';

const status = z.object({ status: z.string() });

/** `GET /healthz`: the process answers. `GET /readyz`: it can take payments, and the store keeps them. Neither asks a provider. */
export function healthRoutes(app: HostServer, { gateway, store }: Pick<ServerOptions, 'gateway' | 'store'>): void {
  const readiness = new Readiness(gateway, systemClock, store);
  app.addHook('onClose', async () => readiness.stop());
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
      const ready = await readiness.look();
      return reply.code(ready === 'ready' ? 200 : 503).send({ status: ready });
    },
  );
}
