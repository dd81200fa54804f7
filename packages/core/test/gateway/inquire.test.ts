import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../src/index.ts';
import { money } from '../../src/model/money.ts';
import { type Bench, benchOf, idOf } from '../support/bench.ts';
import { chargeOf, operationOf, paymentOf } from '../support/records.ts';
import { answered, lost, refused, scriptedProvider, succeeded } from '../support/scripted-provider.ts';

const notFound = answered({ kind: 'not_found' });
const minute = 60_000;

/** A charge whose answer was lost. */
async function unknownCharge(meaning: Resolution['notFound'] = { inconclusiveForMs: minute }) {
  const provider = scriptedProvider({ resolution: { by: 'inquiry', notFound: meaning } });
  const bench = benchOf({ provider, policy: { maxAttempts: 1 } });
  provider.answer(lost);
  const receipt = await bench.finish(bench.gateway.charge(chargeOf()));
  provider.sent.length = 0;
  return { ...bench, id: idOf(receipt) };
}

function retrieve({ gateway, finish }: Bench, payment: ReturnType<typeof idOf>) {
  return finish(gateway.retrieve({ payment }));
}

describe('asking about an open operation', () => {
  it.each([
    [succeeded, { status: 'succeeded', captured: money(1_000n, 'EUR'), providerReference: 'theirs' }],
    [answered({ kind: 'declined', reason: 'expired_instrument' }), { status: 'declined' }],
    [answered({ kind: 'pending', value: {}, expect: 'webhook' }), { status: 'pending' }],
  ])('brings the answer in: %o', async (answer, expected) => {
    const bench = await unknownCharge();
    bench.provider.answer(answer);
    expect(await retrieve(bench, bench.id)).toMatchObject(expected);
    expect(await bench.stored(bench.id)).toMatchObject(expected);
    expect(bench.provider.sent.map(({ verb }) => verb)).toEqual(['inquiry']);
    const texts = (await bench.gateway.timeline({ payment: bench.id })).map(({ type, text }) => `${type} ${text}`);
    expect(texts.at(-1)).toMatch(/^inquiry scripted says: /);
  });

  it('asks by the key that the operation carried', async () => {
    const bench = await unknownCharge();
    await retrieve(bench, bench.id);
    const operation = await bench.ledger.operation('default', 'payment', 'key-1');
    expect(bench.provider.sent[0]?.command).toMatchObject({
      verb: 'charge',
      idempotencyKey: operation?.providerKey,
      amount: money(1_000n, 'EUR'),
      payment: { id: bench.id },
    });
  });

  it.each([
    ['no answer', lost],
    ['a request that was not sent', refused],
    ['a refusal', answered({ kind: 'rejected', reason: 'provider_refused', message: 'no' })],
    ['an answer that cannot be read', answered({ kind: 'unknown', cause: 'answer_unreadable', message: '' })],
    [
      'an answer about another amount',
      answered({ kind: 'succeeded', value: { providerReference: 'x', amount: money(1n, 'EUR') } }),
    ],
    [
      'an answer about another payment',
      answered({ kind: 'succeeded', value: { providerReference: 'x', reference: 'another' } }),
    ],
  ])('learns nothing from %s', async (_name, answer) => {
    const bench = await unknownCharge();
    const before = await bench.stored(bench.id);
    bench.provider.answer(answer);
    expect(await retrieve(bench, bench.id)).toEqual(before);
    expect(await bench.stored(bench.id)).toEqual(before);
  });

  it('takes "not found" for nothing while the last request may be on its way, then for the truth', async () => {
    const bench = await unknownCharge();
    bench.provider.answer(notFound);
    expect((await retrieve(bench, bench.id))?.status).toBe('unknown');
    await bench.clock.advance(minute - 1);
    expect((await retrieve(bench, bench.id))?.status).toBe('unknown');
    await bench.clock.advance(1);
    expect((await retrieve(bench, bench.id))?.status).toBe('not_executed');
    bench.provider.answer(succeeded);
    expect(await bench.finish(bench.gateway.charge(chargeOf()))).toMatchObject({
      outcome: { kind: 'succeeded' },
      replayed: false,
    });
  });

  it('counts that time from the last request, not from the claim', async () => {
    const provider = scriptedProvider();
    const bench = benchOf({ provider, policy: { maxAttempts: 3, deadlineMs: 40_000, attemptTimeoutMs: 12_000 } });
    const { send } = provider.transport;
    Object.assign(provider.transport, {
      send: async (...parts: Parameters<typeof send>) => {
        await new Promise<void>((resolve) => bench.clock.schedule(12_000, resolve));
        return send(...parts);
      },
    });
    provider.answer(lost);
    const claimedAtMs = bench.clock.now();
    const id = idOf(await bench.finish(bench.gateway.charge(chargeOf())));
    const lastSentAtMs = bench.clock.now() - 12_000;
    expect(lastSentAtMs - claimedAtMs).toBeGreaterThan(20_000);
    Object.assign(provider.transport, { send });
    provider.answer(notFound);
    await bench.clock.advance(claimedAtMs + minute - bench.clock.now());
    expect((await retrieve(bench, id))?.status).toBe('unknown');
    await bench.clock.advance(minute);
    expect((await retrieve(bench, id))?.status).toBe('not_executed');
  });

  it('believes "not found" at once where the provider says that it is definitive', async () => {
    const bench = await unknownCharge('definitive');
    bench.provider.answer(notFound);
    expect((await retrieve(bench, bench.id))?.status).toBe('not_executed');
  });

  it('asks nobody when nothing is open, or there is no such payment', async () => {
    const bench = benchOf();
    const id = idOf(await bench.finish(bench.gateway.charge(chargeOf())));
    bench.provider.sent.length = 0;
    expect((await retrieve(bench, id))?.status).toBe('succeeded');
    expect(await bench.finish(bench.gateway.retrieve({ payment: id, tenant: 'other' }))).toBeUndefined();
    expect(bench.provider.sent).toHaveLength(0);
  });

  it('leaves an operation in flight to whoever carries it out', async () => {
    const bench = benchOf();
    const operation = operationOf();
    await bench.ledger.claim({ operation, payment: paymentOf(), entry: { atMs: 0, type: 'claimed', text: '' } });
    expect((await retrieve(bench, operation.paymentId))?.status).toBe('processing');
    expect(bench.provider.sent).toHaveLength(0);
  });

  it('two at once write once, and both see the same', async () => {
    const bench = await unknownCharge();
    bench.provider.answer(succeeded);
    const answers = await bench.finish(
      Promise.all(Array.from({ length: 10 }, () => bench.gateway.retrieve({ payment: bench.id }))),
    );
    expect(new Set(answers.map((payment) => payment?.status))).toEqual(new Set(['succeeded']));
    expect(new Set(answers.map((payment) => payment?.version))).toEqual(new Set([3]));
    const texts = (await bench.gateway.timeline({ payment: bench.id })).map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('scripted says'))).toHaveLength(1);
  });

  it('tells of an answer that contradicts what is known, and writes nothing', async () => {
    const bench = benchOf();
    const operation = operationOf();
    await bench.ledger.claim({ operation, payment: paymentOf(), entry: { atMs: 0, type: 'claimed', text: '' } });
    const outcome = {
      kind: 'unknown',
      cause: 'timeout',
      message: '',
      ticket: { by: 'inquiry', providerKey: '', sentAtMs: 0 },
    } as const;
    // Only a ledger that was tampered with looks like this.
    const declined = paymentOf({ status: 'declined', version: 2 });
    await bench.ledger.record({ operation: { ...operation, state: 'open', outcome }, payment: declined, entries: [] });
    expect((await retrieve(bench, operation.paymentId))?.status).toBe('declined');
    expect(bench.events.filter(({ type }) => type === 'conflict')).toMatchObject([
      { message: 'charge says succeeded, but the payment is declined' },
    ]);
    expect(await bench.stored(operation.paymentId)).toEqual(declined);
  });

  it('survives a question that its provider cannot ask', async () => {
    const bench = await unknownCharge();
    const inquiry = {
      encode: () => {
        throw new Error('a broken plugin');
      },
      decode: () => ({ kind: 'not_found' }) as const,
    };
    const before = await bench.stored(bench.id);
    const broken = benchOf({ providers: [{ ...scriptedProvider(), inquiry }], ledger: bench.ledger });
    expect(await retrieve(broken, bench.id)).toEqual(before);
  });
});
