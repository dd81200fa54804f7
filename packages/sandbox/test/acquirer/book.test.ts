import { expect, it } from 'vitest';
import { Book, type Movement } from '../../src/acquirer/book.ts';

const ENTRY: Omit<Movement, 'id'> = {
  kind: 'charge',
  operation: 'op_1',
  payment: 'ch_1',
  key: 'key-1',
  clientReference: 'order-1',
  amount: 500n,
  currency: 'USD',
  debit: 'token:a',
  credit: 'merchant',
  at: 0,
};

it('keeps what leaves and what enters equal in each currency', () => {
  const book = new Book();
  book.post(ENTRY);
  book.post({ ...ENTRY, currency: 'JPY', amount: 7n });
  expect(book.balanceOf('merchant', 'USD')).toBe(500n);
  expect(book.balanceOf('token:a', 'JPY')).toBe(-7n);
  expect(book.isBalanced()).toBe(true);
  book.post({ ...ENTRY, debit: 'merchant', credit: 'token:a' });
  expect(book.balances().filter((balance) => balance.currency === 'USD')).toEqual([]);
});

it('finds movements by client reference or by key', () => {
  const book = new Book();
  book.post(ENTRY);
  book.post({ ...ENTRY, key: 'key-2' });
  expect(book.movementsOf('order-1')).toHaveLength(2);
  expect(book.movementsOf('key-2').map((movement) => movement.id)).toEqual(['mv_2']);
});

it('refuses an amount that is not above zero', () => {
  expect(() => new Book().post({ ...ENTRY, amount: 0n })).toThrow(RangeError);
});
