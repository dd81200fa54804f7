import { expect, it } from 'vitest';
import { createGateway, memoryLedger, money, type Payment, type Provider } from '../../src/index.ts';
import { done, notifications } from '../support/notified-host.ts';
import { lost, scriptedProvider, succeeded } from '../support/scripted-provider.ts';
import { settled, VirtualClock } from '../support/virtual-clock.ts';

const amount = money(700n, 'EUR');
const part = money(300n, 'EUR');

/** A payment whose capture of a part is unknown here and succeeded there, and somebody who hears that while the payment is read. */
async function unknownCapture() {
  const clock = new VirtualClock();
  const ledger = memoryLedger();
  const provider = scriptedProvider({ notifications });
  const options = { clock, ledger, random: () => 0.5, policy: { maxAttempts: 1 } };
  const gateway = createGateway({ ...options, providers: [provider] });
  const source = { type: 'token', token: 't' } as const;
  const { payment } = await gateway.authorize({ amount, source, reference: 'r', idempotencyKey: 'a' });
  if (payment === undefined) throw new Error('nothing was stored');
  const capture = { payment: payment.id, amount: part, idempotencyKey: 'c' };
  const captured = async () => (await gateway.retrieve({ payment: payment.id }))?.captured;
  return { clock, ledger, provider, options, gateway, payment, capture, captured };
}

type Bench = Awaited<ReturnType<typeof unknownCapture>>;

/** Has something happen just before the payment is read the next time. */
function whileItIsRead({ ledger }: Bench, happen: () => Promise<unknown>): void {
  const read = ledger.payment.bind(ledger);
  ledger.payment = async (...query) => {
    ledger.payment = read;
    await happen();
    return read(...query);
  };
}

const hears: Readonly<Record<string, (bench: Bench, payment: Payment) => Promise<unknown>>> = {
  'a look at it': ({ clock, gateway }) => clock.advance(6_000).then(() => clock.finish(gateway.drain())),
  'a notification': async ({ clock, gateway }, { id: value }) => {
    const subject = { by: 'payment_id', value, verb: 'capture' };
    const body = Buffer.from(JSON.stringify([{ eventId: 'e', type: 'x', subject, decoded: done }]));
    await gateway.receive('scripted', { headers: { sign: 'true' }, body });
    await clock.finish(gateway.drain());
  },
  'an answer that comes too late to be written at once': async (bench, { id, tenant }) => {
    const { ledger, gateway } = bench;
    const record = ledger.record.bind(ledger);
    ledger.record = async (step) => {
      ledger.record = record;
      const payment = await ledger.payment(tenant, id);
      const operation = await ledger.operationById(step.operation.id);
      if (payment === undefined || operation === undefined) throw new Error('they are there');
      await record({ operation, payment: { ...payment, version: payment.version + 1 }, entries: [] });
      whileItIsRead(bench, () => gateway.retrieve({ payment: id }));
      return record(step);
    };
    await gateway.retrieve({ payment: id });
  },
};

it.each(Object.entries(hears))('counts a capture once that another one hears of during %s', async (name, hear) => {
  const bench = await unknownCapture();
  const { provider, gateway, payment, capture, captured } = bench;
  provider.answer(lost, succeeded);
  expect((await gateway.capture(capture)).outcome.kind).toBe('unknown');
  if (!name.startsWith('an answer')) whileItIsRead(bench, () => gateway.retrieve({ payment: payment.id }));
  await hear(bench, payment);
  expect(await captured()).toEqual(part);
});

it('counts a capture once whose owner comes back while it is taken over', async () => {
  const bench = await unknownCapture();
  const { clock, provider, options, gateway, payment, capture, captured } = bench;
  let answer: () => void = () => undefined;
  const slow: Provider = {
    ...provider,
    transport: { ...provider.transport, send: () => new Promise((resolve) => (answer = () => resolve(succeeded))) },
  };
  const untimed = { now: () => clock.now(), schedule: () => () => undefined };
  const owner = createGateway({ ...options, clock: untimed, providers: [slow] });
  const capturing = owner.capture(capture);
  await settled();
  await clock.advance(121_000);
  whileItIsRead(bench, () => {
    answer();
    return capturing;
  });
  await clock.finish(gateway.drain());
  await clock.advance(30_000);
  await clock.finish(gateway.drain());
  expect(await captured()).toEqual(part);
  expect((await gateway.timeline({ payment: payment.id })).filter(({ text }) => text.includes('unknown'))).toEqual([]);
});
