import type { Announcer } from '../gateway/announce.ts';
import { PolyrailError } from '../model/error.ts';
import type { Payment } from '../model/payment.ts';
import type { Endpoint, OutboxOptions } from './endpoint.ts';

/**
 * Announces each change of a payment to the endpoints that want it: one event, one delivery for each endpoint.
 *
 * @throws PolyrailError `configuration_invalid` for an endpoint id that is malformed or there twice
 */
export function announceTo({ endpoints, view = viewOf }: Pick<OutboxOptions, 'endpoints' | 'view'>): Announcer {
  checkIds(endpoints);
  return (payment, atMs) => {
    const type = `payment.${payment.status}`;
    const wanted = endpoints.filter(
      ({ tenant, types }) =>
        (tenant === undefined || tenant === payment.tenant) && (types === undefined || types.includes(type)),
    );
    if (wanted.length === 0) return { events: [], offers: [] };
    const id = `evt_${payment.id.slice('pay_'.length)}_${payment.version}`;
    // biome-ignore lint/style/noRestrictedGlobals: it writes a given time, it does not ask for the time.
    const timestamp = new Date(atMs).toISOString();
    const body = JSON.stringify({ id, type, timestamp, data: view(payment) });
    const event = { id, tenant: payment.tenant, paymentId: payment.id, type, body, atMs };
    const offers = wanted.map((endpoint) => ({
      id: `delivery:${id}:${endpoint.id}`,
      kind: 'delivery' as const,
      subject: `${id}:${endpoint.id}`,
      // Events of one payment reach an endpoint in their order.
      partition: `${endpoint.id}:${payment.id}`,
      runAtMs: atMs,
    }));
    return { events: [event], offers };
  };
}

/** Amounts are strings of digits: a receiver in any language keeps them exact. */
function viewOf({ amount, captured, refunded, decline, ...payment }: Payment): object {
  return {
    payment: payment.id,
    status: payment.status,
    amount: amount.minorUnits.toString(),
    captured_amount: captured.minorUnits.toString(),
    refunded_amount: refunded.minorUnits.toString(),
    currency: amount.currency,
    reference: payment.reference,
    provider: payment.provider,
    version: payment.version,
    ...(decline && { decline: { reason: decline.reason, advice: decline.advice } }),
  };
}

function checkIds(endpoints: readonly Endpoint[]): void {
  const ids = new Set(endpoints.map(({ id }) => id));
  if (ids.size !== endpoints.length || endpoints.some(({ id }) => !/^[a-z0-9-]{1,64}$/.test(id)))
    throw new PolyrailError(
      'configuration_invalid',
      'each endpoint has an id of its own: 1 to 64 lower-case letters, digits and hyphens',
    );
}
