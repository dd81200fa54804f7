import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type HmacScheme, hmacVerifier } from '../src/index.ts';
import { nowMs } from './support/specimen.ts';
import { live, message, outcome } from './support/verify.ts';

const plain: HmacScheme = {
  signatureField: 'x-signature',
  syntax: { form: 'single' },
  algorithm: 'sha512',
  encoding: 'base64',
  keyEncoding: 'base64',
  signed: ['body'],
};
const key = Buffer.from('a key with its bytes in base64');
const signature = (body: string, bytes: Uint8Array = key) => createHmac('sha512', bytes).update(body).digest('base64');
const text = key.toString('base64');
const invalid = expect.objectContaining({ code: 'configuration_invalid' });

describe('hmacVerifier', () => {
  it('verifies a scheme that is only data', () => {
    const verifier = hmacVerifier(plain, live(text));
    expect(outcome(verifier, message('x', { 'x-signature': signature('x') }))).toBe('verified');
    expect(outcome(verifier, message('y', { 'x-signature': signature('x') }))).toBe('signature_wrong');
  });

  it('puts id, time and fixed text where the scheme says', () => {
    const scheme: HmacScheme = {
      ...plain,
      idField: 'x-id',
      timestamp: { from: 'field', name: 'x-time' },
      signed: [{ text: 'v0:' }, 'timestamp', { text: ':' }, 'body', { text: '|' }, 'id'],
    };
    const seconds = nowMs / 1_000;
    const headers = { 'x-id': 'e1', 'x-time': `${seconds}`, 'x-signature': signature(`v0:${seconds}:x|e1`) };
    expect(outcome(hmacVerifier(scheme, live(text)), message('x', headers))).toBe('verified');
  });

  it('names the secret that matched, whichever it is', () => {
    const secrets = ['one', 'two', 'three'].map((one) => Buffer.from(one).toString('base64'));
    const verifier = hmacVerifier(plain, live(...secrets));
    for (const [index, one] of ['one', 'two', 'three'].entries()) {
      const received = message('x', { 'x-signature': signature('x', Buffer.from(one)) });
      expect(verifier.verify(received, nowMs)).toEqual({ kind: 'verified', secretId: `secret ${index + 1}` });
    }
  });

  it('has a limit to the body, to the byte, whose default is a mebibyte', () => {
    const small = hmacVerifier(plain, live(text), { bodyLimitBytes: 3 });
    expect(outcome(small, message('xxx', { 'x-signature': signature('xxx') }))).toBe('verified');
    expect(outcome(small, message('xxxx', { 'x-signature': signature('xxxx') }))).toBe('body_too_large');
    const full = 'x'.repeat(1_048_576);
    const verifier = hmacVerifier(plain, live(text));
    expect(outcome(verifier, message(full, { 'x-signature': signature(full) }))).toBe('verified');
    expect(outcome(verifier, message(`${full}x`))).toBe('body_too_large');
  });

  it('believes an empty body that was signed, and takes a list of one value as one header', () => {
    expect(outcome(hmacVerifier(plain, live(text)), message('', { 'x-signature': [signature('')] }))).toBe('verified');
    expect(outcome(hmacVerifier(plain, live(text)), message('', { 'x-signature': [] }))).toBe('signature_missing');
  });

  it('shows no secret', () => {
    const shown = inspect(hmacVerifier(plain, live(text)), { depth: 9, showHidden: true });
    expect(shown).not.toContain(text);
  });

  it.each([
    ['no secret', []],
    ['an empty id', [{ ...live(text)[0], id: '' }]],
    ['two secrets with one id', [...live(text), ...live(text)]],
    ['17 secrets', live(...Array(17).fill(text))],
    ['a key that is no base64', live('no base64')],
    ['a key with another padding', live(`${text}=`)],
  ])('does not start with %s', (_, secrets) => {
    expect(() =>
      hmacVerifier(
        plain,
        [...secrets].flatMap((one) => ('secret' in one && one.secret ? [{ ...one, secret: one.secret }] : [])),
      ),
    ).toThrowError(invalid);
  });

  it.each([
    { bodyLimitBytes: 0 },
    { bodyLimitBytes: -1 },
    { bodyLimitBytes: Number.NaN },
    { bodyLimitBytes: Number.POSITIVE_INFINITY },
    { toleranceSeconds: 0 },
    { toleranceSeconds: 1.5 },
  ])('does not start with %o', (options) => {
    expect(() => hmacVerifier(plain, live(text), options)).toThrowError(invalid);
  });

  it.each<[string, Partial<HmacScheme>]>([
    ['leaves out the body', { signed: ['timestamp'], timestamp: { from: 'field', name: 'x-time' } }],
    ['reads a time that is not signed', { timestamp: { from: 'field', name: 'x-time' } }],
    ['signs a time that is not read', { signed: ['timestamp', 'body'] }],
    ['signs an id that is not read', { signed: ['id', 'body'] }],
    ['reads an id that is not signed', { idField: 'x-id' }],
    ['takes a time from a single signature', { signed: ['timestamp', 'body'], timestamp: { from: 'signature' } }],
    ['labels what has no label', { version: 'v1' }],
    ['does not say which label', { syntax: { form: 'list' } }],
    ['writes a header in upper case', { signatureField: 'X-Signature' }],
  ])('does not start with a scheme that %s', (_, part) => {
    expect(() => hmacVerifier({ ...plain, ...part }, live(text))).toThrowError(invalid);
  });
});
