import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { adyenFieldsVerifier } from '../../src/index.ts';
import { live, message, outcome } from '../support/verify.ts';

// Signatures recorded from the official library, @adyen/api-library 32.1.0: it is too large to be a dependency of the tests.
const key = 'DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00';
const verifier = adyenFieldsVerifier(live(key));
const first = {
  pspReference: 'pspReference',
  originalReference: 'originalReference',
  merchantAccountCode: 'merchantAccount',
  merchantReference: 'reference',
  amount: { currency: 'EUR', value: 1000 },
  eventCode: 'EVENT',
  success: 'true',
  additionalData: { hmacSignature: 'ipnxGCaUZ4l8TUW75a71/ghd2Fe5ffvX0pV4TLTntIc=' },
};
const second = {
  pspReference: '7914073381342284',
  merchantAccountCode: 'TestMerchant',
  merchantReference: 'TestPayment-1407325143704',
  amount: { value: 1130, currency: 'EUR' },
  eventCode: 'AUTHORISATION',
  success: 'true',
  additionalData: { hmacSignature: 'Ny9gS2veKo5E4w8/OL6xz1/wvT/hYkAXy1xNc/QvO4I=' },
};
const withColons = {
  ...second,
  merchantReference: 'shop:7:été\\x',
  additionalData: { hmacSignature: '3SIEux/aSpbC5qdKDBKTKB3lGilleEWUjqPtVkOgKJI=' },
};
const batch = (...items: readonly object[]) =>
  message(
    JSON.stringify({ live: 'false', notificationItems: items.map((item) => ({ NotificationRequestItem: item })) }),
  );

describe('adyenFieldsVerifier', () => {
  it('believes what the official library signs, also as a batch', () => {
    for (const item of [first, second, withColons]) expect(outcome(verifier, batch(item))).toBe('verified');
    expect(outcome(verifier, batch(first, second, withColons))).toBe('verified');
  });

  it.each([
    ['another amount', { ...second, amount: { value: 1131, currency: 'EUR' } }, 'signature_wrong'],
    ['another currency', { ...second, amount: { value: 1130, currency: 'USD' } }, 'signature_wrong'],
    ['another result', { ...second, success: 'false' }, 'signature_wrong'],
    ['another event', { ...second, eventCode: 'CAPTURE' }, 'signature_wrong'],
    ['another account', { ...second, merchantAccountCode: 'Other' }, 'signature_wrong'],
    ['an original', { ...second, originalReference: 'X' }, 'signature_wrong'],
    ['no signature', { ...second, additionalData: {} }, 'signature_missing'],
    ['no additional data', { ...second, additionalData: undefined }, 'signature_missing'],
    ['a signature in a list', { ...second, additionalData: { hmacSignature: ['x'] } }, 'signature_missing'],
    ['an amount as text', { ...second, amount: { value: '1130', currency: 'EUR' } }, 'body_malformed'],
    ['an amount with a fraction', { ...second, amount: { value: 1130.5, currency: 'EUR' } }, 'body_malformed'],
    ['an amount beyond exact numbers', { ...second, amount: { value: 2 ** 53, currency: 'EUR' } }, 'body_malformed'],
    ['no amount', { ...second, amount: undefined }, 'body_malformed'],
    ['no account', { ...second, merchantAccountCode: undefined }, 'body_malformed'],
    ['a result that is no truth', { ...second, success: 'TRUE' }, 'body_malformed'],
  ])('refuses a batch with %s in one item', (_, item, reason) => {
    expect(outcome(verifier, batch(first, item))).toBe(reason);
    expect(outcome(verifier, batch(item, first))).toBe(reason);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"notificationItems":[]}',
    '{"notificationItems":[null]}',
    '{"notificationItems":{}}',
    '['.repeat(100_000),
  ])('refuses a body that is no notification: %#', (body) => {
    expect(outcome(verifier, message(body))).toBe('body_malformed');
  });

  // "shop:7:été\x" is split again: the reference ends at its first colon, and 7 becomes an amount.
  it('reads no other characters than were sent', () => {
    const content = `PSP::Shop:\ufffd:1000:EUR:AUTHORISATION:true`;
    const hmacSignature = createHmac('sha256', Buffer.from(key, 'hex')).update(content).digest('base64');
    const item = { ...first, pspReference: 'PSP', originalReference: '', merchantAccountCode: 'Shop' };
    const signed = batch({
      ...item,
      merchantReference: '\ufffd',
      eventCode: 'AUTHORISATION',
      additionalData: { hmacSignature },
    });
    expect(outcome(verifier, signed)).toBe('verified');
    const latin1 = Buffer.from(Buffer.from(signed.body).toString().replace('\ufffd', '\u00ff'), 'latin1');
    expect(outcome(verifier, { ...signed, body: latin1 })).toBe('body_malformed');
  });

  it('refuses the same text split into other fields', () => {
    const shifted = { ...withColons, merchantReference: 'shop', amount: { value: 7, currency: 'été\\x:1130:EUR' } };
    expect(outcome(verifier, batch(shifted))).toBe('body_malformed');
    const elsewhere = { ...withColons, merchantAccountCode: 'TestMerchant:shop', merchantReference: '7:été\\x' };
    expect(outcome(verifier, batch(elsewhere))).toBe('body_malformed');
  });

  it('signs no other field: a reader must not believe them', () => {
    const changed = { ...second, eventDate: '1999-01-01T00:00:00Z', reason: 'made up' };
    expect(outcome(verifier, batch(changed))).toBe('verified');
  });
});
