import type { Gateway } from '@polyrail/core';
import type { FastifyBaseLogger } from 'fastify';

/** Logs what a person has to look at. @returns a function that ends it */
export function logEvents(gateway: Gateway, log: FastifyBaseLogger): () => void {
  return gateway.subscribe((event) => {
    switch (event.type) {
      case 'job_buried': {
        const { id, kind, attempts, reason } = event.job;
        log.error({ job: id, kind, attempts, reason }, 'a job was given up and waits for a person');
        break;
      }
      case 'delivery_failed': {
        const { endpoint, attempts, reason } = event;
        log.warn({ endpoint, attempts, reason }, 'an endpoint did not take an event');
        break;
      }
      case 'review':
        log.error({ payment: event.payment.id, operation: event.operationId }, 'a person has to settle an operation');
        break;
      case 'conflict':
        log.warn({ payment: event.payment.id }, event.message);
        break;
      case 'claim_failed':
        log.error({ reason: event.message }, 'the store did not take an operation; nothing was sent');
        break;
      case 'trouble':
        log.warn(event.message);
        break;
    }
  });
}
