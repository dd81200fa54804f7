import { describe, expect, it } from 'vitest';
import { httpResponse } from '../src/http-response.ts';
import { jsonBody } from '../src/json-body.ts';

const read = (contentType: string | undefined, body: string | Uint8Array): unknown =>
  jsonBody(httpResponse(200, contentType === undefined ? {} : { 'content-type': contentType }, body));

describe('the body of a response', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json ',
    'APPLICATION/JSON',
    'application/problem+json',
    'application/vnd.api+json; version=1',
  ])('is JSON when it is declared as %j', (type) => {
    expect(read(type, '{"a":1}')).toEqual({ a: 1 });
  });

  it.each([
    undefined,
    '',
    'text/html',
    'text/plain',
    'text/json',
    'application/jsonp',
    'application/x-json',
    'application/json-seq',
    'application/xml+jsonx',
    'xapplication/json',
    'text/html, application/json',
    'application/json, text/html',
  ])('is none when it is declared as %j', (type) => {
    expect(read(type, '{"a":1}')).toBeUndefined();
  });

  it.each(['', ' ', '{', '{"a":1', "{'a':1}", '{"a":1}}', '<html>', 'undefined', 'NaN', '{"a":01}'])(
    'is none when it is broken: %j',
    (body) => {
      expect(read('application/json', body)).toBeUndefined();
    },
  );

  it('is none when it is not valid UTF-8', () => {
    expect(read('application/json', Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined();
    expect(read('application/json', Buffer.from('"é"', 'latin1'))).toBeUndefined();
    expect(read('application/json', Buffer.from('"x"', 'utf16le'))).toBeUndefined();
  });

  it('may begin with a byte order mark', () => {
    expect(read('application/json', '\u{feff}{"a":"é"}')).toEqual({ a: 'é' });
  });

  it('may be any JSON value, and null is not nothing', () => {
    expect(['null', 'true', '5', '"x"', '[]'].map((body) => read('application/json', body))).toEqual([
      null,
      true,
      5,
      'x',
      [],
    ]);
  });

  it('cannot change what objects are', () => {
    read('application/json', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
