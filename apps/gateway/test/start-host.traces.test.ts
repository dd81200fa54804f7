import { context, propagation, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterEach, expect, it } from 'vitest';
import { post, start, stop, unkeyed } from './running-host.ts';

const exporter = new InMemorySpanExporter();

afterEach(() => {
  exporter.reset();
  trace.disable();
  context.disable();
  propagation.disable();
});

it('the host traces a payment for the tracer provider that is registered globally, without its secrets', async () => {
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  const host = await start();
  const body = { ...unkeyed, provider: 'sandbox-rest', idempotency_key: 'CANARY', reference: 'CANARY' };
  expect((await post(`${host.url}/v1/payments`, body)).status).toBe(201);
  const spans = exporter.getFinishedSpans().filter(({ name }) => name.startsWith('polyrail.transfer'));
  expect(
    spans.map(({ name, attributes }) => [name, attributes['polyrail.provider'], attributes['polyrail.outcome']]),
  ).toEqual([
    ['polyrail.transfer.attempt', 'sandbox-rest', 'succeeded'],
    ['polyrail.transfer', 'sandbox-rest', 'succeeded'],
  ]);
  expect(spans[0]?.parentSpanContext?.spanId).toBe(spans[1]?.spanContext().spanId);
  expect(JSON.stringify(spans.map(({ attributes, status }) => [attributes, status]))).not.toMatch(/CANARY|5000|acc_/);
  await expect
    .poll(() => exporter.getFinishedSpans().map(({ name }) => name), { timeout: 10_000 })
    .toContain('polyrail.notification');
  await stop(host);
});

it('no tracer provider, no spans: the host runs all the same', async () => {
  const host = await start();
  expect((await post(`${host.url}/v1/payments`, { ...unkeyed, idempotency_key: 'k' })).status).toBe(201);
  expect(exporter.getFinishedSpans()).toEqual([]);
});
