import { expect, it } from 'vitest';
import { seededRandom } from '../src/seeded-random.ts';

it('gives the same numbers for the same seed, others for another, all from 0 to below 1', () => {
  const draw = (seed: number) => Array.from({ length: 1_000 }, seededRandom(seed));
  const numbers = draw(7);
  expect(numbers).toEqual(draw(7));
  expect(numbers).not.toEqual(draw(8));
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
});
