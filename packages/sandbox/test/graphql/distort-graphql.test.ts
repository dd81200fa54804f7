import { expect, it } from 'vitest';
import { distortGraphql } from '../../src/graphql/distort-graphql.ts';

const words = {
  members: {
    other_amount: ['amount', 'value'],
    other_currency: ['currency'],
    other_reference: ['reference'],
    unknown_status: ['status'],
  },
  codeField: 'code',
  internal: 'INTERNAL',
};
const data = {
  charge: { resource: { id: 'p', status: 'PAID', currency: 'EUR', reference: 'r' }, amount: '5000', list: [1] },
};
const complaint = (code: string) => [{ message: 'Something went wrong', path: ['charge'], extensions: { code } }];

it.each([
  ['data_with_errors', { data, errors: complaint('INTERNAL') }],
  [
    'partial_data',
    {
      data: {
        charge: { resource: { id: 'p', status: null, currency: null, reference: null }, amount: null, list: null },
      },
      errors: complaint('INTERNAL'),
    },
  ],
  ['null_with_errors', { data: { charge: null }, errors: complaint('INTERNAL') }],
  ['unknown_error_class', { data: { charge: null }, errors: complaint('QUANTUM') }],
  [
    'wrong_types',
    { data: { charge: { resource: { id: 7, status: 7, currency: 7, reference: 7 }, amount: 7, list: [[1]] } } },
  ],
  [
    'unknown_status',
    { data: { charge: { ...data.charge, resource: { ...data.charge.resource, status: 'quantum' } } } },
  ],
  ['other_amount', { data: { charge: { ...data.charge, amount: '5001' } } }],
] as const)('%s', (distortion, expected) => {
  expect(JSON.parse(distortGraphql(JSON.stringify({ data }), distortion, words))).toEqual(expected);
});

it.each([
  ['50.00', '50.01'],
  ['0.99', '1.00'],
  ['9.999', '10.000'],
  ['500', '501'],
])('makes %s to %s', (value, other) => {
  expect(distortGraphql(JSON.stringify({ value }), 'other_amount', words)).toBe(JSON.stringify({ value: other }));
});
