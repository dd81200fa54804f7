import type { Clock } from '@polyrail/core/provider';
import type { Attempt } from './attempt.ts';
import { createConnector } from './connect.ts';
import { ConnectionPool } from './connection-pool.ts';
import { Exchange } from './exchange.ts';
import type { HttpRequest } from './http-request.ts';
import type { HttpLimits } from './limits.ts';
import type { Origin } from './origin.ts';
import type { RotatingTls } from './rotating-tls.ts';
import type { TlsOptions } from './tls.ts';

/** Carries out attempts: settles each one that it gets, and stops when told to. */
export interface Engine {
  start(request: HttpRequest, attempt: Attempt): void;
  close(): Promise<void>;
}

/** The phase-tracking engine on undici. Opens nothing and keeps no timer before the first request. */
export function createEngine(
  origin: Origin,
  limits: HttpLimits,
  tls: TlsOptions | RotatingTls | undefined,
  clock: Clock,
): Engine {
  const connector = createConnector(origin, tls, limits.connectTimeoutMs, clock);
  const pool = new ConnectionPool(origin, limits, connector);
  const stopListening = connector.onReplace(() => pool.renew());
  return {
    start(request, attempt) {
      const exchange = new Exchange(request, attempt, pool, limits);
      attempt.work = exchange;
      pool.submit(exchange);
    },
    close: () => {
      stopListening();
      return pool.close();
    },
  };
}
