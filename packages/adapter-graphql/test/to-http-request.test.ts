import { createHash } from 'node:crypto';
import { parse } from 'graphql/language/index.js';
import { describe, expect, it } from 'vitest';
import { gql } from '../src/index.ts';
import { requestWriter } from '../src/to-http-request.ts';

const document = gql<{ text: string }>`mutation Pay($text: String!) { pay(text: $text) { id } }`;
const write = requestWriter({ path: '/graphql', maxRequestBytes: 65_536 });
const bodyOf = (text: string) => JSON.parse(String(write(document.with({ text })).body));

describe('a request', () => {
  it('is a POST of the document, its name and its variables', () => {
    expect(write(document.with({ text: 'a' }))).toEqual({
      method: 'POST',
      path: '/graphql',
      headers: {
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
      },
      body: `{"query":${JSON.stringify(document.text)},"operationName":"Pay","variables":{"text":"a"}}`,
    });
  });

  it('has the same bytes each time, and other headers only where it is told so', () => {
    expect(write(document.with({ text: 'a' }), { 'idempotency-key': 'k' })).toEqual({
      ...write(document.with({ text: 'a' })),
      headers: { ...write(document.with({ text: 'a' })).headers, 'idempotency-key': 'k' },
    });
  });

  it.each([
    '"',
    '\\',
    '}',
    '{',
    '#',
    '$text',
    `$${'{text}'}`,
    '") { id } other(text: "',
    '"""',
    '\u0000\u001f',
    '\u2028\u2029',
    'é€😀',
    '\ud800',
    '","variables":{"text":"b"},"query":"mutation Other { other { id } }',
    '__proto__',
  ])('carries %j as a value and as nothing else', (text) => {
    const body = bodyOf(text);
    expect(body.variables).toEqual({ text });
    expect(body.query).toBe(document.text);
    expect(Object.keys(body)).toEqual(['query', 'operationName', 'variables']);
    expect(parse(body.query).definitions).toHaveLength(1);
  });

  it('is refused beyond its bound, counted in bytes', () => {
    const small = requestWriter({ path: '/graphql', maxRequestBytes: 200 });
    expect(() => small(document.with({ text: 'x'.repeat(50) }))).not.toThrow();
    expect(() => small(document.with({ text: 'é'.repeat(50) }))).toThrow(
      expect.objectContaining({ code: 'command_invalid' }),
    );
  });

  it('names a document that the provider keeps instead of sending it', () => {
    const asked: string[] = [];
    const persisted = requestWriter({
      path: '/graphql',
      maxRequestBytes: 65_536,
      persistedDocument({ name, text }) {
        asked.push(name);
        const sha256Hash = createHash('sha256').update(text).digest('hex');
        return { extensions: { persistedQuery: { version: 1, sha256Hash } } };
      },
    });
    const bodies = ['a', 'b'].map((text) => JSON.parse(String(persisted(document.with({ text })).body)));
    expect(bodies[1]).toEqual({
      extensions: { persistedQuery: { version: 1, sha256Hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      operationName: 'Pay',
      variables: { text: 'b' },
    });
    expect(asked).toEqual(['Pay']);
  });
});
