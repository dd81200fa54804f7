import type { Gateway } from '@polyrail/core';
import { Counter, Gauge, Registry } from 'prom-client';
import type { CertificateEnds } from './certificate-ends.ts';

/** More dead letters than this are counted as this many. */
const mostCounted = 1_000;

/** What operators have to know of, counted from the gateway's events, and when certificates end. No amount, reference or id is a label. */
export function hostMetrics(
  gateway: Gateway,
  certificates?: CertificateEnds,
): { readonly registry: Registry; stop(): void } {
  const registry = new Registry();
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `polyrail_${name}`, help, labelNames, registers: [registry] });
  const buried = counter('jobs_buried_total', 'Jobs that were given up and wait for a person.', ['kind']);
  const undelivered = counter('deliveries_failed_total', 'Events that an endpoint did not take, try by try.', [
    'endpoint',
  ]);
  const reviews = counter('reviews_total', 'Open operations that were handed to a person.', ['provider']);
  const refused = counter('notifications_refused_total', 'Notifications that were not believed.', [
    'provider',
    'reason',
  ]);
  const conflicts = counter('conflicts_total', 'Messages that contradict what is known of a payment.', ['provider']);
  const troubles = counter(
    'troubles_total',
    'Times that the store did not answer or write, or an event id came again changed.',
  );
  new Gauge({
    name: 'polyrail_dead_letters',
    help: `Jobs that wait for a person now, up to ${mostCounted}.`,
    registers: [registry],
    async collect() {
      this.set((await gateway.buriedJobs(mostCounted)).length);
    },
  });
  new Gauge({
    name: 'polyrail_certificate_not_after_seconds',
    help: 'When a certificate in use ends, in seconds since 1970.',
    labelNames: ['role', 'origin'],
    registers: [registry],
    collect() {
      for (const { role, origin, expiresAt } of certificates?.all ?? []) this.set({ role, origin }, expiresAt / 1_000);
    },
  });
  const stop = gateway.subscribe((event) => {
    switch (event.type) {
      case 'job_buried':
        return buried.inc({ kind: event.job.kind });
      case 'delivery_failed':
        return undelivered.inc({ endpoint: event.endpoint });
      case 'review':
        return reviews.inc({ provider: event.payment.provider });
      case 'notification_refused':
        return refused.inc({ provider: event.provider, reason: event.reason });
      case 'conflict':
        return conflicts.inc({ provider: event.payment.provider });
      case 'claim_failed':
      case 'trouble':
        return troubles.inc();
      default:
        return undefined;
    }
  });
  return { registry, stop };
}
