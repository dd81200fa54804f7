import { money } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { decodeReport } from '../../src/flow/decode-report.ts';
import { paymentReference } from '../../src/flow/payment-identity.ts';
import type { OutcomeReport, Report } from '../../src/flow/report.ts';
import { isoStatuses } from '../../src/profile/iso-status.ts';
import type { NetworkProfile } from '../../src/profile/network-profile.ts';
import { networkProfiles } from '../../src/profile/network-profiles.ts';
import { key, links, networkIds } from './support/links.ts';

const amount = money(5_174n, 'USD');

function status(
  code: string | undefined,
  reasons: readonly string[] = [],
  change: object = {},
): Report & { kind: 'status' } {
  return { kind: 'status', original: {}, status: code, reasons, amount, isConsent: false, ...change };
}

const moved = new Set(['settled', 'posted', 'settled_unposted', 'blocked']);

describe.each(networkIds)('a status of %s', (id) => {
  const profile = networkProfiles[id];
  const link = links[id];
  const decode = (report: OutcomeReport) => decodeReport(link, report, key);

  it.each(Object.keys(isoStatuses).filter((code) => code !== 'RJCT' && code !== 'CANC'))('%s', (code) => {
    const kind = profile.statuses[code] ?? isoStatuses[code] ?? '';
    const decoded = decode(status(code));
    if (moved.has(kind))
      expect(decoded).toEqual({
        kind: 'succeeded',
        value: { providerReference: paymentReference(link, key), amount, raw: { status: code } },
      });
    else
      expect(decoded).toEqual({
        kind: 'pending',
        value: { providerReference: paymentReference(link, key), raw: { status: code } },
        expect: 'either',
      });
  });

  it.each([
    [['AM04'], { kind: 'declined', reason: 'insufficient_funds' }],
    [['AC04'], { kind: 'declined', reason: 'account_closed' }],
    [['FF01'], { kind: 'rejected', reason: 'invalid_command' }],
    [['DS0H'], { kind: 'rejected', reason: 'provider_refused' }],
    [['AB05'], { kind: 'declined', reason: 'issuer_unavailable' }],
    [['AM05'], { kind: 'unknown', cause: 'provider_error' }],
    [['AG09'], { kind: 'not_found' }],
    [['AM04', 'AM05'], { kind: 'unknown' }],
    [[], { kind: 'declined', reason: 'do_not_honour', advice: 'never' }],
    [['QNTM'], { kind: 'declined', reason: 'do_not_honour', advice: 'never', raw: { status: 'RJCT', code: 'QNTM' } }],
  ])('RJCT because of %j', (reasons, expected) => {
    expect(decode(status('RJCT', reasons))).toMatchObject(expected);
  });

  it.each([undefined, '', 'QNTM', 'acsc', 'ACSC ', 'constructor', '__proto__', 'toString'])(
    'that is none is neither success nor failure: %j',
    (code) => {
      expect(decode(status(code)).kind).toBe('pending');
    },
  );

  it.each([
    ['ACSC', 'RJCT', 'unknown'],
    ['ACSC', 'CANC', 'unknown'],
    ['RJCT', 'ACSC', 'unknown'],
    ['RJCT', 'PART', 'declined'],
    ['RJCT', 'QNTM', 'declined'],
    ['RJCT', undefined, 'declined'],
  ])('%s in a group that is %s comes to %s', (code, groupStatus, kind) => {
    expect(decode(status(code, [], { groupStatus })).kind).toBe(kind);
  });

  it('is no success with an amount that cannot be read', () => {
    const settled = Object.entries(profile.statuses).find(([, kind]) => kind === 'settled')?.[0] ?? 'ACSC';
    expect(decode(status(settled, [], { amount: 'unreadable' }))).toMatchObject({
      kind: 'unknown',
      cause: 'answer_mismatch',
    });
  });

  it.each(['RJCT', 'CANC'])('is no refusal with an amount that cannot be read: %s', (code) => {
    expect(decode(status(code, ['AM04'], { amount: 'unreadable' }))).toMatchObject({
      kind: 'unknown',
      cause: 'answer_mismatch',
    });
    expect(decode(status(code, ['AM04']))).toMatchObject({ amount });
    expect(decode(status(code, ['FF01']))).toMatchObject({ amount });
  });

  it('CANC was not executed', () => {
    expect(decode(status('CANC'))).toMatchObject({ kind: 'rejected', reason: 'provider_refused' });
  });

  it('PART leaves a payment open', () => {
    expect(decode(status('PART'))).toMatchObject({ kind: 'pending' });
  });
});

describe('decodeReport', () => {
  const decode = (report: OutcomeReport, profile: NetworkProfile = networkProfiles.fednow) =>
    decodeReport({ ...links.fednow, profile }, report, key);

  it('does not take the consent of a debtor for money', () => {
    expect(decode(status('ACCC', [], { isConsent: true }))).toMatchObject({ kind: 'pending' });
    expect(decode(status('RJCT', ['AM04'], { isConsent: true }))).toMatchObject({ kind: 'declined' });
  });

  it.each([
    [['CNCL'], [], { kind: 'pending' }],
    [['IPAY', 'ACCR'], [], { kind: 'pending' }],
    [['PECR'], [], { kind: 'pending' }],
    [['PDCR'], [], { kind: 'pending' }],
    [['RJCR'], ['AC04'], { kind: 'declined', reason: 'account_closed', advice: 'never' }],
    [['RJCR'], [], { kind: 'declined', reason: 'do_not_honour', advice: 'never' }],
    [['QNTM'], [], { kind: 'unknown' }],
    [['CNCL', 'RJCR'], [], { kind: 'unknown' }],
    [[], [], { kind: 'unknown' }],
  ])('reads the answer %j to a recall', (confirmations, reasons, expected) => {
    expect(decode({ kind: 'resolution', caseId: key, original: {}, confirmations, reasons })).toMatchObject(expected);
  });

  it('takes a return, a credit and a booked entry for money', () => {
    expect(decode({ kind: 'return', original: {}, amount, movement: 'R', reasons: [] })).toMatchObject({
      kind: 'succeeded',
      value: { movement: 'R' },
    });
    expect(decode({ kind: 'credit', original: {}, amount, movement: undefined })).toMatchObject({
      kind: 'succeeded',
      value: { amount },
    });
    const entry = { kind: 'entry', original: {}, amount, direction: 'debit', isReversal: false } as const;
    expect(decode({ ...entry, isBooked: true })).toMatchObject({ kind: 'succeeded' });
    expect(decode({ ...entry, isBooked: false })).toMatchObject({ kind: 'pending' });
    expect(decode({ ...entry, isBooked: true, amount: 'unreadable' })).toMatchObject({ kind: 'unknown' });
  });

  const profile = {
    ...networkProfiles.fednow,
    messageRefusals: { A: 'malformed', B: 'unauthorized', C: 'unavailable', D: 'duplicate' },
  } as const;
  it.each([
    ['A', { kind: 'rejected', reason: 'provider_refused' }],
    ['B', { kind: 'rejected', reason: 'provider_unauthorized' }],
    ['C', { kind: 'rejected', reason: 'provider_unavailable' }],
    ['D', { kind: 'unknown' }],
    ['E', { kind: 'unknown' }],
    ['constructor', { kind: 'unknown' }],
  ])('reads the code %s of a message that came back', (code, expected) => {
    expect(decode({ kind: 'refusal', businessMessageId: 'x', code }, profile)).toMatchObject(expected);
  });
});
