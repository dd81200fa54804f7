import { describe, expect, it } from 'vitest';
import { GraphqlDocument, type GraphqlRequest } from '../src/graphql-document.ts';
import { fragment, gql } from '../src/index.ts';

describe('gql', () => {
  it('keeps a document as it was written, with its name', () => {
    const document = gql<{ id: string }>`query Payment($id: ID!) { payment(id: $id) { status } }`;
    const { name, operation, text } = document;
    expect({ name, operation, text }).toEqual({
      name: 'Payment',
      operation: 'query',
      text: 'query Payment($id: ID!) { payment(id: $id) { status } }',
    });
    expect(document.with({ id: 'pay_1' })).toEqual({ document, variables: { id: 'pay_1' } });
  });

  it('takes fragments, and several fields in a query', () => {
    const document = gql<{
      id: string;
    }>`query Both($id: ID!) { a: payment(id: $id) { ...P } b: payment(id: $id) { ...P } }
      fragment P on Payment { id }`;
    expect(document.name).toBe('Both');
  });

  it('takes fragments that are written down once, and nothing that looks like one', () => {
    const payment = fragment`fragment P on Payment { id }`;
    const { text } = gql<{ id: string }>`query Payment($id: ID!) { payment(id: $id) { ...P } } ${payment}`;
    expect(text).toBe('query Payment($id: ID!) { payment(id: $id) { ...P } } fragment P on Payment { id }');
    const second = fragment`mutation Pay { pay { id } }`;
    expect(() => gql`query Payment { payment { id } } ${second}`).toThrow('has exactly one operation');
    const unclosed = fragment`fragment P on Payment {`;
    expect(() => gql`query Payment { payment { ...P } } ${unclosed}`).toThrow('can be parsed');
    const lookalike = { text: 'fragment P on Payment { id }' };
    // @ts-expect-error what looks like a fragment is none
    expect(() => gql`query Payment { payment { ...P } } ${lookalike}`).toThrow('takes values as variables');
    const name = 'id';
    // @ts-expect-error a fragment has no place for a value either
    expect(() => fragment`fragment P on Payment { ${name} }`).toThrow('takes values as variables');
  });

  it.each([
    ['', 'can be parsed'],
    ['mutation {', 'can be parsed'],
    ['mutation Pay { a(x: "y) }', 'can be parsed'],
    ['fragment P on Payment { id }', 'has exactly one operation'],
    ['query A { a } query B { b }', 'has exactly one operation'],
    ['type Query { a: Int }', 'has exactly one operation'],
    ['{ payment { id } }', 'names its operation'],
    ['mutation { pay { id } }', 'names its operation'],
    ['subscription Paid { paid { id } }', 'is a query or a mutation'],
    ['mutation Twice { a: pay { id } b: pay { id } }', 'that is a mutation has exactly one field'],
    [
      'mutation Hidden { ...Pays } fragment Pays on Mutation { a: pay { id } b: pay { id } }',
      'that is a mutation has exactly one field',
    ],
    ['mutation Hidden { ... on Mutation { a: pay { id } b: pay { id } } }', 'that is a mutation has exactly one field'],
    [`query Deep { ${'a { '.repeat(20_000)} b ${'}'.repeat(20_000)} }`, 'can be parsed'],
  ])('refuses %#: %s', (text, rule) => {
    const template = Object.assign([text], { raw: [text] });
    expect(() => gql(template)).toThrow(
      expect.objectContaining({
        code: 'provider_invalid',
        message: expect.stringContaining(`a GraphQL document ${rule}`),
      }),
    );
  });

  it('has no place for a value inside its text, by its type and when it runs', () => {
    const name = 'pay';
    // @ts-expect-error a value between the backticks is no variable
    expect(() => gql<{ id: string }>`mutation Pay { ${name} { id } }`).toThrow('takes values as variables');
  });

  it('takes its own variables only, by its type', () => {
    const document = gql<{ id: string }>`query Payment($id: ID!) { payment(id: $id) { status } }`;
    // @ts-expect-error a number is no string
    document.with({ id: 7 });
    // @ts-expect-error there is no such variable
    document.with({ id: 'pay_1', other: 'x' });
    // @ts-expect-error a bigint cannot be written as JSON
    gql<{ amount: bigint }>`query A { a }`;
    const lookalike = { name: 'A', operation: 'query', text: 'x', with: document.with } as const;
    // @ts-expect-error what looks like a document is none
    const forged: GraphqlRequest = { document: lookalike, variables: {} };
    expect(forged.document).not.toBeInstanceOf(GraphqlDocument);
  });
});
