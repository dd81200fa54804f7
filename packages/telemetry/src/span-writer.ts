import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
} from '@opentelemetry/api';
import type { Redactor } from '@polyrail/redaction';
import type { SpanFacts } from './span-facts.ts';

/** A span from its start to its end. Times are milliseconds since 1970. */
export interface WholeSpan extends SpanFacts {
  readonly name: string;
  readonly kind: keyof typeof kinds;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Default: the active one. */
  readonly parent?: Context | undefined;
}

const kinds: Readonly<Record<'internal' | 'client' | 'consumer', SpanKind>> = {
  /** The gateway's own work. */
  internal: SpanKind.INTERNAL,
  /** It asks a provider. */
  client: SpanKind.CLIENT,
  /** A provider pushes. */
  consumer: SpanKind.CONSUMER,
};

/** The one way to a span: nothing gets into one that has not passed the redactor. */
export class SpanWriter {
  readonly #tracer: Tracer;
  readonly #redactor: Redactor;

  constructor(tracer: Tracer, redactor: Redactor) {
    this.#tracer = tracer;
    this.#redactor = redactor;
  }

  start({ name, kind, startedAtMs, parent = context.active() }: Omit<WholeSpan, 'endedAtMs' | keyof SpanFacts>): Span {
    return this.#tracer.startSpan(name, { kind: kinds[kind], startTime: startedAtMs }, parent);
  }

  end(span: Span, endedAtMs: number, { attributes, failure }: SpanFacts): void {
    // Nobody pays for words that nobody gets.
    if (span.isRecording()) {
      span.setAttributes(this.#visible(attributes));
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: this.#redactor.text(failure) });
    }
    span.end(endedAtMs);
  }

  write(whole: WholeSpan): void {
    this.end(this.start(whole), whole.endedAtMs, whole);
  }

  #visible(attributes: Attributes): Attributes {
    const entries = Object.entries(this.#redactor.fields(attributes));
    return Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? this.#redactor.text(value) : value]),
    );
  }
}
