import type { Registry } from 'prom-client';
import type { HostServer } from '../host-server.ts';

/** `GET /metrics`, in the text format of Prometheus, for operators. */
export function metricsRoute(app: HostServer, registry: Registry): void {
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
