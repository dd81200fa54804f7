import { type Tracer, trace } from '@opentelemetry/api';
import type { Gateway, GatewayEvent } from '@polyrail/core';
import { createRedactor, type Redactor } from '@polyrail/redaction';
import { OperationTraces } from './operation-traces.ts';
import { failed } from './span-facts.ts';
import { SpanWriter } from './span-writer.ts';

/** Where spans go, and what is kept out of them. */
export interface TraceOptions {
  /** Default: the one of the tracer provider that is registered globally. While there is none, nothing is recorded. */
  readonly tracer?: Tracer;
  /** Passed by every attribute and every status. Default: one that knows the forms of secrets, and none of the host's own. */
  readonly redactor?: Redactor;
}

/**
 * Makes spans of what a gateway reports: one for each operation from its claim to its answer, under the span that is active in the
 * caller; under it one for each attempt, and for each outcome that is learned later; and one for each notification that arrives.
 * Their times are those of the gateway's clock.
 *
 * An attribute is named by the semantic conventions of OpenTelemetry where there is one, else `polyrail.*`. None holds an amount,
 * an account, a reference or a key.
 *
 * @returns a function that ends it
 * @see https://opentelemetry.io/docs/specs/semconv/
 */
export function traceGateway(
  gateway: Pick<Gateway, 'subscribe'>,
  { tracer = trace.getTracer('@polyrail/telemetry'), redactor = createRedactor() }: TraceOptions = {},
): () => void {
  const writer = new SpanWriter(tracer, redactor);
  const operations = new OperationTraces(writer);
  return gateway.subscribe((event) => {
    switch (event.type) {
      case 'operation_claimed':
        return operations.begin(event.operation);
      case 'attempt':
        return operations.attempted(event);
      case 'operation_answered':
        return operations.end(event);
      case 'outcome_recorded':
        return event.origin.by === 'answer' ? undefined : operations.settled(event);
      case 'notification_received':
        return writeNotification(writer, event);
      default:
        return undefined;
    }
  });
}

function writeNotification(writer: SpanWriter, event: Extract<GatewayEvent, { type: 'notification_received' }>): void {
  const { provider, reception, reason, startedAtMs, endedAtMs } = event;
  const attributes = { 'polyrail.provider': provider, 'polyrail.notification.reception': reception };
  const why = reason ?? reception;
  const facts = reception === 'stored' ? { attributes } : failed(why, `it was not taken: ${why}`, attributes);
  writer.write({ name: 'polyrail.notification', kind: 'consumer', startedAtMs, endedAtMs, ...facts });
}
