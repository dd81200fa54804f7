import type { Announcer } from '../gateway/announce.ts';
import type { Payment } from '../model/payment.ts';
import type { Endpoint } from './endpoint.ts';

/** Announces each change of a payment to the endpoints of its tenant: one event, one delivery for each endpoint. */
export function announceTo(endpoints: readonly Endpoint[]): Announcer {
  return (payment, atMs) => {
    const wanted = endpoints.filter(({ tenant }) => tenant === undefined || tenant === payment.tenant);
    if (wanted.length === 0) return { events: [], offers: [] };
    const id = `evt_${payment.id.slice('pay_'.length)}_${payment.version}`;
    const type = `payment.${payment.status}`;
    const event = {
      id,
      tenant: payment.tenant,
      paymentId: payment.id,
      type,
      body: bodyOf(id, type, payment, atMs),
      atMs,
    };
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
function bodyOf(id: string, type: string, payment: Payment, atMs: number): string {
  const { amount, captured, refunded, status, reference, provider, decline } = payment;
  return JSON.stringify({
    id,
    type,
    // biome-ignore lint/style/noRestrictedGlobals: it writes a given time, it does not ask for the time.
    timestamp: new Date(atMs).toISOString(),
    data: {
      payment: payment.id,
      status,
      amount: amount.minorUnits.toString(),
      captured_amount: captured.minorUnits.toString(),
      refunded_amount: refunded.minorUnits.toString(),
      currency: amount.currency,
      reference,
      provider,
      version: payment.version,
      ...(decline && { decline: { reason: decline.reason, advice: decline.advice } }),
    },
  });
}
