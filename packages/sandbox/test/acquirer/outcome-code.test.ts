import { describe, expect, it } from 'vitest';
import { isOutcomeCode, outcomeMessage, outcomeOfAmount } from '../../src/acquirer/outcome-code.ts';

describe('outcomeOfAmount', () => {
  it.each([
    [5000n, '00'],
    [5n, '05'],
    [105n, '05'],
    [14n, '14'],
    [951n, '51'],
    [1054n, '54'],
    [57n, '57'],
    [61n, '61'],
    [68n, '68'],
    [91n, '91'],
    [900_719_925_474_099_396n, '96'],
    [1042n, '00'],
    [1n, '00'],
  ])('%s gives %s', (amount, code) => {
    expect(outcomeOfAmount(amount)).toBe(code);
  });
});

it('takes any two-character code and has words for it', () => {
  expect(isOutcomeCode('41')).toBe(true);
  expect(isOutcomeCode('N7')).toBe(true);
  expect([5, '5', '051', 'ab', undefined].some(isOutcomeCode)).toBe(false);
  expect(outcomeMessage('51')).toBe('Insufficient funds');
  expect(outcomeMessage('41')).toContain('41');
});
