import { describe, expect, it } from 'vitest';
import { groupOf } from '../../src/resilience/operation-group.ts';

describe('the group of a verb', () => {
  it.each([
    ['authorize', 'charge'],
    ['charge', 'charge'],
    ['capture', 'modify'],
    ['void', 'modify'],
    ['refund', 'modify'],
    ['recall', 'modify'],
    ['transfer', 'pay_out'],
    ['requestPayment', 'pay_out'],
    ['retrieve', 'inquire'],
  ] as const)('of %s is %s', (verb, group) => {
    expect(groupOf(verb)).toBe(group);
  });
});
