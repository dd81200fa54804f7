import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../src/profile/check-profile.ts';
import { fednow } from '../../src/profile/network/fednow.ts';
import type { NetworkProfile } from '../../src/profile/network-profile.ts';
import type { ProfileRule, RuleCheck } from '../../src/profile/profile-rule.ts';

const document = {
  PmtRtr: {
    GrpHdr: { MsgId: 'A', NbOfTxs: '2' },
    TxInf: [
      { RtrId: 'R1', Ntry: { Nm: 'x' } },
      { RtrId: 'R2', RtrRsnInf: [{ Nm: 'ü' }] },
    ],
  },
};

function profileWith(
  ...rules: readonly (RuleCheck & Partial<ProfileRule> & { readonly at: string })[]
): NetworkProfile {
  const origin = { id: 'T-1', source: 'test', since: '2026-01-01' };
  return { ...fednow, rules: rules.map((rule) => ({ ...origin, ...rule })) };
}

function paths(rule: RuleCheck & Partial<ProfileRule> & { readonly at: string }, onDate?: string): readonly string[] {
  return checkProfile(profileWith(rule), { BizMsgIdr: 'A' }, document, onDate).map((issue) => issue.path);
}

describe('checkProfile', () => {
  it('judges every repetition and names it by its position', () => {
    expect(paths({ kind: 'equals', value: 'R1', at: 'PmtRtr/TxInf/RtrId' })).toEqual(['/PmtRtr/TxInf[2]/RtrId']);
    expect(paths({ kind: 'required', at: 'PmtRtr/TxInf/RtrRsnInf' })).toEqual(['/PmtRtr/TxInf[1]/RtrRsnInf']);
  });

  it('names the first element that is missing', () => {
    expect(paths({ kind: 'required', at: 'PmtRtr/GrpHdr/SttlmInf/ClrSys/Cd' })).toEqual(['/PmtRtr/GrpHdr/SttlmInf']);
  });

  it('lets an element be absent where its path says so', () => {
    expect(paths({ kind: 'equals', value: 'CLRG', at: 'PmtRtr/GrpHdr/SttlmInf?/SttlmMtd' })).toEqual([]);
    expect(paths({ kind: 'equals', value: 'R1', at: 'PmtRtr/TxInf/RtrId?' })).toEqual(['/PmtRtr/TxInf[2]/RtrId']);
  });

  it('does not apply to another kind of message', () => {
    expect(paths({ kind: 'required', at: 'FIToFICstmrCdtTrf/CdtTrfTxInf' })).toEqual([]);
  });

  it('finds an element at any depth', () => {
    expect(paths({ kind: 'charset', charset: 'fin-x', at: '**/Nm' })).toEqual(['/PmtRtr/TxInf[2]/RtrRsnInf[1]/Nm']);
    expect(paths({ kind: 'charset', charset: 'fin-x', at: '**' })).toEqual(['/PmtRtr/TxInf[2]/RtrRsnInf[1]/Nm']);
    expect(paths({ kind: 'equals', value: 'x', at: '*/**/Nm' })).toEqual(['/PmtRtr/TxInf[2]/RtrRsnInf[1]/Nm']);
  });

  it('counts what repeats as one', () => {
    expect(paths({ kind: 'count', min: 1, max: 1, at: 'PmtRtr/TxInf' })).toEqual(['/PmtRtr/TxInf']);
    expect(paths({ kind: 'count', min: 2, max: 2, at: 'PmtRtr/TxInf' })).toEqual([]);
    expect(paths({ kind: 'count', min: 1, max: 9, at: 'PmtRtr/SplmtryData' })).toEqual(['/PmtRtr/SplmtryData']);
  });

  it('compares header and document, and says nothing when the other value is missing', () => {
    expect(paths({ kind: 'same', as: '*/GrpHdr/MsgId', at: 'AppHdr/BizMsgIdr' })).toEqual([]);
    expect(paths({ kind: 'same', as: '*/GrpHdr/NbOfTxs', at: 'AppHdr/BizMsgIdr' })).toEqual(['/AppHdr/BizMsgIdr']);
    expect(paths({ kind: 'same', as: '*/Assgnmt/Id', at: 'AppHdr/BizMsgIdr' })).toEqual([]);
  });

  it('misses a header that is not there', () => {
    const rule = { kind: 'required', at: 'AppHdr/BizSvc' } as const;
    expect(checkProfile(profileWith(rule), undefined, document)).toEqual([
      { rule: 'T-1', path: '/AppHdr', message: 'is missing' },
    ]);
  });

  it('applies a rule from its first to its last day', () => {
    const rule = { kind: 'absent', at: 'PmtRtr/GrpHdr/MsgId', since: '2026-02-01', until: '2026-02-28' } as const;
    expect(paths(rule, '2026-01-31')).toEqual([]);
    expect(paths(rule, '2026-02-01')).toHaveLength(1);
    expect(paths(rule, '2026-02-28')).toHaveLength(1);
    expect(paths(rule, '2026-03-01')).toEqual([]);
  });

  it('does not take an inherited name for an element', () => {
    expect(paths({ kind: 'required', at: 'PmtRtr/GrpHdr/constructor' })).toEqual(['/PmtRtr/GrpHdr/constructor']);
  });

  it('never repeats a value in its message', () => {
    const rules = [
      { kind: 'equals', value: 'B', at: 'PmtRtr/GrpHdr/MsgId' },
      { kind: 'pattern', pattern: '\\d+', at: 'PmtRtr/GrpHdr/MsgId' },
      { kind: 'maxLength', max: 3, at: 'PmtRtr/GrpHdr/MsgId' },
      { kind: 'checksum', checksum: 'iban', at: 'PmtRtr/GrpHdr/MsgId' },
      { kind: 'charset', charset: 'fin-x', at: 'PmtRtr/GrpHdr/MsgId' },
    ] as const;
    const issues = checkProfile(profileWith(...rules), {}, { PmtRtr: { GrpHdr: { MsgId: 'Sécret' } } });
    expect(issues).toHaveLength(rules.length);
    for (const { message } of issues) expect(message).not.toContain('cret');
  });
});
