import { PolyrailError } from '@polyrail/core/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { path, toHttpRequest } from '../src/rest-request.ts';

/** Any character but half of one. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));

describe('a path', () => {
  it.each([
    ['ch_1', '/v1/charges/ch_1/capture'],
    ['../../admin', '/v1/charges/..%2F..%2Fadmin/capture'],
    ['a/b', '/v1/charges/a%2Fb/capture'],
    ['a?b=c#d', '/v1/charges/a%3Fb%3Dc%23d/capture'],
    ['%2e%2e', '/v1/charges/%252e%252e/capture'],
    ['a b\r\nHost: x', '/v1/charges/a%20b%0D%0AHost%3A%20x/capture'],
    ['//evil.example', '/v1/charges/%2F%2Fevil.example/capture'],
    ['a\\b', '/v1/charges/a%5Cb/capture'],
    ['ü€', '/v1/charges/%C3%BC%E2%82%AC/capture'],
    ['...', '/v1/charges/.../capture'],
  ])('takes the id %j for one segment', (id, expected) => {
    expect(path`/v1/charges/${id}/capture`).toBe(expected);
  });

  it('takes every id for one segment that can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, minLength: 3, maxLength: 40 }), (id) => {
        const [empty, prefix, segment = '', ...rest] = path`/v1/${id}/refunds`.split('/');
        expect([empty, prefix, decodeURIComponent(segment), rest]).toEqual(['', 'v1', id, ['refunds']]);
        expect(segment).toMatch(/^[\x21-\x7e]+$/);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each(['', '.', '..'])('refuses %j, which servers do not take for a segment', (id) => {
    expect(() => path`/v1/charges/${id}`).toThrow(
      expect.toSatisfy((error) => PolyrailError.is(error) && error.code === 'command_invalid'),
    );
  });

  it('takes several ids, and none', () => {
    expect(path`/v1/${'a/b'}/${'c'}`).toBe('/v1/a%2Fb/c');
    expect(path`/v1/charges`).toBe('/v1/charges');
  });
});

describe('a request', () => {
  it('with a JSON body says so, and leaves out what is absent', () => {
    expect(
      toHttpRequest({ method: 'POST', path: '/v1/x', json: { amount: '1250', note: undefined, list: [1, null] } }),
    ).toEqual({
      method: 'POST',
      path: '/v1/x',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: '{"amount":"1250","list":[1,null]}',
    });
  });

  it('with a form body says so', () => {
    expect(toHttpRequest({ method: 'POST', path: '/v1/x', form: { a: { b: 'c d' } } })).toEqual({
      method: 'POST',
      path: '/v1/x',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: 'a%5Bb%5D=c+d',
    });
  });

  it('without a body has none, and no content type', () => {
    expect(toHttpRequest({ method: 'GET', path: '/v1/x' })).toEqual({
      method: 'GET',
      path: '/v1/x',
      headers: { accept: 'application/json' },
    });
  });

  it('may say otherwise in its own headers', () => {
    const headers = { 'content-type': 'application/vnd.api+json', 'x-version': '2' };
    expect(toHttpRequest({ method: 'POST', path: '/x', json: {}, headers }).headers).toEqual({
      accept: 'application/json',
      ...headers,
    });
  });

  it('writes its query percent-encoded, in order, without what is absent', () => {
    const query = { after: 'a&b=c', none: undefined, limit: '10', ü: '#' };
    expect(toHttpRequest({ method: 'GET', path: '/x', query }).path).toBe('/x?after=a%26b%3Dc&limit=10&%C3%BC=%23');
    expect(toHttpRequest({ method: 'GET', path: '/x', query: { none: undefined } }).path).toBe('/x');
    expect(toHttpRequest({ method: 'GET', path: '/x', query: {} }).path).toBe('/x');
  });

  it.each([
    ['two bodies', { json: {}, form: {} }],
    ['two queries', { path: '/a?b=c', query: { d: 'e' } }],
  ])('with %s is refused', (_what, parts) => {
    expect(() => toHttpRequest({ method: 'POST', path: '/a', ...parts })).toThrow(
      expect.objectContaining({ code: 'provider_invalid' }),
    );
  });

  it('is the same for the same input', () => {
    const request = { method: 'POST', path: '/x', json: { b: 1, a: { d: 'x', c: true } } } as const;
    expect(toHttpRequest(request)).toEqual(toHttpRequest(structuredClone(request)));
  });
});
