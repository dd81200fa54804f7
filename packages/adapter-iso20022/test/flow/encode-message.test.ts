import { money, type OriginalPayment, PolyrailError, parsePaymentId } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import { readBusinessMessage } from '../../src/flow/business-message.ts';
import { inquiryEncoder } from '../../src/flow/encode-inquiry.ts';
import { messageEncoder } from '../../src/flow/encode-message.ts';
import type { NetworkLink } from '../../src/flow/network-link.ts';
import { keyLength, paymentReference, uetrOf } from '../../src/flow/payment-identity.ts';
import { checkProfile } from '../../src/profile/check-profile.ts';
import type { NetworkId } from '../../src/profile/network-profile.ts';
import {
  accountsIn,
  creditor,
  debtor,
  ibanFrom,
  ibanTo,
  key,
  links,
  networkIds,
  startedAtMs,
  usTo,
} from './support/links.ts';

const verbs = ['transfer', 'refund', 'recall', 'requestPayment', 'inquiry'] as const;
type Asked = (typeof verbs)[number];

const earlierKey = 'fedcba9876543210fedcba9876';
/** What the ledger gives an operation: as many digits as identifiers of the network have room for. */
const contextIn = ({ profile }: NetworkLink) => ({ idempotencyKey: key.slice(0, keyLength(profile)), startedAtMs });

function original(link: NetworkLink, verb: 'transfer' | 'requestPayment'): OriginalPayment {
  const id = parsePaymentId(`pay_${'0'.repeat(32)}`);
  if (id === undefined) throw new Error('this is an id');
  const amount = amountIn(link);
  return {
    id,
    verb,
    status: 'succeeded',
    amount,
    captured: amount,
    refunded: money(0n, amount.currency),
    reference: 'Invoice 51',
    providerReference: paymentReference(link, earlierKey.slice(0, keyLength(link.profile))),
    createdAtMs: startedAtMs - 60_000,
  };
}

function amountIn({ profile }: NetworkLink) {
  return money(5_174n, profile.money.currencies?.[0] ?? 'CHF');
}

function accounts(link: NetworkLink) {
  return accountsIn[link.profile.id] ?? { from: ibanFrom, to: ibanTo };
}

/** The signed text of a complete command; `undefined` where the network has no message for it. */
function encoded(link: NetworkLink, verb: Asked, change: object = {}): string | undefined {
  const amount = amountIn(link);
  const opening = { idempotencyKey: 'k', reference: 'Invoice 51', amount, ...accounts(link), debtor, creditor };
  switch (verb) {
    case 'transfer':
    case 'requestPayment':
      return messageEncoder(verb, link, undefined)?.({ ...opening, ...change }, contextIn(link)).xml;
    case 'refund':
    case 'recall': {
      const payment = original(link, verb === 'refund' ? 'requestPayment' : 'transfer');
      const command = { idempotencyKey: 'k', payment: payment.id, amount, original: payment };
      return messageEncoder(verb, link, undefined)?.(command, contextIn(link)).xml;
    }
    case 'inquiry':
      if (link.profile.messages.inquiry === undefined) return undefined;
      return inquiryEncoder(
        link,
        undefined,
      )({
        verb: 'transfer',
        payment: original(link, 'transfer'),
        idempotencyKey: key,
        startedAtMs,
        askedAtMs: startedAtMs + 25_000,
        amount,
      }).xml;
  }
}

/** As the counterparty gets it: envelopes of a network have another root on the way back. */
function received({ profile, us, network }: NetworkLink, xml: string) {
  const reader = { us: network, network: us };
  const { envelope } = profile;
  if (envelope.kind !== 'network') return readBusinessMessage({ ...reader, profile }, xml);
  const { received: _, ...own } = envelope;
  return readBusinessMessage({ ...reader, profile: { ...profile, envelope: own } }, xml);
}

const has: Readonly<Record<NetworkId, readonly Asked[]>> = {
  fednow: verbs,
  'sepa-sct': ['transfer', 'recall', 'inquiry'],
  'sepa-sct-inst': ['transfer', 'recall', 'inquiry'],
  'cbpr-plus': ['transfer', 'recall', 'inquiry'],
  'swiss-sps': ['transfer'],
  rtp: ['transfer', 'requestPayment'],
  fedwire: ['transfer', 'recall', 'requestPayment', 'inquiry'],
  'pix-spi': ['transfer'],
};

/** A network as it would be if one could ask for a payment there: only then something can be given back. */
function withRequests({ profile, ...link }: NetworkLink): NetworkLink {
  return { ...link, profile: { ...profile, messages: { requestToPay: 'pain.013.001.07', ...profile.messages } } };
}

describe.each(networkIds)('the messages of %s', (id) => {
  const link = links[id];

  it('are there for what the network has', () => {
    expect(verbs.filter((verb) => encoded(link, verb) !== undefined)).toEqual(has[id]);
  });

  it.each(has[id])('keep the schema and every rule of the network: %s', (verb) => {
    const read = received(link, encoded(link, verb) ?? '');
    if (typeof read === 'string') expect.unreachable(read);
    else {
      const { document, header } = read;
      const codec: { check(value: unknown): readonly unknown[] } = message(document.id);
      expect(codec.check(document.value)).toEqual([]);
      expect(checkProfile(link.profile, header, document.value, '2026-11-23')).toEqual([]);
    }
  });

  it.each(has[id])('are the same whenever they are written: %s', (verb) => {
    expect(encoded(link, verb)).toBe(encoded(link, verb));
  });
});

