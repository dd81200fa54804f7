import { describe, expect, it } from 'vitest';
import {
  createGateway,
  type Gateway,
  type GatewayEvent,
  type GuardPolicyOptions,
  memoryLedger,
  money,
  type Payment,
  type Resolution,
} from '../../src/index.ts';
import {
  answered,
  lost,
  refused,
  type ScriptedProvider,
  scriptedProvider,
  succeeded,
} from '../support/scripted-provider.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const hour = 3_600_000;

/** A gateway with one transfer whose outcome is unknown. */
async function withUnknown(resolution?: Resolution, policy: GuardPolicyOptions = { maxAttempts: 1 }) {
  const clock = new VirtualClock();
  const provider = scriptedProvider({ ...(resolution && { resolution }), idempotent: resolution?.by === 'replay' });
  const gateway = createGateway({ providers: [provider], clock, random: () => 0.5, policy });
  const events: GatewayEvent[] = [];
  gateway.subscribe((event) => events.push(event));
  provider.answer(lost);
  const { payment } = await clock.finish(transfer(gateway));
  if (payment === undefined) throw new Error('nothing was stored');
  expect(payment.status).toBe('unknown');
  return { clock, provider, gateway, events, payment };
}

function transfer(gateway: Gateway) {
  return gateway.transfer({
    amount: money(5000n, 'EUR'),
    from: { type: 'account', id: 'a' },
    to: { type: 'account', id: 'b' },
    reference: 'r',
    idempotencyKey: 'key',
  });
}

/** The payment without asking the provider. */
async function stored(gateway: Gateway, { id }: Payment, provider: ScriptedProvider): Promise<Payment | undefined> {
  const before = provider.sent.length;
  provider.answer(lost);
  const payment = await gateway.retrieve({ payment: id });
  provider.sent.length = before;
  return payment;
}

async function live(clock: VirtualClock, gateway: Gateway, durationMs: number): Promise<void> {
  for (let passedMs = 0; passedMs < durationMs; passedMs += 30_000) {
    await clock.advance(30_000);
    await clock.finish(gateway.drain());
  }
}

