import { createHmac } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import type { HttpRequest } from '@polyrail/http';
import { describe, expect, it } from 'vitest';
import { type HmacScheme, hmacSignature } from '../src/index.ts';

const now = Date.UTC(2014, 5, 6, 13, 39, 43);
const context = { origin: 'https://api.psp.example', now };

/** Worldline Connect: every line ends with a line feed, the last one too. */
const worldline: HmacScheme = {
  hash: 'sha256',
  keyEncoding: 'utf8',
  sets: { date: '{http-date}' },
  signs: '{method}\n{header:content-type}\n{header:date}\n{headers:x-gcs-}{target}\n',
  signatureEncoding: 'base64',
  carries: { authorization: 'GCS v1HMAC:{key-id}:{signature}' },
};
const worldlineKey = { keyId: '5e45c937b9db33ae', secret: new Secret('I42Zf4pVnRdroHfuHnRiJjJ2B6+22h0yQt/R3nZR8Xg=') };

const everything: HmacScheme = {
  hash: 'sha512',
  keyEncoding: 'hex',
  sets: { 'x-time': '{unix-seconds}', 'x-nonce': '{nonce}' },
  signs:
    '{method}|{host}|{path}|{query}|{unix-ms}|{iso-date}|{nonce}|{header:x-time}|{sha256-hex}|{sha256-base64}|{body}',
  signatureEncoding: 'hex',
  carries: { 'x-signature': 'key={key-id};sig={signature}' },
};
const key = { keyId: 'k', secret: new Secret('00ff'), randomId: () => 'n1' };
const request: HttpRequest = {
  method: 'POST',
  path: '/v1/payments?a=1?b',
  headers: { 'content-type': 'x' },
  body: '{body}',
};

function signedBy(
  scheme: HmacScheme,
  options: Parameters<typeof hmacSignature>[1],
  changed: HttpRequest,
  at = context,
) {
  const signed = hmacSignature(scheme, options).apply(changed, at);
  if (signed instanceof Promise) throw new Error('signing takes no time');
  return signed.headers ?? {};
}

describe('an HMAC scheme as data', () => {
  it.each([
    ['/v1/9991/tokens/123456789', 'J5LjfSBvrQNhu7gG0gvifZt+IWNDReGCmHmBmth6ueI='],
    ['/v1/consumer/ANDR%C3%89E/?q=na%20me', '3XV7LMYus9q7fp87/D4Qih2bKNtz20iqsttdrgJ09AU='],
  ])("Worldline's own example: %s", (path, signature) => {
    const headers = signedBy(worldline, worldlineKey, { method: 'GET', path });
    expect(headers).toEqual({
      date: 'Fri, 06 Jun 2014 13:39:43 GMT',
      authorization: `GCS v1HMAC:5e45c937b9db33ae:${signature}`,
    });
  });

  it('sorts and folds the headers of a prefix', () => {
    const at = (headers: Record<string, string>) =>
      signedBy(worldline, worldlineKey, { method: 'GET', path: '/', headers })['authorization'];
    const one = at({ 'x-gcs-b': 'two  words', 'x-gcs-a': '1' });
    expect(at({ 'x-gcs-a': '1', 'x-gcs-b': ' two words ' })).toBe(one);
    expect(at({ 'x-gcs-a': '1', 'x-gcs-b': 'twowords' })).not.toBe(one);
  });

  it('what a body says is not read as a template, and its bytes stay', () => {
    const bytes = new Uint8Array([0xff, 0x7b, 0x00]);
    expect(signedBy(everything, key, { ...request, body: bytes })['x-signature']).not.toBe(
      signedBy(everything, key, { ...request, body: Buffer.from(bytes).toString() })['x-signature'],
    );
    expect(signedBy(everything, key, request)['x-signature']).toMatch(/^key=k;sig=[0-9a-f]{128}$/);
  });

  it('signs the canonical form of JSON, and sends it as it is', () => {
    const canonical: HmacScheme = {
      hash: 'sha256',
      keyEncoding: 'utf8',
      signs: '{unix-ms}.{canonical-json}',
      signatureEncoding: 'hex',
      carries: { signature: 't={unix-ms}, v1={signature}' },
    };
    // Members in the order of RFC 8785, not of JavaScript: there 9 comes before 10.
    const body = '{"query":"query A { a }","variables":{"9":1,"10":"é"},"operationName":"A"}';
    const written = '{"operationName":"A","query":"query A { a }","variables":{"10":"é","9":1}}';
    const secret = new Secret('s');
    const v1 = createHmac('sha256', 's').update(`${now}.${written}`).digest('hex');
    for (const sent of [body, Buffer.from(body)])
      expect(signedBy(canonical, { secret }, { ...request, body: sent })['signature']).toBe(`t=${now}, v1=${v1}`);
    expect(hmacSignature(canonical, { secret }).apply({ ...request, body }, context)).toMatchObject({ body });
    expect(() => signedBy(canonical, { secret }, { ...request, body: '{' })).toThrow(SyntaxError);
  });

  const original = signedBy(everything, key, request)['x-signature'];
  it.each<[string, HttpRequest, typeof context]>([
    ['method', { ...request, method: 'PUT' }, context],
    ['path', { ...request, path: '/v1/refunds?a=1?b' }, context],
    ['query', { ...request, path: '/v1/payments?a=2?b' }, context],
    ['body', { ...request, body: '{body }' }, context],
    ['host', request, { ...context, origin: 'https://api.evil.example' }],
    ['time', request, { ...context, now: now + 1 }],
    ['covered header', { ...request, headers: { 'x-time': '1' } }, context],
  ])('another %s: another signature', (_name, changed, at) => {
    expect(signedBy(everything, key, changed, at)['x-signature']).not.toBe(original);
  });

  it('another key or nonce: another signature', () => {
    const other = { ...key, secret: new Secret('00fe') };
    expect(signedBy(everything, other, request)['x-signature']).not.toBe(original);
    expect(signedBy(everything, { ...key, randomId: () => 'n2' }, request)['x-signature']).not.toBe(original);
  });

  it.each([{ signs: '{what}' }, { signs: '{constructor}' }, { carries: {} }, { sets: { a: '{nope}' } }])(
    '%j shows when it is made',
    (broken) => {
      expect(() => hmacSignature({ ...everything, ...broken }, key)).toThrowError(
        expect.objectContaining({ code: 'transport_invalid' }),
      );
    },
  );

  it('describes itself without its secret', () => {
    expect(JSON.stringify(hmacSignature(everything, key).describe())).not.toContain('00ff');
  });
});
