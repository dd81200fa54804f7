import { describe, expect, it } from 'vitest';
import { declineReasonOfIso8583, declineReasons } from '../../src/model/index.ts';

const entries = Object.entries(declineReasons);

describe('the decline vocabulary', () => {
  it('is closed', () => {
    expect(Object.keys(declineReasons).sort()).toEqual(
      [
        'account_blocked',
        'account_closed',
        'amount_not_allowed',
        'authentication_required',
        'do_not_honour',
        'duplicate',
        'expired_instrument',
        'insufficient_funds',
        'invalid_account',
        'issuer_unavailable',
        'limit_exceeded',
        'lost_or_stolen',
        'not_permitted',
        'suspected_fraud',
        'system_error',
      ].sort(),
    );
  });

  it.each(entries)('gives %s codes of both standards and an advice', (_reason, entry) => {
    expect(entry.iso8583).toMatch(/^[0-9][0-9A-Z]$/);
    expect(entry.iso20022).toMatch(/^([A-Z]{2}\d{2}|[A-Z]{4})$/);
    expect(['never', 'later', 'fix_and_retry']).toContain(entry.advice);
  });

  it.each(entries)('finds %s again by its ISO 8583 code', (reason, { iso8583 }) => {
    expect(declineReasonOfIso8583(iso8583)).toBe(reason);
  });

  it('has no code of a standard twice', () => {
    expect(new Set(entries.map(([, { iso8583 }]) => iso8583)).size).toBe(entries.length);
    expect(new Set(entries.map(([, { iso20022 }]) => iso20022)).size).toBe(entries.length);
  });

  it.each(['', '00', '99', 'xx', '__proto__', '051'])('reads the unknown code %j as do_not_honour', (code) => {
    expect(declineReasonOfIso8583(code)).toBe('do_not_honour');
  });

  it('blames the provider only where the payer cannot be at fault', () => {
    expect(entries.filter(([, { providerFault }]) => providerFault).map(([reason]) => reason)).toEqual([
      'issuer_unavailable',
      'system_error',
    ]);
  });
});
