import {
  createGateway,
  type Gateway,
  type GatewayEvent,
  type GatewayListener,
  money,
  parsePaymentId,
} from '@polyrail/core';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { logEvents } from '../../src/watch/event-log.ts';
import { hostMetrics } from '../../src/watch/metrics.ts';

/** A gateway that says what it is told to say. */
function speaker(): { readonly gateway: Gateway; say(event: GatewayEvent): void } {
  const listeners = new Set<GatewayListener>();
  const gateway: Gateway = {
    ...createGateway({ providers: [] }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return { gateway, say: (event) => listeners.forEach((listener) => void listener(event)) };
}

const id = parsePaymentId(`pay_${'0'.repeat(32)}`);
if (id === undefined) throw new Error('no payment id');
const eur = money(7_777n, 'EUR');
const payment = {
  id,
  tenant: 'default',
  verb: 'charge',
  status: 'needs_review',
  amount: eur,
  captured: eur,
  refunded: eur,
  reference: 'CANARY',
  provider: 'acme',
  protocol: 'rest',
  version: 3,
  createdAtMs: 0,
  updatedAtMs: 0,
} as const;
const job = {
  id: 'delivery:evt_1:app',
  kind: 'delivery',
  subject: 'evt_1:app',
  partition: `app:${id}`,
  runAtMs: 0,
  attempts: 10,
  reason: 'it answered 500',
  buriedAtMs: 0,
} as const;

const all: readonly GatewayEvent[] = [
  { type: 'payment', payment },
  { type: 'job_buried', job },
  { type: 'delivery_failed', endpoint: 'app', attempts: 3, reason: 'it answered 500' },
  { type: 'review', payment, operationId: 'op_1' },
  { type: 'conflict', payment, message: 'acme says declined, but the charge was succeeded' },
  { type: 'notification_refused', provider: 'acme', reason: 'signature_wrong' },
  { type: 'trouble', message: 'the store does not answer; jobs wait' },
  { type: 'claim_failed', message: 'database or disk is full' },
];

it('counts what operators have to know of, without amounts, references and ids', async () => {
  const { gateway, say } = speaker();
  const { registry, stop } = hostMetrics(gateway);
  all.forEach(say);
  stop();
  all.forEach(say);
  const text = await registry.metrics();
  for (const line of [
    'polyrail_jobs_buried_total{kind="delivery"} 1',
    'polyrail_deliveries_failed_total{endpoint="app"} 1',
    'polyrail_reviews_total{provider="acme"} 1',
    'polyrail_conflicts_total{provider="acme"} 1',
    'polyrail_notifications_refused_total{provider="acme",reason="signature_wrong"} 1',
    'polyrail_troubles_total 2',
    'polyrail_dead_letters 0',
  ])
    expect(text).toContain(line);
  expect(text).not.toMatch(/CANARY|7777|pay_/);
});

it('logs what a person has to look at, by its id', () => {
  const { gateway, say } = speaker();
  const lines: string[] = [];
  const stop = logEvents(gateway, pino({ base: null }, { write: (line: string) => void lines.push(line) }));
  all.forEach(say);
  stop();
  all.forEach(say);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, job: job.id, kind: 'delivery', attempts: 10, reason: 'it answered 500' },
    { level: 40, endpoint: 'app', attempts: 3, reason: 'it answered 500' },
    { level: 50, payment: id, operation: 'op_1' },
    { level: 40, payment: id, msg: 'acme says declined, but the charge was succeeded' },
    { level: 40, msg: 'the store does not answer; jobs wait' },
    { level: 50, reason: 'database or disk is full' },
  ]);
  expect(lines.join('')).not.toMatch(/CANARY|7777/);
});
