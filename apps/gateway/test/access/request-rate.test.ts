import { expect, it } from 'vitest';
import { RequestRate } from '../../src/access/request-rate.ts';

it('gives each caller so many turns a second, and says how long to wait for the next', () => {
  let nowMs = 0;
  const rate = new RequestRate(10, () => nowMs);
  expect(Array.from({ length: 11 }, () => rate.take('a'))).toEqual([...Array(10).fill(0), 100]);
  expect(rate.take('b')).toBe(0);
  nowMs = 100;
  expect([rate.take('a'), rate.take('a')]).toEqual([0, 100]);
  nowMs = 10_000;
  expect(Array.from({ length: 11 }, () => rate.take('a')).filter((waitMs) => waitMs === 0)).toHaveLength(10);
});

it('forgets the caller who was silent for longest, so that made-up ones do not fill the memory', () => {
  const rate = new RequestRate(1, () => 0);
  rate.take('first');
  rate.take('second');
  for (let at = 0; at < 9_998; at += 1) rate.take(`caller ${at}`);
  expect(rate.take('first')).toBe(1_000);
  rate.take('one more');
  expect(rate.take('second')).toBe(0);
});
