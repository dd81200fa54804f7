import { Secret } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../src/index.ts';
import { violationOf } from '../src/request-guard.ts';

/** What a caller without types could pass. */
function violationOfAnything(request: object): string | undefined {
  return violationOf({ method: 'POST', path: '/payments', ...request });
}

describe('a request that may go out', () => {
  it.each([
    '/payments',
    '/v1/payments/pay_1?expand[]=charges&limit=10',
    '/v1/files/..hidden/a..b/.well-known/x',
    '/v1/a%2Fb/c%20d?next=https://other.example/../x',
    '/v1/accounts/a@b:c;d=e',
    '/',
  ])('path %s', (path) => {
    expect(violationOfAnything({ path })).toBeUndefined();
  });

  it('headers in visible ASCII, a body as text or bytes', () => {
    expect(violationOfAnything({ headers: { 'x-a': 'b c\td', 'idempotency-key': 'k' }, body: '{}' })).toBeUndefined();
    expect(violationOfAnything({ body: new Uint8Array(2) })).toBeUndefined();
  });
});

describe('a request that must not go out', () => {
  it.each([
    'https://evil.example/',
    'http:/evil.example',
    '//evil.example/payments',
    '\\\\evil.example',
    '/\\evil.example',
    '/payments\\..\\x',
    '@evil.example',
    '/a/../b',
    '/a/..',
    '/a/./b',
    '/..;/b',
    '/a/%2e%2e/b',
    '/a/%2E./b',
    '/a/.%2e',
    '/a%2f..%2fb',
    '/a%5C..%5Cb',
    '/a b',
    '/a\r\nx-b: c',
    '/a\n',
    '/a\0',
    '/a#fragment',
    '/é',
    '/a%',
    '/a%zz',
    '/a"<>',
    'payments',
    '*',
    '',
    undefined,
  ])('path %j', (path) => {
    expect(violationOfAnything({ path })).toMatch(/path/);
  });

  it.each(['CONNECT', 'TRACE', 'get', 'GET /x HTTP/1.1\r\n', ''])('method %j', (method) => {
    expect(violationOfAnything({ method })).toMatch(/method/);
  });

  it.each([
    'host',
    'content-length',
    'transfer-encoding',
    'connection',
    'keep-alive',
    'upgrade',
    'te',
    'trailer',
    'expect',
    'proxy-connection',
    'proxy-authorization',
  ])('header %s', (name) => {
    expect(violationOfAnything({ headers: { [name]: 'x' } })).toContain(name);
  });

  it.each(['', 'x y', 'x:y', 'x\r\ny', 'x\0', 'é', 'X-Upper'])('header name %j', (name) => {
    expect(violationOfAnything({ headers: { [name]: 'x' } })).toMatch(/header name/);
  });

  it.each(['a\r\nx-b: c', 'a\n', 'a\0b', 'naïve', '\u{1f4b3}', '\x7f', undefined, null, 5, ['a']])(
    'header value %j',
    (value) => {
      const violation = violationOfAnything({ headers: { 'x-a': value } });
      expect(violation).toMatch(/x-a/);
    },
  );

  it('a Secret that was not exposed, or was printed', () => {
    const key = new Secret('sk_live_1');
    expect(violationOfAnything({ headers: { 'x-api-key': key } })).toMatch(/exposed/);
    expect(violationOfAnything({ headers: { authorization: `Bearer ${key}` } })).toMatch(/masked/);
    expect(violationOfAnything({ body: key })).toMatch(/body/);
  });

  it('another value for a field that was checked before', () => {
    const checked = { 'user-agent': 'shop' };
    const request: HttpRequest = {
      method: 'POST',
      path: '/p',
      headers: { 'user-agent': 'shop\r\nhost: evil.example' },
    };
    expect(violationOf(request, checked)).toMatch(/user-agent/);
    expect(violationOf({ ...request, headers: checked }, checked)).toBeUndefined();
  });

  it('names the field and never the value', () => {
    const request: HttpRequest = { method: 'POST', path: '/p', headers: { 'x-api-key': 'sk_live_1\n' } };
    expect(violationOf(request)).not.toContain('sk_live');
  });
});
