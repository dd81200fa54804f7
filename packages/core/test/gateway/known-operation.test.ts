import fc, { type Scheduler } from 'fast-check';
import { expect, it } from 'vitest';
import { createGateway, memoryLedger, money, type Provider, type Store } from '../../src/index.ts';
import { done, notifications } from '../support/notified-host.ts';
import { half, seeded } from '../support/property.ts';
import { lost, scriptedProvider, succeeded } from '../support/scripted-provider.ts';
import { settled, VirtualClock } from '../support/virtual-clock.ts';

const part = money(300n, 'EUR');

/** A ledger whose calls come in the order that the scheduler draws. */
function drawn(ledger: Store, scheduler: Scheduler): Store {
  return new Proxy(ledger, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...values: unknown[]) =>
        scheduler.schedule(Promise.resolve(), String(name)).then(() => Reflect.apply(call, target, values));
    },
  });
}

/** An authorized payment, of which a part is to be captured, and two gateways on its ledger. */
async function authorized(scheduler: Scheduler) {
  const clock = new VirtualClock();
  const ledger = memoryLedger();
  const provider = scriptedProvider({ notifications });
  const options = { clock, ledger, random: half, policy: { maxAttempts: 1 }, providers: [provider] };
  const owner = createGateway(options);
  const amount = money(700n, 'EUR');
  const source = { type: 'token', token: 't' } as const;
  const { payment } = await owner.authorize({ amount, source, reference: 'r', idempotencyKey: 'a' });
  if (payment === undefined) throw new Error('nothing was stored');
  const { id } = payment;
  const drawnOptions = { ...options, ledger: drawn(ledger, scheduler) };
  const heir = createGateway(drawnOptions);
  const hear = async () => {
    const item = { eventId: 'e', type: 'x', subject: { by: 'payment_id', value: id, verb: 'capture' }, decoded: done };
    await heir.receive('scripted', { headers: { sign: 'true' }, body: Buffer.from(JSON.stringify([item])) });
    await heir.drain();
  };
  const told = async () => (await ledger.payment('default', id))?.captured;
  return { clock, provider, drawnOptions, owner, heir, hear, told, id };
}

it('counts a capture once, whoever hears of it first', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { clock, provider, owner, heir, hear, told, id } = await authorized(scheduler);
      provider.answer(lost, succeeded);
      await owner.capture({ payment: id, amount: part, idempotencyKey: 'c' });
      await clock.advance(6_000);
      await scheduler.waitFor(
        Promise.all([heir.retrieve({ payment: id }), heir.drain(), hear(), heir.retrieve({ payment: id })]),
      );
      expect(await told()).toEqual(part);
    }),
    { ...seeded, numRuns: 100 },
  ));

it('counts a capture once whose owner comes back while it is taken over', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { clock, provider, drawnOptions, heir, told, id } = await authorized(scheduler);
      let answer = () => {};
      const send = () => new Promise<typeof succeeded>((resolve) => (answer = () => resolve(succeeded)));
      const slow: Provider = { ...provider, transport: { ...provider.transport, send } };
      const untimed = { now: () => clock.now(), schedule: () => () => undefined };
      const slowOwner = createGateway({ ...drawnOptions, clock: untimed, providers: [slow] });
      const capturing = slowOwner.capture({ payment: id, amount: part, idempotencyKey: 'c' });
      await scheduler.waitFor(settled());
      await clock.advance(121_000);
      answer();
      await scheduler.waitFor(Promise.all([capturing, heir.drain()]));
      await clock.advance(30_000);
      await scheduler.waitFor(heir.drain());
      expect(await told()).toEqual(part);
    }),
    { ...seeded, numRuns: 100 },
  ));
