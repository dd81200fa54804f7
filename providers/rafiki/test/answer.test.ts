import type { DeclineReason } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/answer.ts';

const assets = { EUR: 2, USD: 9, JPY: 2, KWD: 2 };
const amount = (value: string, assetScale: unknown = 2, assetCode = 'EUR') => ({ value, assetCode, assetScale });
const payment = (over: object) => ({
  id: 'op-1',
  state: 'FUNDING',
  error: null,
  metadata: { externalRef: 'key' },
  debitAmount: amount('5000'),
  sentAmount: amount('0'),
  ...over,
});

describe('the states of an outgoing payment', () => {
  it.each(['FUNDING', 'SENDING', 'PREPARING', '', 'completed', undefined])('%s is pending', (state) => {
    expect(decode(payment({ state }), assets)).toMatchObject({
      kind: 'pending',
      value: { providerReference: 'op-1', amount: { minorUnits: 5_000n, currency: 'EUR' }, reference: 'key' },
    });
  });

  it('COMPLETED succeeded, less what the sender is charged for it', () => {
    const completed = payment({ state: 'COMPLETED', sentAmount: amount('4950') });
    expect(decode(completed, assets)).toMatchObject({
      kind: 'succeeded',
      value: { providerReference: 'op-1', movement: 'op-1', amount: { minorUnits: 5_000n } },
    });
  });

  it.each<[string, object, DeclineReason]>([
    ['COMPLETED with nothing sent: others paid the incoming payment', { state: 'COMPLETED' }, 'invalid_account'],
    ['FAILED with nothing sent', { state: 'FAILED', error: 'QuoteExpired' }, 'do_not_honour'],
    ['FAILED for want of rates', { state: 'FAILED', error: 'RatesUnavailable' }, 'system_error'],
    ['FAILED with an error that is no text', { state: 'FAILED', error: [] }, 'do_not_honour'],
    ['CANCELLED before it was funded', { state: 'CANCELLED' }, 'do_not_honour'],
  ])('%s is declined', (_, over, reason) => {
    expect(decode(payment(over), assets)).toMatchObject({ kind: 'declined', reason });
  });

  it.each([
    ['a part was sent', amount('1')],
    ['nobody knows what was sent', null],
    ['what was sent is no number', amount('x')],
  ])('FAILED is unknown where %s', (_, sentAmount) => {
    expect(decode(payment({ state: 'FAILED', sentAmount }), assets)).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['what was debited', { debitAmount: null }],
    ['what was sent', { sentAmount: undefined }],
  ])('COMPLETED without %s is pending', (_, over) => {
    const completed = { state: 'COMPLETED', sentAmount: amount('4950'), ...over };
    expect(decode(payment(completed), assets)?.kind).toBe('pending');
  });

  it('nothing is said without an id', () => {
    for (const id of [undefined, null, 1, ['op-1']]) expect(decode(payment({ id }), assets)).toBeUndefined();
  });
});

describe('assets', () => {
  it.each([
    [amount('50000000000', 9, 'USD'), 5_000n],
    [amount('500000', 2, 'JPY'), 5_000n],
    [amount('500', 2, 'KWD'), 5_000n],
  ])('%j is read exactly', (debitAmount, minorUnits) => {
    expect(decode(payment({ debitAmount }), assets)).toMatchObject({
      kind: 'pending',
      value: { amount: { minorUnits } },
    });
  });

  it.each([
    ['another scale, though the same amount', amount('50000', 3)],
    ['a scale as text', amount('5000', '2')],
    ['no scale', amount('5000', null)],
    ['no currency of ISO 4217', amount('5000', 2, 'XRP')],
    ['a currency that is none of ours', amount('5000', 2, 'GBP')],
    ['a name of JavaScript', amount('5000', 2, 'constructor')],
    ['a part of a minor unit', amount('50000000001', 9, 'USD')],
    ['a sign', amount('-5000')],
    ['an exponent', amount('5e3')],
  ])('%s is never believed', (_, debitAmount) => {
    const completed = payment({ state: 'COMPLETED', sentAmount: amount('4950'), debitAmount });
    expect(decode(completed, assets)).toMatchObject({ kind: 'unknown', cause: 'answer_mismatch' });
  });
});
