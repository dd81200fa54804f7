import { expect, it } from 'vitest';
import { readCall } from '../../src/graphql/read-call.ts';

const dialect = { operations: { charge: 'charge', operation: 'inquire' }, keyMember: 'key' } as const;
const read = (query: unknown, variables?: unknown) => readCall(JSON.stringify({ query, variables }), dialect);

it.each([
  ['mutation A($i: I!) { charge(input: $i) { id } }', 'charge'],
  ['query A { operation(key: "x") { id } }', 'inquire'],
  ['{ charge }', 'charge'],
  ['mutation A { alias: charge { id } }', 'charge'],
  ['mutation A { constructor { id } }', 'unknown'],
  ['mutation', 'unknown'],
  [7, 'unknown'],
])('names %j %s', (query, operation) => {
  expect(read(query).operation).toBe(operation);
});

it('finds the key at any depth of the variables', () => {
  expect(read('{ charge }', { input: { deep: { key: 'k' } } }).key).toBe('k');
  expect(read('{ charge }', { input: { key: 7 } }).key).toBeUndefined();
  for (const body of ['', '[]', 'null', '"x"', '{"variables":"x"}'])
    expect(readCall(body, dialect).key).toBeUndefined();
});
