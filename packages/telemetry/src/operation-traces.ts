import { type Context, ROOT_CONTEXT, type Span, type SpanContext, trace } from '@opentelemetry/api';
import type { GatewayEvent, OperationFacts } from '@polyrail/core';
import { operationFacts, resultFacts } from './span-facts.ts';
import type { SpanWriter } from './span-writer.ts';

type EventOf<Type extends GatewayEvent['type']> = Extract<GatewayEvent, { readonly type: Type }>;

/** Of more open operations, what comes later for the oldest is in a trace of its own. */
const mostOpen = 10_000;

/** The spans of operations, and what belongs under them. */
export class OperationTraces {
  readonly #writer: SpanWriter;
  /** Operations that are carried out now; the gateway bounds how many. */
  readonly #carriedOut = new Map<string, Span>();
  /** Operations that were answered and are still open, and what comes later belongs under. */
  readonly #open = new Map<string, SpanContext>();

  constructor(writer: SpanWriter) {
    this.#writer = writer;
  }

  begin({ id, verb, startedAtMs }: OperationFacts): void {
    this.#carriedOut.set(id, this.#writer.start({ name: `polyrail.${verb}`, kind: 'internal', startedAtMs }));
  }

  attempted({ verb, provider, paymentId, operationId, report }: EventOf<'attempt'>): void {
    const { number, startedAtMs, endedAtMs, result, next } = report;
    const { attributes, failure } = resultFacts(result);
    this.#writer.write({
      name: `polyrail.${verb}.attempt`,
      kind: 'client',
      startedAtMs,
      endedAtMs,
      parent: this.#parentOf(operationId),
      attributes: {
        'polyrail.operation.id': operationId,
        'polyrail.payment.id': paymentId,
        'polyrail.provider': provider,
        'polyrail.verb': verb,
        'polyrail.attempt.next': next,
        ...(number > 1 && { 'http.request.resend_count': number - 1 }),
        ...attributes,
      },
      failure,
    });
  }

  end({ operation, outcome, atMs }: EventOf<'operation_answered'>): void {
    const span = this.#carriedOut.get(operation.id);
    if (span === undefined) return;
    const { attributes, failure } = resultFacts(outcome);
    this.#writer.end(span, atMs, { attributes: { ...operationFacts(operation), ...attributes }, failure });
    this.#carriedOut.delete(operation.id);
    if (!isOpen(outcome)) return;
    this.#open.set(operation.id, span.spanContext());
    const [oldest = ''] = this.#open.size > mostOpen ? this.#open.keys() : [];
    this.#open.delete(oldest);
  }

  /** It spans the time from the question, or from the arrival of the notification, to the record. */
  settled({ operation, outcome, origin, atMs }: EventOf<'outcome_recorded'>): void {
    const { attributes, failure } = resultFacts(outcome);
    this.#writer.write({
      name: 'polyrail.settlement',
      kind: 'internal',
      startedAtMs: origin.sinceMs,
      endedAtMs: atMs,
      parent: this.#parentOf(operation.id),
      attributes: { ...operationFacts(operation), 'polyrail.settlement.by': origin.by, ...attributes },
      failure,
    });
    if (!isOpen(outcome)) this.#open.delete(operation.id);
  }

  /** The caller's own context is not kept: an operation may stay open for days. */
  #parentOf(id: string): Context | undefined {
    const span = this.#carriedOut.get(id)?.spanContext() ?? this.#open.get(id);
    return span && trace.setSpanContext(ROOT_CONTEXT, span);
  }
}

function isOpen({ kind }: EventOf<'outcome_recorded'>['outcome']): boolean {
  return kind === 'unknown' || kind === 'pending' || kind === 'action_required';
}