describe('settlement of an unknown outcome', () => {
  it('asks on its own and brings the answer in', async () => {
    const { clock, provider, gateway, payment } = await withUnknown();
    provider.answer(succeeded);
    await live(clock, gateway, 30_000);
    expect(provider.sent.map(({ verb }) => verb)).toEqual(['transfer', 'inquiry']);
    expect(await stored(gateway, payment, provider)).toMatchObject({
      status: 'succeeded',
      providerReference: 'theirs',
    });
  });

  it('asks again when the question is not answered, and never sends the operation again', async () => {
    const { clock, provider, gateway, payment } = await withUnknown();
    provider.answer(lost, refused, succeeded);
    await live(clock, gateway, 10 * 60_000);
    expect(provider.sent.filter(({ verb }) => verb === 'transfer')).toHaveLength(1);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'succeeded' });
  });

  it('asks soon about what has become pending, however long it was unknown', async () => {
    const { clock, provider, gateway, payment } = await withUnknown();
    provider.answer(lost);
    await live(clock, gateway, 2 * 60_000);
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'poll' }));
    await live(clock, gateway, 3 * 60_000);
    provider.answer(succeeded);
    await live(clock, gateway, 10 * 60_000);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'succeeded' });
  });

  it('takes "not found" for nothing until the declared time is over', async () => {
    const { clock, provider, gateway, payment } = await withUnknown({
      by: 'inquiry',
      notFound: { inconclusiveForMs: hour },
    });
    provider.answer(answered({ kind: 'not_found' }));
    await live(clock, gateway, hour / 2);
    expect(provider.sent.length).toBeGreaterThan(3);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'unknown' });
    provider.answer(answered({ kind: 'not_found' }));
    await live(clock, gateway, 2 * hour);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'not_executed' });
  });

  it('replays with the same key and the same bytes where the provider says so', async () => {
    const { clock, provider, gateway, payment } = await withUnknown({ by: 'replay', notFound: 'definitive' });
    provider.answer(succeeded);
    await live(clock, gateway, 30_000);
    const [first, second] = provider.sent;
    expect(second).toEqual(first);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'succeeded' });
  });

  it('stops replaying when the provider may have forgotten the key', async () => {
    const { clock, provider, gateway } = await withUnknown({ by: 'replay', notFound: 'definitive' });
    provider.answer(lost);
    await live(clock, gateway, 12 * hour);
    const replays = provider.sent.length;
    await live(clock, gateway, 24 * hour);
    expect(provider.sent.length).toBe(replays);
  });

  it('reverses where the provider says so: what is undone was not executed', async () => {
    const { clock, provider, gateway, payment } = await withUnknown({ by: 'reversal', notFound: 'definitive' });
    provider.answer(succeeded);
    await live(clock, gateway, 30_000);
    expect(provider.sent.map(({ verb }) => verb)).toEqual(['transfer', 'reversal']);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'not_executed' });
  });

  it('asks for no longer than its lease holds, whatever the policy allows', async () => {
    const policy = { maxAttempts: 1, deadlineMs: 90_000, attemptTimeoutMs: 90_000 };
    const { clock, provider, gateway } = await withUnknown({ by: 'inquiry', notFound: { resendForMs: hour } }, policy);
    const given: number[] = [];
    Object.assign(provider.transport, {
      send: async (_: unknown, { timeoutMs }: { timeoutMs: number }) => {
        given.push(timeoutMs);
        await new Promise<void>((resolve) => clock.schedule(Math.min(30_000, timeoutMs), resolve));
        return given.length === 1 ? answered({ kind: 'not_found' }) : lost;
      },
    });
    await clock.advance(10_000);
    await clock.finish(gateway.drain());
    expect(given).toEqual([45_000, 15_000]);
  });

  it('goes to a person after three days, never to a failure, and an answer still counts', async () => {
    const { clock, provider, gateway, payment, events } = await withUnknown();
    provider.answer(lost);
    await live(clock, gateway, 71 * hour);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'unknown' });
    await live(clock, gateway, 24 * hour);
    expect(events.filter(({ type }) => type === 'review')).toHaveLength(1);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'needs_review' });
    provider.answer(succeeded);
    await live(clock, gateway, 24 * hour);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'succeeded' });
  });

  it('goes to a person earlier where its provider says so', async () => {
    const resolution = { by: 'notification', notFound: 'definitive', reviewAfterMs: 60_000 } as const;
    const { clock, provider, gateway, payment, events } = await withUnknown(resolution);
    provider.answer(lost);
    await live(clock, gateway, 30_000);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'unknown' });
    await live(clock, gateway, 120_000);
    expect(events.filter(({ type }) => type === 'review')).toHaveLength(1);
    expect(await stored(gateway, payment, provider)).toMatchObject({ status: 'needs_review' });
  });

  it('ends by the word of a person, with who and why on the timeline', async () => {
    const { provider, gateway, payment } = await withUnknown();
    const settled = await gateway.settleByHand({
      payment: payment.id,
      executed: true,
      providerReference: 'seen',
      actor: 'ops-7',
      reason: 'found on the statement',
    });
    expect(settled).toMatchObject({ status: 'succeeded', providerReference: 'seen' });
    const timeline = await gateway.timeline({ payment: payment.id });
    expect(timeline.at(-1)?.text).toBe('ops-7 settled the transfer as executed: found on the statement');
    expect(provider.sent).toHaveLength(1);
    expect(
      await gateway.settleByHand({ payment: payment.id, executed: false, actor: 'x', reason: 'y' }),
    ).toBeUndefined();
  });

  it('tells one person only that the word counts, where two say the opposite at once', async () => {
    const { gateway, payment } = await withUnknown();
    const words = [true, false].map((executed) =>
      gateway.settleByHand({ payment: payment.id, executed, actor: `ops ${executed}`, reason: 'looked' }),
    );
    const told = (await Promise.all(words)).filter((settled) => settled !== undefined);
    const settled = (await gateway.timeline({ payment: payment.id })).filter(({ text }) => text.startsWith('ops'));
    expect([told.length, settled.length]).toEqual([1, 1]);
  });

  it('is done once by two gateways on one store', async () => {
    const clock = new VirtualClock();
    const provider = scriptedProvider();
    const ledger = memoryLedger();
    const [first, second] = [0, 1].map(() =>
      createGateway({ providers: [provider], clock, ledger, policy: { maxAttempts: 1 } }),
    );
    if (first === undefined || second === undefined) throw new Error('two gateways');
    provider.answer(lost);
    const { payment } = await clock.finish(transfer(first));
    provider.answer(succeeded);
    await clock.advance(30_000);
    await Promise.all([clock.finish(first.drain()), clock.finish(second.drain())]);
    expect(provider.sent.map(({ verb }) => verb)).toEqual(['transfer', 'inquiry']);
    expect(await second.retrieve({ payment: payment?.id ?? fail() })).toMatchObject({ status: 'succeeded' });
  });
});

function fail(): never {
  throw new Error('nothing was stored');
}
