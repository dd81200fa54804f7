import { expect, it } from 'vitest';
import { createGateway, memoryLedger, money, type Provider, type Store } from '../../src/index.ts';
import { scriptedProvider, succeeded } from '../support/scripted-provider.ts';
import { settled, VirtualClock } from '../support/virtual-clock.ts';

const command = {
  amount: money(5000n, 'EUR'),
  from: { type: 'account', id: 'a' },
  to: { type: 'account', id: 'b' },
  reference: 'r',
  idempotencyKey: 'key',
} as const;

it('settles what a dead process left in flight, and never sends it again', async () => {
  const clock = new VirtualClock();
  const ledger = memoryLedger();
  const provider = scriptedProvider();
  const hung: Provider = {
    ...provider,
    transport: { ...provider.transport, send: () => new Promise(() => undefined) },
  };
  const dying = createGateway({
    providers: [hung],
    clock: { ...clock, now: () => clock.now(), schedule: () => () => undefined },
    ledger,
  });
  void dying.transfer(command);
  await settled();

  const heir = createGateway({ providers: [provider], clock, ledger });
  expect((await heir.transfer(command)).outcome).toMatchObject({ kind: 'rejected', reason: 'key_in_flight' });
  await clock.advance(60_000);
  await clock.finish(heir.drain());
  expect((await heir.transfer(command)).outcome).toMatchObject({ kind: 'rejected', reason: 'key_in_flight' });

  await clock.advance(61_000);
  await clock.finish(heir.drain());
  const receipt = await heir.transfer(command);
  expect(receipt.outcome).toMatchObject({ kind: 'unknown', cause: 'interrupted' });
  expect(provider.sent).toEqual([]);

  provider.answer(succeeded);
  await clock.advance(30_000);
  await clock.finish(heir.drain());
  expect(provider.sent.map(({ verb }) => verb)).toEqual(['inquiry']);
  expect((await heir.transfer(command)).outcome).toMatchObject({ kind: 'succeeded' });
});

/** A ledger with so many operations that a dead process has left in flight, and the heir's clock when they are due. */
async function leftInFlight(count: number) {
  const clock = new VirtualClock();
  const ledger = memoryLedger();
  const provider = scriptedProvider();
  const hung = { ...provider, transport: { ...provider.transport, send: () => new Promise<never>(() => undefined) } };
  const dying = createGateway({
    providers: [hung],
    clock: { now: () => clock.now(), schedule: () => () => undefined },
    ledger,
    policy: { bulkhead: { maxConcurrent: count } },
  });
  for (let n = 0; n < count; n += 1) void dying.transfer({ ...command, idempotencyKey: `key-${n}` });
  await settled();
  await clock.advance(121_000);
  return { clock, ledger, provider };
}

it('takes over everything that is left in one sweep', async () => {
  const { clock, ledger, provider } = await leftInFlight(250);
  const heir = createGateway({ providers: [provider], clock, ledger });
  await clock.finish(heir.drain());
  expect(await ledger.interrupted(clock.now(), 1_000)).toEqual([]);
});

it('takes an operation over once, whoever else sweeps at the same time', async () => {
  const { clock, ledger, provider } = await leftInFlight(1);
  const [operation] = await ledger.interrupted(clock.now(), 1);
  const heirs = [1, 2].map(() => createGateway({ providers: [provider], clock, ledger }));
  await clock.finish(Promise.all(heirs.map((heir) => heir.drain())));
  const timeline = await ledger.timeline('default', operation?.paymentId ?? missing());
  expect(timeline.map(({ type }) => type)).toEqual(['claimed', 'settled']);
});

it('takes over the others, and carries out jobs, beside one that cannot be recorded', async () => {
  const { clock, ledger, provider } = await leftInFlight(3);
  const record = ledger.record.bind(ledger);
  let refused: string | undefined;
  ledger.record = async (step) => {
    refused ??= step.operation.id;
    if (step.operation.id === refused) throw new Error('not this one');
    return record(step);
  };
  const troubles: string[] = [];
  const heir = createGateway({ providers: [provider], clock, ledger });
  heir.subscribe((event) => event.type === 'trouble' && troubles.push(event.message));
  await clock.finish(heir.drain());
  expect((await ledger.interrupted(clock.now(), 10)).map(({ id }) => id)).toEqual([refused]);
  expect(troubles).toEqual([`operation ${refused} could not be taken over`]);
  await clock.advance(10_000);
  await clock.finish(heir.drain());
  expect(provider.sent.map(({ verb }) => verb)).toEqual(['inquiry', 'inquiry']);
});

/** An owner whose provider answers only when told to, and the heir that has taken its operation over. */
async function overtaken(ledger: Store = memoryLedger()) {
  const clock = new VirtualClock();
  const provider = scriptedProvider();
  let answer: () => void = missing;
  const slow: Provider = {
    ...provider,
    transport: {
      ...provider.transport,
      send: () =>
        new Promise((resolve) => {
          answer = () => resolve(succeeded);
        }),
    },
  };
  const untimed = { now: () => clock.now(), schedule: () => () => undefined };
  const owner = createGateway({ providers: [slow], clock: untimed, ledger });
  const heir = createGateway({ providers: [provider], clock, ledger });
  const pending = owner.transfer(command);
  await settled();
  await clock.advance(121_000);
  await clock.finish(heir.drain());
  return { clock, heir, pending, answer };
}

it('takes the late answer of an owner that was only slow', async () => {
  const { heir, pending, answer } = await overtaken();
  expect((await heir.transfer(command)).outcome.kind).toBe('unknown');
  answer();
  expect((await pending).outcome.kind).toBe('succeeded');
  expect((await heir.transfer(command)).outcome.kind).toBe('succeeded');
});

/** Somebody else writes to a payment right before its attempts are noted. */
function busyLedger(): Store {
  const ledger = memoryLedger();
  const record = ledger.record.bind(ledger);
  let isFirst = true;
  ledger.record = async (step) => {
    const isNote = step.operation.state === 'finished' && step.entries.every(({ type }) => type === 'attempt');
    if (isNote && isFirst) await record({ ...step, entries: [] });
    if (isNote) isFirst = false;
    return record(step);
  };
  return ledger;
}

it.each([
  ['', memoryLedger],
  [', and others write to the payment', busyLedger],
])('keeps the attempts on the timeline when the outcome came another way before%s', async (_, newLedger) => {
  const { clock, heir, pending, answer } = await overtaken(newLedger());
  await clock.advance(30_000);
  await clock.finish(heir.drain());
  answer();
  const { outcome, payment, replayed } = await pending;
  expect([outcome.kind, replayed]).toEqual(['succeeded', false]);
  const timeline = await heir.timeline({ payment: payment?.id ?? missing() });
  expect(timeline.map(({ type }) => type)).toEqual(['claimed', 'settled', 'inquiry', 'attempt']);
});

function missing(): never {
  throw new Error('nothing was sent or stored');
}
