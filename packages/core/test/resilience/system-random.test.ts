import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../src/resilience/system-random.ts';

describe('the randomness of the machine', () => {
  it('stays inside its range and does not repeat itself', () => {
    const numbers = Array.from({ length: 1_000 }, () => systemRandom());
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(new Set(numbers).size).toBeGreaterThan(990);
  });
});
