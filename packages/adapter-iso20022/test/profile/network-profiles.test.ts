import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageIds } from '../../src/model/message-id.ts';
import { buildIdentifier, type IdentifierFormat } from '../../src/profile/identifier-format.ts';
import { networkProfiles } from '../../src/profile/network-profiles.ts';
import { recallMeaning } from '../../src/profile/recall-meaning.ts';
import { statusMeaning } from '../../src/profile/status-meaning.ts';

const profiles = Object.entries(networkProfiles);

describe.each(profiles)('the profile %s', (id, profile) => {
  it('carries its own id, the date it describes and its sources', () => {
    expect(profile.id).toBe(id);
    expect(profile.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(Object.keys(profile.sources).length).toBeGreaterThan(0);
    for (const source of Object.values(profile.sources)) {
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.date).toMatch(/^\d{4}(?:-\d{2}){0,2}$/);
    }
  });

  it('cites every one of its sources, in a rule or for its clock and recovery', () => {
    const cited = new Set(profile.rules.map((rule) => rule.source));
    const beside = ['clock', 'settlement', 'resend', 'versions'];
    expect(Object.keys(profile.sources).filter((key) => !cited.has(key) && !beside.includes(key))).toEqual([]);
  });

  it('names messages that are shipped', () => {
    const names = [...Object.values(profile.messages), ...(profile.header ? [profile.header.message] : [])];
    expect(names.filter((name) => !messageIds.includes(name))).toEqual([]);
  });

  it('builds identifiers that its own rules take', () => {
    const { messageId, businessMessageId, instructionId, transactionId, endToEndId, returnId } = profile.identifiers;
    const formats = [messageId, businessMessageId, instructionId, transactionId, endToEndId, returnId];
    for (const format of formats)
      if (format !== undefined && typeof format !== 'string') expect(built(format).length).toBeLessThanOrEqual(35);
  });

  it('never takes an unknown status or a repetition for a success or a failure', () => {
    for (const status of ['XXXX', 'constructor', '', undefined])
      expect(statusMeaning(profile, status, ['AC01'])).toEqual({ kind: 'unknown' });
    expect(statusMeaning(profile, 'RJCT', ['AM05'])).toEqual({ kind: 'unknown', duplicate: true });
    expect(statusMeaning(profile, 'RJCT', ['AG09'])).toEqual({ kind: 'unknown', notFound: true });
  });

  it('takes the time-outs of ISO 20022 for a rejection, after which it may be tried again as the network says', () => {
    const advice = profile.recovery.onTimeoutReject === 'new_id' ? 'later' : 'never';
    for (const code of ['AB05', 'AB06', 'AB03'])
      expect(statusMeaning(profile, 'RJCT', [code])).toMatchObject({ decline: 'issuer_unavailable', advice });
  });
});

function built(format: IdentifierFormat): string {
  const party = format.parts.find((part) => part.part === 'party');
  return buildIdentifier(format, {
    localTime: '2026-11-23T09:15:00',
    party: 'A1B2C3D4E5F'.slice(0, party?.length ?? 0),
    digest: new Uint8Array(13).fill(171),
    sequence: () => 17,
  });
}

describe('what a status means in a network', () => {
  const { fednow, rtp, 'sepa-sct-inst': inst, 'cbpr-plus': cbpr, 'pix-spi': pix } = networkProfiles;

  it('differs where the network settles', () => {
    expect(statusMeaning(fednow, 'ACTC', []).kind).toBe('accepted');
    expect(statusMeaning(rtp, 'ACTC', []).kind).toBe('settled');
    expect(statusMeaning(inst, 'ACCP', []).kind).toBe('settled');
    expect(statusMeaning(cbpr, 'ACCP', []).kind).toBe('accepted');
    expect(statusMeaning(pix, 'ACSP', []).kind).toBe('accepted');
    expect(statusMeaning(pix, 'ACSC', []).kind).toBe('settled');
    expect(statusMeaning(fednow, 'ACWP', []).kind).toBe('settled_unposted');
    expect(statusMeaning(fednow, 'BLCK', []).kind).toBe('blocked');
  });

  it('takes TM01 for the clock in an instant network, and for the cut-off elsewhere', () => {
    for (const profile of [fednow, rtp, inst])
      expect(statusMeaning(profile, 'RJCT', ['TM01'])).toMatchObject({ decline: 'issuer_unavailable' });
    expect(statusMeaning(cbpr, 'RJCT', ['TM01'])).toMatchObject({ decline: 'do_not_honour' });
  });
});

describe('what an answer to a recall means', () => {
  it.each([
    [['CNCL'], 'accepted'],
    [['IPAY'], 'accepted'],
    [['PECR'], 'accepted_in_part'],
    [['RJCR'], 'refused'],
    [['PDCR'], 'pending'],
    [['ACCR'], 'accepted'],
    [['MODI'], 'unknown'],
    [[], 'unknown'],
    [['RJCR', 'RJCR'], 'refused'],
    [['CNCL', 'ACCR'], 'accepted'],
    [['PECR', 'ACCR'], 'accepted_in_part'],
    [['CNCL', 'RJCR'], 'unknown'],
    [['RJCR', 'PDCR'], 'unknown'],
    [['RJCR', 'MODI'], 'unknown'],
    [['MODI', 'RJCR'], 'unknown'],
  ])('%j: %s', (codes, meaning) => {
    expect(recallMeaning(codes)).toBe(meaning);
  });
});

const page = readFileSync(new URL('../../../../docs/iso20022-profiles.md', import.meta.url), 'utf8');

describe('docs/iso20022-profiles.md', () => {
  it.each(Object.values(networkProfiles))('says of $id what its data says', (profile) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${profile.id}\` | ${profile.name} |`));
    const { creditTransfer, status, return: back } = profile.messages;
    for (const message of [creditTransfer, status, back]) if (message) expect(row).toContain(message);
    expect(row).toMatch(new RegExp(`\\| ${profile.rules.length} \\|$`));
    if (profile.clock) expect(row).toContain(`${profile.clock.settleByMs / 1_000} s`);
    expect(page).toContain(`state of ${profile.asOf}`);
    const addressRow = page
      .slice(page.indexOf('## Addresses'))
      .split('\n')
      .find((line) => line.includes(`\`${profile.id}\``));
    for (const rule of profile.rules)
      if (rule.kind === 'address' && !rule.forms.includes('unstructured')) expect(addressRow).toContain(rule.since);
    for (const { title, url, date } of Object.values(profile.sources))
      expect(page).toContain(`| \`${profile.id}\` | [${title}](${url}) | ${date} |`);
  });
});
