import { hash } from 'node:crypto';
import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import {
  bareKey,
  carriesKey,
  identify,
  keyLength,
  keyOfIdentifier,
  keyOfUetr,
  keyPiece,
  uetrOf,
} from '../../src/flow/payment-identity.ts';
import { matchesFormat } from '../../src/profile/identifier-format.ts';
import type { NetworkId } from '../../src/profile/network-profile.ts';
import { below, type Random } from '../support/pick.ts';
import { key, links, networkIds, startedAtMs } from './support/links.ts';

const { us } = links.fednow;
const usualLength = keyLength(links.fednow.profile);
const count = 10_000;
const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => below(random, 16).toString(16)).join('');
}

const carrying: readonly NetworkId[] = ['fednow', 'sepa-sct', 'sepa-sct-inst', 'cbpr-plus', 'swiss-sps'];

describe('the UETR of a key', () => {
  it('is a UUID version 4 that gives the key back', () => {
    const random = seededRandom(1);
    for (let n = 0; n < count; n += 1) {
      const own = hex(random, usualLength);
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
    const link = links[id];
    const { messageId: format } = link.profile.identifiers;
    expect(carriesKey(link.profile, format)).toBe(true);
    const random = seededRandom(3);
    for (let n = 0; n < count; n += 1) {
      const own = hex(random, usualLength);
      const { messageId } = identify(link, own, startedAtMs + n * 3_600_000);
      if (!matchesFormat(messageId, format) || keyOfIdentifier(link, format, messageId) !== own)
        expect.unreachable(`${messageId} does not carry ${own}`);
    }
  });

  it.each(networkIds)('have the forms of %s', (id) => {
    const link = links[id];
    const { messageId, businessMessageId, instructionId, transactionId } = link.profile.identifiers;
    const own = key.slice(0, keyLength(link.profile));
    const identity = identify(link, own, startedAtMs);
    expect(matchesFormat(identity.messageId, messageId)).toBe(true);
    expect(
      matchesFormat(identity.businessMessageId, businessMessageId === 'same' ? messageId : businessMessageId),
    ).toBe(true);
    if (instructionId === undefined) expect(identity.instructionId).toBe(own);
    else if (instructionId === 'unused') expect(identity.instructionId).toBeUndefined();
    else expect(matchesFormat(identity.instructionId ?? '', instructionId)).toBe(true);
    if (transactionId === undefined) expect(identity.transactionId).toBe(own);
    else if (transactionId === 'unused') expect(identity.transactionId).toBeUndefined();
    else expect(matchesFormat(identity.transactionId ?? '', transactionId)).toBe(true);
    expect(identify(link, own, startedAtMs)).toEqual(identity);
  });

  it('have no room for a key in fedwire, and for a piece of it each in rtp', () => {
    const { fedwire, rtp } = links;
    expect(carriesKey(fedwire.profile, fedwire.profile.identifiers.messageId)).toBe(false);
    const { messageId: format } = rtp.profile.identifiers;
    const { messageId } = identify(rtp, key, startedAtMs);
    expect(keyPiece(rtp, format, messageId)).toEqual({ from: 0, digits: key.slice(0, 12) });
    expect(keyOfIdentifier(rtp, format, messageId)).toBeUndefined();
  });

  it('need the count of the host where a network counts messages', () => {
    const { sequenceOf: _, ...link } = links.fedwire;
    expect(() => identify(link, key, startedAtMs)).toThrow(/sequenceOf is missing/);
  });

  it('stand under the date of the network, not of the sender', () => {
    const lateInNewYork = Date.UTC(2026, 10, 24, 4, 59, 59);
    const link = links.fednow;
    expect(identify(link, key, lateInNewYork).messageId.slice(0, 17)).toBe('20261123021000021');
    expect(identify(link, key, lateInNewYork + 1_000).messageId.slice(0, 8)).toBe('20261124');
  });

  it('are the key where a network has no form for them', () => {
    const { profile } = links.fednow;
    expect(bareKey(profile, key)).toBe(key);
    for (const text of [`${key}0`, key.slice(1), key.toUpperCase(), 'NOTPROVIDED', ''])
      expect(bareKey(profile, text)).toBeUndefined();
  });

  it('of others carry no key', () => {
    const { messageId: format } = links.fednow.profile.identifiers;
    const own = identify(links.fednow, key, startedAtMs).messageId;
    for (const text of [own.slice(0, -1), `${own}0`, own.replace(/.$/, '-'), `20261123021000021${'z'.repeat(18)}`, ''])
      expect(keyOfIdentifier(links.fednow, format, text), text).toBeUndefined();
  });

  it('differ when the keys do', () => {
    const link = links['sepa-sct-inst'];
    const names = Array.from({ length: count }, (_, n) => {
      const own = hash('sha256', `${n}`, 'hex').slice(0, usualLength);
      return identify(link, own, startedAtMs).messageId;
    });
    expect(new Set(names).size).toBe(count);
  });
});
