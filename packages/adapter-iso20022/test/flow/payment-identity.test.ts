import { hash } from 'node:crypto';
import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import {
  carriesKey,
  identify,
  keyLength,
  keyOfIdentifier,
  keyOfUetr,
  uetrOf,
} from '../../src/flow/payment-identity.ts';
import { matchesFormat } from '../../src/profile/identifier-format.ts';
import type { NetworkId } from '../../src/profile/network-profile.ts';
import { below, type Random } from '../support/pick.ts';
import { key, links, networkIds, startedAtMs } from './support/links.ts';

const { us } = links.fednow;
const count = 10_000;
const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => below(random, 16).toString(16)).join('');
}

/** Fedwire numbers its messages, and has no room for a key. */
const withIdentities: readonly NetworkId[] = networkIds.filter((id) => id !== 'fedwire');
const carrying: readonly NetworkId[] = ['fednow', 'sepa-sct', 'sepa-sct-inst', 'cbpr-plus', 'swiss-sps'];

describe('the UETR of a key', () => {
  it('is a UUID version 4 that gives the key back', () => {
    const random = seededRandom(1);
    for (let n = 0; n < count; n += 1) {
      const own = hex(random, keyLength);
      const uetr = uetrOf(us, own);
      expect(uuidV4.test(uetr) && keyOfUetr(us, uetr)).toBe(own);
    }
  });

  it('is another where another institution has the same key', () => {
    expect(uetrOf(links.rtp.us, key)).not.toBe(uetrOf(us, key));
    expect(keyOfUetr(links.rtp.us, uetrOf(us, key))).toBeUndefined();
  });

  it('is told from those that others made', () => {
    const random = seededRandom(2);
    let taken = 0;
    for (let n = 0; n < count; n += 1) {
      const digits = hex(random, 30);
      const foreign = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18)}`;
      if (keyOfUetr(us, foreign) !== undefined) taken += 1;
    }
    // Four digits tell: one in 65,536 is taken for ours, and then names no payment.
    expect(taken).toBeLessThanOrEqual(2);
  });

  it('is not one with a digit changed, another form, or another version', () => {
    const uetr = uetrOf(us, key);
    for (const [index, digit] of [...uetr].entries()) {
      if (digit === '-') continue;
      const changed = uetr.slice(0, index) + (digit === '0' ? '1' : '0') + uetr.slice(index + 1);
      expect(keyOfUetr(us, changed), changed).toBeUndefined();
    }
    for (const text of [uetr.toUpperCase(), ` ${uetr}`, `${uetr}0`, uetr.replaceAll('-', ''), ''])
      expect(keyOfUetr(us, text)).toBeUndefined();
  });
});

describe('the identifiers of an operation', () => {
  it.each(carrying)('carry its key in %s', (id) => {
    const { profile, us } = links[id];
    const { messageId: format } = profile.identifiers;
    expect(carriesKey(format)).toBe(true);
    const random = seededRandom(3);
    for (let n = 0; n < count; n += 1) {
      const own = hex(random, keyLength);
      const { messageId } = identify(profile, us, own, startedAtMs + n * 3_600_000);
      if (!matchesFormat(messageId, format) || keyOfIdentifier(format, messageId) !== own)
        expect.unreachable(`${messageId} does not carry ${own}`);
    }
  });

  it.each(withIdentities)('have the forms of %s', (id) => {
    const { profile, us } = links[id];
    const { messageId, businessMessageId, instructionId, transactionId } = profile.identifiers;
    const identity = identify(profile, us, key, startedAtMs);
    expect(matchesFormat(identity.messageId, messageId)).toBe(true);
    expect(
      matchesFormat(identity.businessMessageId, businessMessageId === 'same' ? messageId : businessMessageId),
    ).toBe(true);
    if (instructionId === undefined) expect(identity.instructionId).toBe(key);
    else expect(matchesFormat(identity.instructionId, instructionId)).toBe(true);
    if (transactionId === undefined) expect(identity.transactionId).toBe(key);
    else expect(matchesFormat(identity.transactionId, transactionId)).toBe(true);
    expect(identify(profile, us, key, startedAtMs)).toEqual(identity);
  });

  it.each(['rtp', 'fedwire'] as const)('have no room for a key in %s', (id) => {
    const { messageId } = links[id].profile.identifiers;
    expect(carriesKey(messageId)).toBe(false);
  });

  it('stand under the date of the network, not of the sender', () => {
    const lateInNewYork = Date.UTC(2026, 10, 24, 4, 59, 59);
    const { profile, us } = links.fednow;
    expect(identify(profile, us, key, lateInNewYork).messageId.slice(0, 17)).toBe('20261123021000021');
    expect(identify(profile, us, key, lateInNewYork + 1_000).messageId.slice(0, 8)).toBe('20261124');
  });

  it('are the key where a network has no form for them', () => {
    expect(keyOfIdentifier(undefined, key)).toBe(key);
    for (const text of [`${key}0`, key.slice(1), key.toUpperCase(), 'NOTPROVIDED', ''])
      expect(keyOfIdentifier(undefined, text)).toBeUndefined();
  });

  it('of others carry no key', () => {
    const { messageId: format } = links.fednow.profile.identifiers;
    const own = identify(links.fednow.profile, links.fednow.us, key, startedAtMs).messageId;
    for (const text of [own.slice(0, -1), `${own}0`, own.replace(/.$/, '-'), `20261123021000021${'z'.repeat(18)}`, ''])
      expect(keyOfIdentifier(format, text), text).toBeUndefined();
  });

  it('differ when the keys do', () => {
    const { profile, us } = links['sepa-sct-inst'];
    const names = Array.from({ length: count }, (_, n) => {
      const own = hash('sha256', `${n}`, 'hex').slice(0, keyLength);
      return identify(profile, us, own, startedAtMs).messageId;
    });
    expect(new Set(names).size).toBe(count);
  });
});
