import { expect, it } from 'vitest';
import type { GatewayEvent, Notifications } from '../../src/index.ts';
import { BrittleLedger, benchOf, idOf } from '../support/bench.ts';
import { chargeOf } from '../support/records.ts';
import { lost, scriptedProvider, succeeded } from '../support/scripted-provider.ts';

const notifications: Notifications = {
  verifier: { verify: () => ({ kind: 'verified', secretId: 's1' }) },
  read: ({ body }) => JSON.parse(Buffer.from(body).toString()),
};

/** What was said of operations, in its order: how an outcome came, and what it was. */
function told(events: readonly GatewayEvent[]): readonly string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'operation_claimed':
        return 'claimed';
      case 'operation_answered':
        return `answered ${event.outcome.kind}`;
      case 'outcome_recorded':
        return `${event.origin.by} ${event.outcome.kind}`;
      default:
        return [];
    }
  });
}

async function withUnknown() {
  const provider = scriptedProvider({ id: 'acme', notifications });
  const bench = benchOf({ provider, policy: { maxAttempts: 1 } });
  provider.answer(lost);
  const id = idOf(await bench.finish(bench.gateway.charge(chargeOf())));
  expect(told(bench.events)).toEqual(['claimed', 'answer unknown', 'answered unknown']);
  bench.events.length = 0;
  return { ...bench, id };
}

it('all events of one operation name it, and hold no key, amount or reference of it', async () => {
  const { gateway, events, finish } = benchOf();
  const { operationId } = await finish(gateway.charge(chargeOf({ idempotencyKey: 'CANARY', reference: 'CANARY' })));
  const about = events.filter(({ type }) => type !== 'payment');
  const named = about.map((event) => ('operation' in event ? event.operation.id : Reflect.get(event, 'operationId')));
  expect(named).toEqual([operationId, operationId, operationId, operationId]);
  expect(about.filter(({ type }) => type !== 'attempt').map((event) => JSON.stringify(event))).toEqual(
    Array(3).fill(expect.not.stringMatching(/CANARY|minorUnits/)),
  );
});

it('an answer that cannot be recorded is told all the same', async () => {
  const brittle = new BrittleLedger();
  const { gateway, events, finish } = benchOf({ ledger: brittle.ledger });
  brittle.fail('record', 10);
  await finish(gateway.charge(chargeOf()));
  expect(told(events)).toEqual(['claimed', 'answered unknown']);
});

it('a later outcome says that an inquiry brought it, and since when', async () => {
  const { gateway, provider, events, clock, finish, id } = await withUnknown();
  provider.answer(succeeded);
  await clock.advance(5_000);
  const askedAtMs = clock.now();
  await finish(gateway.retrieve({ payment: id }));
  expect(told(events)).toEqual(['inquiry succeeded']);
  expect(events.find(({ type }) => type === 'outcome_recorded')).toMatchObject({
    origin: { by: 'inquiry', sinceMs: askedAtMs },
    operation: { verb: 'charge', paymentId: id, provider: 'acme', protocol: 'scripted' },
  });
});

it('a later outcome says that a notification brought it, and since when', async () => {
  const { gateway, events, clock, finish, id } = await withUnknown();
  const decoded = { kind: 'succeeded', value: { providerReference: 'theirs' } } as const;
  const item = { eventId: 'e1', type: 'x', subject: { by: 'payment_id', value: id }, decoded };
  const receivedAtMs = clock.now();
  await gateway.receive('acme', { headers: {}, body: Buffer.from(JSON.stringify([item])) });
  await clock.advance(5_000);
  await finish(gateway.drain());
  expect(told(events)).toEqual(['notification succeeded']);
  expect(events.filter(({ type }) => type === 'notification_received' || type === 'outcome_recorded')).toMatchObject([
    { provider: 'acme', reception: 'stored', startedAtMs: receivedAtMs },
    { origin: { by: 'notification', sinceMs: receivedAtMs } },
  ]);
});

it('a later outcome says that a person brought it', async () => {
  const { gateway, events, finish, id } = await withUnknown();
  await finish(gateway.settleByHand({ payment: id, executed: true, actor: 'ann', reason: 'asked the bank' }));
  expect(told(events)).toEqual(['person succeeded']);
});
