import { describe, expect, it } from 'vitest';
import { encodeInquiry, encodeOperation } from '../../src/gateway/attempt.ts';
import { money } from '../../src/model/money.ts';
import type { Delivery, TransportFaultCode } from '../../src/provider/index.ts';
import { chargeOf, paymentOf } from '../support/records.ts';
import { answered, type ScriptedAnswer, scriptedProvider, succeeded } from '../support/scripted-provider.ts';

async function attempt(delivery: Delivery<ScriptedAnswer>) {
  const provider = scriptedProvider();
  provider.answer(delivery);
  return encodeOperation(provider, 'charge', chargeOf(), 1_000)?.attempt({ timeoutMs: 1 });
}

async function ask(delivery: Delivery<ScriptedAnswer>) {
  const provider = scriptedProvider();
  provider.answer(delivery);
  const payment = paymentOf();
  const { amount } = payment;
  return encodeInquiry(provider, {
    verb: 'charge',
    payment,
    idempotencyKey: 'pk',
    startedAtMs: 1_000,
    askedAtMs: 2_000,
    amount,
  })?.attempt({ timeoutMs: 1 });
}

const notSent: Readonly<Record<TransportFaultCode, string>> = {
  connection_refused: 'not_delivered',
  name_unresolved: 'not_delivered',
  tls_failed: 'not_delivered',
  connect_timeout: 'not_delivered',
  connection_lost: 'not_delivered',
  timeout: 'not_delivered',
  body_broken: 'not_delivered',
  body_too_large: 'not_delivered',
  headers_too_large: 'not_delivered',
  unknown_fault: 'not_delivered',
  aborted: 'aborted',
  credentials_unavailable: 'provider_unauthorized',
  protocol_violation: 'invalid_command',
};
const maybeSent: Readonly<Record<TransportFaultCode, string>> = {
  connection_refused: 'connection_lost',
  name_unresolved: 'connection_lost',
  tls_failed: 'connection_lost',
  connect_timeout: 'connection_lost',
  connection_lost: 'connection_lost',
  credentials_unavailable: 'connection_lost',
  unknown_fault: 'connection_lost',
  timeout: 'timeout',
  aborted: 'aborted',
  body_broken: 'body_broken',
  body_too_large: 'body_broken',
  headers_too_large: 'answer_unreadable',
  protocol_violation: 'answer_unreadable',
};

describe('an attempt', () => {
  it.each(Object.entries(notSent))('that was not sent, by %s, is rejected/%s', async (code, reason) => {
    const fault = Reflect.apply(Object.assign, undefined, [{ code, message: 'words' }]);
    expect(await attempt({ phase: 'not_sent', fault })).toEqual({ kind: 'rejected', reason, message: 'words' });
  });

  it.each(Object.entries(maybeSent))('that may have been read, %s, is unknown/%s', async (code, cause) => {
    const fault = Reflect.apply(Object.assign, undefined, [{ code, message: 'words' }]);
    expect(await attempt({ phase: 'sent_no_answer', fault })).toEqual({ kind: 'unknown', cause, message: 'words' });
  });

  it('whose answer cannot be read may have been executed, and the reason is not repeated', async () => {
    const found = await attempt(answered({ kind: 'not_found' }));
    expect(found).toEqual({ kind: 'unknown', cause: 'answer_unreadable', message: 'the answer could not be read' });
  });

  it('whose answer is about another amount or reference is no success', async () => {
    for (const value of [{ amount: money(1n, 'EUR') }, { reference: 'another' }])
      expect(await attempt(answered({ kind: 'succeeded', value: { providerReference: 'x', ...value } }))).toMatchObject(
        {
          kind: 'unknown',
          cause: 'answer_mismatch',
        },
      );
  });

  it.each([undefined, '', 7])('whose answer calls the payment %j was not read, and is no success', async (id) => {
    const value = Object.assign({ providerReference: '' }, { providerReference: id });
    expect(await attempt(answered({ kind: 'succeeded', value }))).toMatchObject({ cause: 'answer_unreadable' });
  });

  it('may be answered with the reference of the payment that it is about', async () => {
    const provider = scriptedProvider();
    provider.answer(answered({ kind: 'succeeded', value: { providerReference: 'x', reference: 'INV-1' } }));
    const original = paymentOf();
    const command = { idempotencyKey: 'k', payment: original.id, amount: original.amount, original };
    const encoded = encodeOperation(provider, 'capture', command, 1_000);
    expect(await encoded?.attempt({ timeoutMs: 1 })).toMatchObject({ kind: 'succeeded' });
  });

  it('may be answered with our key or the caller’s reference', async () => {
    const encoded = encodeOperation(scriptedProvider(), 'charge', chargeOf(), 1_000);
    for (const reference of [encoded?.providerKey ?? '', 'INV-1'])
      expect(
        await attempt(answered({ kind: 'succeeded', value: { providerReference: 'x', reference } })),
      ).toMatchObject({ kind: 'succeeded' });
  });
});

describe('an operation', () => {
  it('is encoded once: every attempt sends the same request', async () => {
    const provider = scriptedProvider();
    const encoded = encodeOperation(provider, 'charge', chargeOf(), 1_000);
    for (const timeoutMs of [1, 2, 3]) await encoded?.attempt({ timeoutMs });
    expect(provider.sent).toHaveLength(3);
    expect(new Set(provider.sent).size).toBe(1);
    expect(provider.sent[0]?.context).toEqual({ idempotencyKey: encoded?.providerKey, startedAtMs: 1_000 });
  });

  it('is nothing where the provider lacks the verb', () => {
    expect(encodeOperation(scriptedProvider(), 'requestPayment', Object.create(null), 1_000)).toBeUndefined();
  });

  it('has its own key for each tenant and key space', () => {
    const key = (verb: 'charge' | 'authorize', tenant?: string) =>
      encodeOperation(scriptedProvider(), verb, chargeOf(tenant === undefined ? {} : { tenant }), 1_000)?.providerKey;
    expect(key('charge')).toBe(key('charge', 'default'));
    expect(key('charge')).toBe(key('authorize'));
    expect(key('charge')).not.toBe(key('charge', 'other'));
    expect(key('charge')).toHaveLength(32);
  });
});

describe('a question', () => {
  it('is answered, or there is no such operation', async () => {
    expect(await ask(succeeded)).toMatchObject({ kind: 'succeeded' });
    expect(await ask(answered({ kind: 'not_found' }))).toEqual({ kind: 'not_found' });
  });

  it('is checked like an answer', async () => {
    const other = { kind: 'succeeded', value: { providerReference: 'x', amount: money(1n, 'EUR') } } as const;
    expect(await ask(answered(other))).toMatchObject({ kind: 'unknown', cause: 'answer_mismatch' });
  });

  it('is nothing where the provider cannot be asked', () => {
    const { inquiry: _, ...provider } = scriptedProvider();
    const payment = paymentOf();
    const { amount } = payment;
    expect(
      encodeInquiry(provider, {
        verb: 'charge',
        payment,
        idempotencyKey: 'pk',
        startedAtMs: 1_000,
        askedAtMs: 2_000,
        amount,
      }),
    ).toBeUndefined();
  });
});
