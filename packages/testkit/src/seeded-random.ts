import type { Random } from '@polyrail/core';

/**
 * The same seed gives the same numbers, from 0 up to, not including, 1. Good for tests, not for keys.
 *
 * @see {@link https://gist.github.com/tommyettinger/46a874533244883189143505d203312c mulberry32}
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
