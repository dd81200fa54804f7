import { expect, it } from 'vitest';
import { indexable } from '../src/indexable.ts';

it('keeps ordinary names', () => {
  for (const name of ['', 'key-1', 'é😀', 'x'.repeat(255)]) expect(indexable(name)).toBe(name);
});

it('shortens names that PostgreSQL would refuse, each to its own, and once', () => {
  const names = ['a\0', 'a\0\0', 'x'.repeat(256), 'x'.repeat(10_000)].map(indexable);
  expect(new Set(names).size).toBe(4);
  for (const name of names) {
    expect(name).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(indexable(name)).toBe(name);
  }
});
