import { existsSync, readFileSync } from 'node:fs';
import { declineReasons } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { isoStatuses } from '../../src/profile/iso-status.ts';
import { reasonMeanings } from '../../src/profile/reason-code.ts';
import { reasonMeaning, statusMeaning } from '../../src/profile/status-meaning.ts';

const recovery = { onSilence: 'manual', onNotFound: 'manual', onTimeoutReject: 'new_id' } as const;
const plain = { statuses: {}, reasons: {}, recovery };

describe('statusMeaning', () => {
  it('takes the decline reason of core for the code that core keeps with it', () => {
    for (const [reason, { iso20022 }] of Object.entries(declineReasons)) {
      if (reason === 'duplicate') continue;
      const meaning = { kind: 'rejected', decline: reason, code: iso20022 };
      expect(statusMeaning(plain, 'RJCT', [iso20022])).toEqual(meaning);
    }
  });

  it.each([
    ['AC03', 'invalid_account'],
    ['AC04', 'account_closed'],
    ['AM04', 'insufficient_funds'],
    ['AM02', 'limit_exceeded'],
    ['AB08', 'issuer_unavailable'],
    ['RR04', 'not_permitted'],
    ['AB09', 'system_error'],
    ['TM01', 'do_not_honour'],
  ])('%s declines as %s, with the advice of the reason', (code, decline) => {
    expect(statusMeaning(plain, 'RJCT', [code])).toEqual({ kind: 'rejected', decline, code });
  });

  it.each([
    ['new_id', 'later'],
    ['manual', 'never'],
  ] as const)('does after a time-out what the network says: %s, try again %s', (onTimeoutReject, advice) => {
    const network = { ...plain, recovery: { ...recovery, onTimeoutReject } };
    const meaning = { kind: 'rejected', decline: 'issuer_unavailable', advice, code: 'AB05' };
    expect(statusMeaning(network, 'RJCT', ['AB05'])).toEqual(meaning);
  });

  it('tells a refused message from a declined payment', () => {
    expect(statusMeaning(plain, 'RJCT', ['FF01'])).toMatchObject({ refusal: 'invalid_command' });
    expect(statusMeaning(plain, 'RJCT', ['DS0B'])).toMatchObject({ refusal: 'provider_unauthorized' });
    expect(statusMeaning(plain, 'RJCT', ['FF01'])).not.toHaveProperty('decline');
  });

  it('keeps a payment open as soon as one reason does', () => {
    expect(statusMeaning(plain, 'RJCT', ['AC01', 'DUPL'])).toEqual({ kind: 'unknown', duplicate: true });
    expect(statusMeaning(plain, 'RJCT', ['AB05', 'AG09'])).toEqual({ kind: 'unknown', notFound: true });
    expect(statusMeaning(plain, 'RJCT', ['AC01', 'AB05'])).toMatchObject({ code: 'AB05' });
  });

  it('takes a rejection without a known reason for a plain no that is not repeated', () => {
    const no = { kind: 'rejected', decline: 'do_not_honour', advice: 'never' };
    expect(statusMeaning(plain, 'RJCT', [])).toEqual(no);
    expect(statusMeaning(plain, 'RJCT', ['E990'])).toEqual({ ...no, code: 'E990' });
    expect(statusMeaning(plain, 'RJCT', ['toString'])).toEqual({ ...no, code: 'toString' });
    expect(statusMeaning(plain, 'RJCT', ['G000'])).toEqual({ ...no, code: 'G000' });
  });

  it('lets a network say what a code means to it', () => {
    const network = { statuses: { ACTC: 'settled' }, reasons: { E990: { kind: 'timeout' } }, recovery } as const;
    expect(statusMeaning(network, 'ACTC', [])).toEqual({ kind: 'settled' });
    expect(statusMeaning(network, 'RJCT', ['E990'])).toMatchObject({ decline: 'issuer_unavailable', advice: 'later' });
    expect(reasonMeaning(network, 'E991')).toBeUndefined();
  });
});

const codeSets = new URL('../../../../../shared/data/iso20022/external_code_sets.json', import.meta.url);

describe.skipIf(!existsSync(codeSets))(
  'the code sets of ISO 20022 (skipped where they are not beside the project)',
  () => {
    const codes = (name: string): readonly string[] => {
      const { definitions }: { definitions: Record<string, { enum: string[] }> } = JSON.parse(
        readFileSync(codeSets, 'utf8'),
      );
      return definitions[name]?.enum ?? [];
    };

    it('has a meaning for each of the status reasons, and for no code that is not in a set', () => {
      const known = codes('ExternalStatusReason1Code');
      expect(known.length).toBeGreaterThan(290);
      expect(known.filter((code) => !reasonMeanings.has(code))).toEqual([]);
      const elsewhere = new Set([...codes('ExternalPaymentCancellationRejection1Code'), ...known]);
      expect([...reasonMeanings.keys()].filter((code) => !elsewhere.has(code))).toEqual([]);
    });

    it('knows every status of a transaction and of a group', () => {
      const known = new Set([
        ...codes('ExternalPaymentTransactionStatus1Code'),
        ...codes('ExternalPaymentGroupStatus1Code'),
      ]);
      expect([...known].filter((code) => !Object.hasOwn(isoStatuses, code))).toEqual([]);
      expect(Object.keys(isoStatuses).filter((code) => !known.has(code))).toEqual([]);
    });
  },
);
