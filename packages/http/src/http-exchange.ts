import type { Clock, Delivery } from '@polyrail/core/provider';
import type { HttpRequest } from './http-request.ts';
import type { HttpResponse } from './http-response.ts';

/** One attempt without anything secret: no header, no body, no value of a query. */
export interface HttpExchange {
  readonly method: string;
  readonly path: string;
  readonly phase: Delivery<HttpResponse>['phase'];
  /** Absent unless answered. */
  readonly status?: number;
  readonly durationMs: number;
  /** Absent unless answered. */
  readonly responseBytes?: number;
}

/** Hands a delivery on and tells `onExchange` of it. */
export async function reportExchange(
  { method, path }: HttpRequest,
  sending: Promise<Delivery<HttpResponse>>,
  clock: Clock,
  onExchange: (exchange: HttpExchange) => void,
): Promise<Delivery<HttpResponse>> {
  const startedAt = clock.now();
  const delivery = await sending;
  const answered = delivery.phase === 'answered' && {
    status: delivery.response.status,
    responseBytes: delivery.response.body.byteLength,
  };
  try {
    const durationMs = clock.now() - startedAt;
    onExchange({ method, path: path.replace(/\?.*$/s, ''), phase: delivery.phase, durationMs, ...answered });
  } catch {
    // An observer that fails must not turn a delivery into an error: money may have moved.
  }
  return delivery;
}
