import { expect, it } from 'vitest';
import { BoundedMap } from '../src/bounded-map.ts';

it('forgets the oldest beyond its limit; an entry that is set again is the newest', () => {
  const map = new BoundedMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([3, undefined, 4]);
  map.delete('a');
  map.set('d', 5);
  expect(['a', 'c', 'd'].map((key) => map.get(key))).toEqual([undefined, 4, 5]);
  map.clear();
  expect(map.get('d')).toBeUndefined();
});
