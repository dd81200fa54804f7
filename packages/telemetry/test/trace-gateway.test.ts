import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { type GatewayEvent, type GatewayListener, type OperationFacts, parsePaymentId } from '@polyrail/core';
import { createRedactor } from '@polyrail/redaction';
import { afterEach, describe, expect, it } from 'vitest';
import { traceGateway } from '../src/index.ts';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer = provider.getTracer('test');
const startMs = 1_767_225_600_000;
const paymentId = parsePaymentId(`pay_${'0'.repeat(32)}`);
if (paymentId === undefined) throw new Error('no payment id');
const operation = {
  id: 'op_1',
  verb: 'charge',
  paymentId,
  provider: 'acme',
  protocol: 'rest',
  startedAtMs: startMs,
} satisfies OperationFacts;

afterEach(() => exporter.reset());

/** A gateway that says what it is told to say. */
function speaker(options: Parameters<typeof traceGateway>[1] = { tracer }) {
  const listeners = new Set<GatewayListener>();
  const stop = traceGateway(
    {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    options,
  );
  const say = (...events: GatewayEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event);
  };
  return { stop, say };
}

const value = { providerReference: 'theirs' };
const done = { kind: 'succeeded', value } as const;
const lost = { kind: 'unknown', cause: 'connection_lost', message: 'the line broke' } as const;
const ticket = { by: 'inquiry', providerKey: 'k', sentAtMs: startMs } as const;
const open = { ...lost, ticket } as const;
const claimed: GatewayEvent = { type: 'operation_claimed', operation };

function attempt(number: number, result: typeof done | typeof lost, verb: 'charge' | 'retrieve' = 'charge') {
  const [startedAtMs, endedAtMs] = [startMs + number * 100, startMs + number * 100 + 50];
  const report = { number, startedAtMs, endedAtMs, result, next: 'this is final' };
  const { paymentId } = operation;
  return { type: 'attempt', provider: 'acme', verb, paymentId, operationId: operation.id, report } as const;
}

const answered = (outcome: typeof done | typeof open): GatewayEvent => ({
  type: 'operation_answered',
  operation,
  outcome,
  atMs: startMs + 500,
});
const settled = (by: 'inquiry' | 'notification' | 'answer'): GatewayEvent => ({
  type: 'outcome_recorded',
  operation,
  outcome: done,
  origin: { by, sinceMs: startMs + 1_000 },
  atMs: startMs + 1_250,
});

const ms = ([seconds, nanos]: readonly [number, number]) => seconds * 1_000 + nanos / 1e6 - startMs;

/** Name, parent's name, and times counted from the claim. */
function shown() {
  const spans = exporter.getFinishedSpans();
  const nameOf = (id: string | undefined) => spans.find((span) => span.spanContext().spanId === id)?.name;
  const start = (span: ReadableSpan) => ms(span.startTime);
  return [...spans]
    .sort((a, b) => start(a) - start(b))
    .map((span) => [span.name, nameOf(span.parentSpanContext?.spanId), start(span), ms(span.endTime)]);
}

const attributesOf = (name: string) => exporter.getFinishedSpans().find((span) => span.name === name)?.attributes;

describe('an operation', () => {
  it('is a span from its claim to its answer, over one for each attempt', () => {
    const { say } = speaker();
    say(claimed, attempt(1, lost), attempt(2, done), settled('answer'), answered(done));
    expect(shown()).toEqual([
      ['polyrail.charge', undefined, 0, 500],
      ['polyrail.charge.attempt', 'polyrail.charge', 100, 150],
      ['polyrail.charge.attempt', 'polyrail.charge', 200, 250],
    ]);
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ kind }) => kind)).toEqual([SpanKind.CLIENT, SpanKind.CLIENT, SpanKind.INTERNAL]);
    expect(spans.map(({ status }) => status.code)).toEqual([
      SpanStatusCode.ERROR,
      SpanStatusCode.UNSET,
      SpanStatusCode.UNSET,
    ]);
    expect(spans.map(({ attributes }) => attributes['http.request.resend_count'])).toEqual([undefined, 1, undefined]);
    expect(attributesOf('polyrail.charge')).toEqual({
      'polyrail.operation.id': 'op_1',
      'polyrail.payment.id': operation.paymentId,
      'polyrail.provider': 'acme',
      'polyrail.protocol': 'rest',
      'polyrail.verb': 'charge',
      'polyrail.outcome': 'succeeded',
    });
  });

  it('says what went wrong by a word, and in words', () => {
    const { say } = speaker();
    say(claimed, answered(open));
    const [span] = exporter.getFinishedSpans();
    expect(span?.attributes).toMatchObject({ 'polyrail.outcome': 'unknown', 'error.type': 'connection_lost' });
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'the line broke' });
  });

  it('that is declined did not fail: the provider answered', () => {
    const { say } = speaker();
    const raw = { code: '51', status: 'DECLINED' };
    const declined = { kind: 'declined', reason: 'insufficient_funds', advice: 'later', raw } as const;
    say(claimed, { type: 'operation_answered', operation, outcome: declined, atMs: startMs });
    const [span] = exporter.getFinishedSpans();
    expect(span?.status.code).toBe(SpanStatusCode.UNSET);
    expect(span?.attributes).toMatchObject({
      'polyrail.decline.reason': 'insufficient_funds',
      'polyrail.provider.code': '51',
      'polyrail.provider.status': 'DECLINED',
    });
    expect(span?.attributes).not.toHaveProperty('error.type');
  });

  it('that was open is settled under its span, and what comes after that is not', () => {
    const { say } = speaker();
    say(claimed, answered(open), attempt(6, done, 'retrieve'), settled('inquiry'), settled('notification'));
    expect(shown()).toEqual([
      ['polyrail.charge', undefined, 0, 500],
      ['polyrail.retrieve.attempt', 'polyrail.charge', 600, 650],
      ['polyrail.settlement', 'polyrail.charge', 1_000, 1_250],
      ['polyrail.settlement', undefined, 1_000, 1_250],
    ]);
    expect(attributesOf('polyrail.settlement')).toMatchObject({
      'polyrail.settlement.by': 'inquiry',
      'polyrail.operation.id': 'op_1',
      'polyrail.outcome': 'succeeded',
    });
  });

  it('whose outcome a notification brought before the answer ends all the same', () => {
    const { say } = speaker();
    say(claimed, settled('notification'), answered(done));
    expect(shown()).toEqual([
      ['polyrail.charge', undefined, 0, 500],
      ['polyrail.settlement', 'polyrail.charge', 1_000, 1_250],
    ]);
  });

  it('of another process is settled in a trace of its own', () => {
    const { say } = speaker();
    say(attempt(1, done, 'retrieve'), settled('inquiry'), answered(done));
    expect(shown()).toEqual([
      ['polyrail.retrieve.attempt', undefined, 100, 150],
      ['polyrail.settlement', undefined, 1_000, 1_250],
    ]);
  });

  it('is held in mind only while it is open, and no more than 10,000', () => {
    const { say } = speaker();
    const other = (number: number) => ({ ...operation, id: `op_${number}` });
    for (let number = 1; number <= 10_001; number += 1)
      say(
        { type: 'operation_claimed', operation: other(number) },
        { type: 'operation_answered', operation: other(number), outcome: open, atMs: startMs },
      );
    exporter.reset();
    const late = (number: number) => ({ ...attempt(1, done, 'retrieve'), operationId: `op_${number}` });
    say(late(1), late(2));
    expect(exporter.getFinishedSpans().map((span) => span.parentSpanContext !== undefined)).toEqual([false, true]);
  });
});

