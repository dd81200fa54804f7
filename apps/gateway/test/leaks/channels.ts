import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { createGateway, type GatewayEvent } from '@polyrail/core';
import { sqliteStore } from '@polyrail/store-sqlite';
import { traceGateway } from '@polyrail/telemetry';
import { vi } from 'vitest';
import { KeyRing } from '../../src/access/key-ring.ts';
import { viewPayment } from '../../src/answer/payment-view.ts';
import { buildServer } from '../../src/server.ts';
import { readConfig } from '../../src/settings/config.ts';
import { hostRedactor } from '../../src/settings/host-redactor.ts';
import { requestLog } from '../../src/watch/request-log.ts';
import { indiscreetProvider } from './indiscreet-provider.ts';
import { type Planted, planted, plantedCards, settings } from './planted.ts';

/** Everything that came out of a host, by the way it came out. */
export type Channels = Readonly<
  Record<
    'log' | 'answers' | 'timelines' | 'events' | 'webhooks' | 'metrics' | 'openapi' | 'traces' | 'crash' | 'database',
    string
  >
>;

const headers = { authorization: 'Bearer sk_test_one_key', 'content-type': 'application/json' };
const ends = ['declined', 'rejected', 'unknown', 'not_sent', 'lost'] as const;

/** Runs a host on its real settings, has every planted text come in at every door, and collects all that comes out. */
export async function plantEverywhere(): Promise<Channels> {
  const config = readConfig(settings);
  const redactor = hostRedactor(config);
  const folder = await mkdtemp(join(tmpdir(), 'polyrail-leaks-'));
  const lines: string[] = [];
  const webhooks: string[] = [];
  const send = async (_endpoint: string, { id, body }: { id: string; body: string }) => {
    webhooks.push(id, body);
    return { kind: 'delivered' } as const;
  };
  const log = requestLog({ level: 'trace', redactor, stream: { write: (line) => void lines.push(line) } });
  const { provider, say } = indiscreetProvider();
  const gateway = createGateway({
    providers: [provider],
    ledger: await sqliteStore({ path: join(folder, 'payments.db') }),
    policy: { maxAttempts: 1, breaker: { minimumAttempts: 100_000 } },
    outbox: { endpoints: [{ id: 'shop' }], send, view: viewPayment },
  });
  const events: GatewayEvent[] = [];
  gateway.subscribe((event) => void events.push(event));
  const spans = new InMemorySpanExporter();
  const tracer = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).getTracer('test');
  traceGateway(gateway, { tracer, redactor });
  const app = await buildServer({
    gateway,
    apiKeys: new KeyRing(config.apiKeys),
    operatorKeys: new KeyRing(config.operatorKeys),
    logger: log,
  });
  const answers: string[] = [];
  const timelines: string[] = [];
  const ask = async (method: 'GET' | 'POST', url: string, body?: object, more: object = {}) => {
    const payload = body && JSON.stringify(body);
    const answer = await app.inject({ method, url, headers: { ...headers, ...more }, ...(payload && { payload }) });
    answers.push(JSON.stringify(answer.headers), answer.body);
    return answer;
  };
  let key = 0;
  const pay = (over: object = {}) => {
    key += 1;
    const source = { type: 'token', token: 'tok_visa' };
    const body = { amount: 5000, currency: 'EUR', reference: `order ${key}`, source, idempotency_key: `key-${key}` };
    return ask('POST', '/v1/payments', { ...body, ...over });
  };

  for (const { text } of planted) {
    for (const end of ends) {
      say(text, end);
      const { headers: got, json } = await pay();
      const { payment_id: id = String(got['location']).split('/').at(-1) } = Object(json());
      timelines.push((await ask('GET', `/v1/payments/${id}/timeline`)).body);
    }
    writeLog(log, text);
    await ask('GET', `/v1/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`);
    await pay({ [text.slice(0, 60)]: 1 });
  }
  say('', 'declined');
  for (const card of plantedCards) {
    await pay({ reference: card });
    await pay({ idempotency_key: card });
    await pay({ source: { type: 'token', token: card } });
    if (/^[\w.-]+$/.test(card)) await ask('GET', '/v1/providers', undefined, { 'x-request-id': card });
  }
  writeLog(log, Object.values(settings).slice(1, 4).join(' '));
  const crash = redactor.text(new Error(planted.map(({ text }) => text).join(' ')).stack ?? '');
  const metrics = (await ask('GET', '/metrics', undefined, { authorization: 'Bearer sk_test_operator' })).body;
  const openapi = (await app.inject('/openapi.json')).body;
  gateway.start();
  // One for each declined and each rejected payment.
  await vi.waitUntil(() => webhooks.length >= 4 * planted.length, { timeout: 30_000 });
  await app.close();
  await gateway.close();
  const database = await textOf(folder);
  await rm(folder, { recursive: true });
  const told = JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  return {
    log: lines.join(''),
    answers: answers.join('\n'),
    timelines: timelines.join('\n'),
    events: told,
    webhooks: webhooks.join('\n'),
    metrics,
    openapi,
    traces: spans.getFinishedSpans().map(spanText).join('\n'),
    crash,
    database,
  };
}

/** The planted texts that a channel shows. */
export function leaksOf(channel: string): readonly Planted[] {
  const lines = channel.split('\n');
  return planted.filter((plant) => lines.some((line) => plant.isShownBy(line)));
}

/** What a span shows of what it was told. */
function spanText({ name, attributes, status, events, links }: ReadableSpan): string {
  return JSON.stringify([name, attributes, status, events, links]);
}

function writeLog(log: ReturnType<typeof requestLog>, text: string): void {
  const error = new Error(text, { cause: new Error(text) });
  log.trace(text);
  log.trace({ note: text, list: [{ text }] }, 'a %s', text);
  log.error({ err: Object.assign(error, { config: { headers: { authorization: text } } }) }, 'failed');
  log.child({ note: text }).debug('x');
}

async function textOf(folder: string): Promise<string> {
  const files = await readdir(folder);
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}
