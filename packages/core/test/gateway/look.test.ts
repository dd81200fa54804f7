import { describe, expect, it } from 'vitest';
import { createGateway, memoryLedger, money, type Resolution } from '../../src/index.ts';
import { answered, lost, type ScriptedProvider, scriptedProvider, succeeded } from '../support/scripted-provider.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const hour = 3_600_000;
const notFound = answered({ kind: 'not_found' });

/** A gateway whose provider lost the answer to a transfer. */
async function afterSilence(resolution: Resolution) {
  const clock = new VirtualClock();
  const ledger = memoryLedger();
  const provider = scriptedProvider({ resolution, idempotent: false, keepsRequest: true });
  const start = () => createGateway({ providers: [provider], clock, ledger, random: () => 0.5 });
  const gateway = start();
  provider.answer(lost);
  const account = (id: string) => ({ type: 'account', id }) as const;
  const { payment } = await clock.finish(
    gateway.transfer({
      amount: money(5_000n, 'USD'),
      ...{ from: account('a'), to: account('b') },
      ...{ reference: 'r', idempotencyKey: 'key' },
    }),
  );
  if (payment === undefined) throw new Error('nothing was stored');
  const retrieve = (from = gateway) => clock.finish(from.retrieve({ payment: payment.id }));
  const timeline = async () => (await gateway.timeline({ payment: payment.id })) ?? [];
  const kept = async () => (await ledger.operationsOf(payment.id))[0]?.command;
  return { clock, provider, retrieve, start, timeline, kept };
}

function verbs({ sent }: ScriptedProvider): readonly string[] {
  return sent.map(({ verb }) => verb);
}

describe('a look at an open operation', () => {
  it('asks nothing before the provider takes questions, whoever wants to know', async () => {
    const { clock, provider, retrieve } = await afterSilence({
      by: 'inquiry',
      notFound: 'definitive',
      inquireAfterMs: 25_000,
    });
    provider.answer(succeeded);
    await clock.advance(24_999);
    expect(await retrieve()).toMatchObject({ status: 'unknown' });
    expect(verbs(provider)).toEqual(['transfer']);
    await clock.advance(1);
    expect(await retrieve()).toMatchObject({ status: 'succeeded' });
    expect(verbs(provider)).toEqual(['transfer', 'inquiry']);
  });

  it('sends the kept request again when the provider never saw it, also after a restart', async () => {
    const { provider, retrieve, start } = await afterSilence({ by: 'inquiry', notFound: { resendForMs: hour } });
    provider.answer(notFound, succeeded);
    const restarted = start();
    expect(await retrieve(restarted)).toMatchObject({ status: 'succeeded' });
    expect(verbs(provider)).toEqual(['transfer', 'inquiry', 'transfer']);
    expect(provider.sent[2]).toBe(provider.sent[0]);
  });

  it('keeps the command for as long as it may have to be sent again', async () => {
    const { provider, retrieve, kept } = await afterSilence({ by: 'inquiry', notFound: { resendForMs: hour } });
    expect(await kept()).toMatchObject({ idempotencyKey: 'key', from: { id: 'a' }, to: { id: 'b' } });
    provider.answer(succeeded);
    await retrieve();
    expect(await kept()).toBeUndefined();
  });

  it('leaves it unknown when the second request is lost too, and asks before a third', async () => {
    const { provider, retrieve } = await afterSilence({ by: 'inquiry', notFound: { resendForMs: hour } });
    provider.answer(notFound, lost);
    expect(await retrieve()).toMatchObject({ status: 'unknown' });
    provider.answer(succeeded);
    expect(await retrieve()).toMatchObject({ status: 'succeeded' });
    expect(verbs(provider)).toEqual(['transfer', 'inquiry', 'transfer', 'inquiry']);
  });

  it('sends nothing again once the operation is too old for that, and does not call it failed', async () => {
    const { clock, provider, retrieve } = await afterSilence({ by: 'inquiry', notFound: { resendForMs: hour } });
    provider.answer(notFound);
    await clock.advance(hour);
    provider.sent.length = 0;
    expect(await retrieve()).toMatchObject({ status: 'unknown' });
    expect(verbs(provider)).toEqual(['inquiry']);
  });

  it('sends it again three times at most, not earlier than the provider takes questions, and says so each time', async () => {
    const { clock, provider, retrieve, timeline } = await afterSilence({
      by: 'inquiry',
      notFound: { resendForMs: hour },
      inquireAfterMs: 25_000,
    });
    for (let look = 0; look < 6; look += 1) {
      provider.answer(notFound, lost);
      await clock.advance(25_000);
      await retrieve();
      // So soon after it was sent again, nobody may ask.
      await retrieve();
    }
    expect(verbs(provider).filter((verb) => verb === 'transfer')).toHaveLength(4);
    expect(verbs(provider).slice(0, 7).join(' ')).toBe('transfer inquiry transfer inquiry transfer inquiry transfer');
    expect((await timeline()).filter(({ text }) => text.includes('is sent again'))).toHaveLength(3);
  });

  it('sends it again once for any number of callers at the same time', async () => {
    const { provider, retrieve } = await afterSilence({ by: 'inquiry', notFound: { resendForMs: hour } });
    provider.answer(...Array.from({ length: 20 }, () => notFound), lost);
    await Promise.all(Array.from({ length: 20 }, () => retrieve()));
    expect(verbs(provider).filter((verb) => verb === 'transfer')).toHaveLength(2);
  });
});
