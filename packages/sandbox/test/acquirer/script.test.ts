import { expect, it } from 'vitest';
import { Script } from '../../src/acquirer/script.ts';

it('gives each outcome once, in order, to the kind it is meant for', () => {
  const script = new Script();
  script.pushFor('refund', '05');
  script.push('51', '61');
  expect(script.take('charge')).toBe('51');
  expect(script.take('refund')).toBe('05');
  expect(script.take('refund')).toBe('61');
  expect(script.take('charge')).toBeUndefined();
});

it('refuses what is no code, and more than 1,000 lines', () => {
  const script = new Script();
  expect(() => script.push('insufficient')).toThrow(RangeError);
  script.push(...Array.from({ length: 1000 }, () => '00'));
  expect(() => script.push('00')).toThrow(/1000/);
});
