import { expect, it } from 'vitest';
import { seededRandom } from '../src/random.ts';

it('draws the same numbers for the same seed, spread over [0, 1)', () => {
  const draws = (seed: number) => Array.from({ length: 10_000 }, seededRandom(seed));
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
  const mean = draws(7).reduce((sum, draw) => sum + draw, 0) / 10_000;
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
  expect(draws(7).every((draw) => draw >= 0 && draw < 1)).toBe(true);
});
