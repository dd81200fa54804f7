import { describe, expect, it } from 'vitest';
import { median, percentile, shuffled } from '../src/statistics.ts';

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });
});

describe('percentile', () => {
  it('is the nearest rank', () => {
    const sorted = Float64Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(sorted, 50)).toBe(50);
    expect(percentile(sorted, 99)).toBe(99);
    expect(percentile(Float64Array.of(7), 99)).toBe(7);
  });
});

describe('shuffled', () => {
  it('keeps every value', () => {
    const ranks = [0.5, 0.1, 0.9];
    expect(shuffled(['a', 'b', 'c'], () => ranks.shift() ?? 0)).toEqual(['b', 'a', 'c']);
  });
});