it('a notification is a span from its arrival to its answer', () => {
  const { say } = speaker();
  const times = { startedAtMs: startMs + 1, endedAtMs: startMs + 4 };
  const about = { type: 'notification_received', provider: 'acme', ...times } as const;
  say({ ...about, reception: 'stored', reason: undefined });
  say({ ...about, reception: 'refused', reason: 'signature_wrong' });
  say({ ...about, reception: 'unavailable', reason: undefined });
  expect(shown()).toEqual(Array(3).fill(['polyrail.notification', undefined, 1, 4]));
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ attributes }) => attributes['error.type'])).toEqual([
    undefined,
    'signature_wrong',
    'unavailable',
  ]);
  expect(spans[0]).toMatchObject({ kind: SpanKind.CONSUMER, attributes: { 'polyrail.provider': 'acme' } });
});

it('nothing is said after the end', () => {
  const { stop, say } = speaker();
  stop();
  say(claimed, answered(done));
  expect(exporter.getFinishedSpans()).toEqual([]);
});

describe('the redactor', () => {
  const secret = { expose: () => 'CANARY of the host' };
  const card = '4111 1111 1111 1111';
  const texts = `Bearer CANARYabc123 ${card} ${secret.expose()}`;
  const raw = { code: texts, status: texts };

  it('is passed by every attribute and every status', () => {
    const { say } = speaker({ tracer, redactor: createRedactor({ names: ['polyrail.verb'], secrets: [secret] }) });
    const refusal = { kind: 'rejected', reason: 'provider_refused', message: texts, raw } as const;
    const { report, ...rest } = attempt(1, done);
    say(claimed, { ...rest, provider: texts, report: { ...report, result: refusal, next: texts } });
    say({ type: 'operation_answered', operation: { ...operation, provider: texts }, outcome: refusal, atMs: startMs });
    const spans = exporter.getFinishedSpans();
    expect(spans).toHaveLength(2);
    const all = JSON.stringify(spans.map(({ name, attributes, status }) => [name, attributes, status]));
    expect(all).not.toMatch(/CANARY|1111 1111/);
    expect(all.match(/411111\*{6}1111/g)?.length).toBe(9);
    expect(spans.map(({ attributes }) => attributes['polyrail.verb'])).toEqual(['****', '****']);
  });

  it('is one that knows the forms of secrets where the host gives none', () => {
    const { say } = speaker();
    say(claimed, {
      type: 'operation_answered',
      operation: { ...operation, provider: card },
      outcome: done,
      atMs: startMs,
    });
    expect(attributesOf('polyrail.charge')?.['polyrail.provider']).toBe('411111******1111');
  });
});

describe('the tracer provider that is registered globally', () => {
  afterEach(() => {
    trace.disable();
    context.disable();
  });

  it('is used, also when it comes after the gateway, and the caller’s span is above', async () => {
    const { say } = speaker({});
    say(claimed, answered(done));
    expect(exporter.getFinishedSpans()).toEqual([]);
    provider.register();
    const request = tracer.startSpan('POST /v1/payments', { startTime: startMs - 10 });
    await context.with(trace.setSpan(ROOT_CONTEXT, request), async () => {
      await Promise.resolve();
      say(claimed, answered(done));
    });
    request.end(startMs + 600);
    expect(shown()).toEqual([
      ['POST /v1/payments', undefined, -10, 600],
      ['polyrail.charge', 'POST /v1/payments', 0, 500],
    ]);
  });
});
