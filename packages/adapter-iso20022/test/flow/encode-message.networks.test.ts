import { money } from '@polyrail/core/provider';
import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import { type BusinessMessage, readBusinessMessage } from '../../src/flow/business-message.ts';
import { correlate } from '../../src/flow/correlate.ts';
import { messageEncoder } from '../../src/flow/encode-message.ts';
import { localDate } from '../../src/flow/message-time.ts';
import type { NetworkLink } from '../../src/flow/network-link.ts';
import { keyLength } from '../../src/flow/payment-identity.ts';
import { checkProfile } from '../../src/profile/check-profile.ts';
import type { NetworkId } from '../../src/profile/network-profile.ts';
import { pick, type Random } from '../support/pick.ts';
import { accountsIn, ibanFrom, ibanTo, links, networkIds, startedAtMs } from './support/links.ts';
import { reported } from './support/reported.ts';

const accounts = (id: NetworkId) => accountsIn[id] ?? { from: ibanFrom, to: ibanTo };

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
}

function text(random: Random, characters: string, longest: number): string {
  const length = 1 + Math.floor(random() * longest);
  return Array.from({ length }, () => pick(random, [...characters])).join('');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Any payment that all networks can carry: amounts up to ten million, names, references, addresses, account numbers. */
function anyTransfer(random: Random, id: NetworkId) {
  const { profile } = links[id];
  const { from, to } = accounts(id);
  const party = () => ({
    name: `${pick(random, [...letters])}${text(random, `${letters} .,'-`, 60)}`.trim(),
    ...(random() < 0.5 && {
      address: {
        street: text(random, letters, 30),
        postCode: text(random, letters, 8),
        town: text(random, letters, 20),
        country: 'US',
      },
    }),
  });
  return {
    idempotencyKey: 'k',
    amount: money(BigInt(1 + Math.floor(random() * 999_999_999)), profile.money.currencies?.[0] ?? 'CHF'),
    reference: `R${text(random, `${letters} -.`, 33)}`.trim(),
    from: from.type === 'account' ? { ...from, id: text(random, letters, 20) } : from,
    to: to.type === 'account' ? { ...to, id: text(random, letters, 20) } : to,
    debtor: party(),
    creditor: party(),
  };
}

/** As the counterparty gets it: envelopes of a network have another root on the way back. */
function asReceived({ profile, us, network, ...link }: NetworkLink, xml: string): BusinessMessage | string {
  const { envelope } = profile;
  const reader = { ...link, us: network, network: us };
  if (envelope.kind !== 'network') return readBusinessMessage({ ...reader, profile }, xml);
  const { received: _, ...own } = envelope;
  return readBusinessMessage({ ...reader, profile: { ...profile, envelope: own } }, xml);
}

describe.each(networkIds)('any transfer over %s', (id) => {
  const link = links[id];

  it('keeps the schema and every rule, and is named so that its answer is found', () => {
    const random = seededRandom(51);
    for (let n = 0; n < 300; n += 1) {
      const command = anyTransfer(random, id);
      const key = hex(random, keyLength(link.profile));
      const atMs = startedAtMs + Math.floor(random() * 30 * 24 * 3_600_000);
      const xml = messageEncoder(
        'transfer',
        link,
        undefined,
      )?.(command, { idempotencyKey: key, startedAtMs: atMs }).xml;
      // Banks refuse elements without content, although the schemas allow some; a signature gets its own afterwards.
      expect(xml).not.toMatch(/<(?!Sgntr)(\w+)><\/\1>/);
      const read = asReceived(link, xml ?? '');
      if (typeof read === 'string') return expect.unreachable(`${read}: ${JSON.stringify(command.reference)}`);
      const { document, header } = read;
      const codec: { check(value: unknown): readonly unknown[] } = message(document.id);
      expect(codec.check(document.value)).toEqual([]);
      const date = localDate(atMs, link.profile.identifiers.timeZone);
      expect(checkProfile(link.profile, header, document.value, date)).toEqual([]);
      expect(correlate(link, reported(link, key, atMs))).toEqual({ kind: 'key', key });
    }
  });
});