describe.each(['fednow', 'sepa-sct', 'sepa-sct-inst', 'cbpr-plus', 'pix-spi'] as const)('a return over %s', (id) => {
  it('keeps the schema and every rule of the network', () => {
    const link = withRequests(links[id]);
    const read = received(link, encoded(link, 'refund') ?? '');
    if (typeof read === 'string') expect.unreachable(read);
    else expect(checkProfile(link.profile, read.header, read.document.value, '2026-11-23')).toEqual([]);
  });
});

describe.each(['fednow', 'fedwire', 'rtp'] as const)('the header of %s', (id) => {
  it('names a member by its number alone, as the samples of the network do', () => {
    const header = /<AppHdr.*<\/AppHdr>/s.exec(encoded(links[id], 'transfer') ?? '')?.[0];
    expect(header?.match(/<ClrSysMmbId><MmbId>/g)).toHaveLength(2);
  });
});

describe('a command that a network cannot carry', () => {
  const refusal = (link: NetworkLink, change: object): string => {
    try {
      encoded(link, 'transfer', change);
    } catch (error) {
      if (error instanceof PolyrailError && error.code === 'command_invalid') return error.message;
      throw error;
    }
    return '';
  };
  const secret = 'SECRET';
  it.each([
    ['sepa-sct-inst', { creditor: { name: `${secret} ü` } }, 'the name of a party'],
    ['sepa-sct-inst', { creditor: { name: secret.repeat(15) } }, '/Cdtr/Nm'],
    ['sepa-sct-inst', { to: { ...ibanTo, iban: 'FR1420041010050500013M02607' } }, '/CdtrAcct/Id/IBAN'],
    ['sepa-sct-inst', { to: { ...ibanTo, bic: secret } }, '/BICFI'],
    ['sepa-sct-inst', { creditor: { name: 'A', address: { town: secret, country: 'fr' } } }, '/PstlAdr/Ctry'],
    ['sepa-sct-inst', { reference: `${secret} ß` }, 'the reference'],
    ['sepa-sct-inst', { amount: money(5_174n, 'USD') }, '/IntrBkSttlmAmt'],
    ['fednow', { to: { ...usTo, member: { system: 'USABA', id: '026009594' } } }, '/InstdAgt'],
    ['fednow', { to: { ...usTo, member: { system: 'GBDSC', id: '026009593' } } }, 'USABA only'],
    ['fednow', { amount: money(1_000_000_001n, 'USD') }, '/IntrBkSttlmAmt'],
    ['fednow', { to: { type: 'account', id: secret } }, 'bank of each account'],
    ['fednow', { to: { ...usTo, id: secret.repeat(10) } }, '/CdtrAcct'],
    ['cbpr-plus', { creditor: { name: `${secret} €` } }, 'the name of a party'],
  ] as const)('is refused by %s: %o', (id, change, where) => {
    const text = refusal(links[id], change);
    expect(text).toContain(where);
    expect(text).not.toContain(secret);
  });

  it('is also a refund of what was sent, and a recall of what was received or the network does not know', () => {
    const link = links.fednow;
    const amount = amountIn(link);
    const sent = original(link, 'transfer');
    const command = { idempotencyKey: 'k', payment: sent.id, amount, original: sent };
    expect(() => messageEncoder('refund', link, undefined)?.(command, contextIn(link))).toThrow(/recall/);
    const received = { ...command, original: original(link, 'requestPayment') };
    expect(() => messageEncoder('recall', link, undefined)?.(received, contextIn(link))).toThrow(/refund/);
    const unknown = { ...command, original: { ...sent, providerReference: undefined } };
    expect(() => messageEncoder('recall', link, undefined)?.(unknown, contextIn(link))).toThrow(/does not know/);
  });
});

describe('an inquiry', () => {
  it('has a name of its own each time, and asks about the same operation', () => {
    const link = links.fednow;
    const ask = (askedAtMs: number, idempotencyKey = key) =>
      inquiryEncoder(
        link,
        undefined,
      )({
        verb: 'transfer',
        payment: original(link, 'transfer'),
        idempotencyKey,
        startedAtMs,
        askedAtMs,
        amount: amountIn(link),
      });
    const questions = [0, 1, 2, 60_000].map((later) => ask(startedAtMs + 25_000 + later));
    questions.push(ask(startedAtMs + 25_000, key.replace('0', 'f')));
    const { name } = messageEncoder(
      'transfer',
      link,
      undefined,
    )?.(
      { idempotencyKey: 'k', reference: 'Invoice 51', amount: amountIn(link), ...accounts(link) },
      contextIn(link),
    ) ?? {
      name: '',
    };
    expect(new Set([name, ...questions.map((question) => question.name)]).size).toBe(6);
    for (const question of questions.slice(0, 4)) {
      expect(question.xml).toContain(`<OrgnlMsgId>${name}</OrgnlMsgId>`);
      expect(question.xml).toContain(`<OrgnlUETR>${uetrOf(link.us, key)}</OrgnlUETR>`);
    }
    expect(ask(startedAtMs + 25_000)).toEqual(questions[0]);
  });

  it('is not there for what networks answer no questions about', () => {
    const question = { payment: original(links.fednow, 'transfer'), idempotencyKey: key, startedAtMs };
    expect(() =>
      inquiryEncoder(
        links.fednow,
        undefined,
      )({
        ...question,
        verb: 'recall',
        askedAtMs: startedAtMs,
        amount: amountIn(links.fednow),
      }),
    ).toThrow(PolyrailError);
  });
});
