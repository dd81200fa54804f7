import { type ChargeCommand, money } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { type SandboxLine, startLine, stored } from './sandbox-line.ts';

const charge: ChargeCommand = {
  idempotencyKey: 'charge-1',
  amount: money(10_000n, 'EUR'),
  reference: 'order 7',
  source: { type: 'token', token: 'tok_1' },
};

async function charged({ gateway }: SandboxLine) {
  const { id: payment } = stored(await gateway.charge(charge));
  return (idempotencyKey: string, minorUnits: bigint) =>
    gateway.refund({ payment, idempotencyKey, amount: money(minorUnits, 'EUR') });
}

describe('two partial refunds with their own keys', () => {
  it('both happen, one after the other', async () => {
    await using line = await startLine();
    const refund = await charged(line);
    const first = await refund('refund-1', 3_000n);
    const second = await refund('refund-2', 3_000n);
    expect([first.outcome.kind, second.outcome.kind]).toEqual(['succeeded', 'succeeded']);
    expect(second.payment).toMatchObject({ status: 'partially_refunded', refunded: money(6_000n, 'EUR') });
    expect(line.sandbox.book.balanceOf('token:tok_1', 'EUR')).toBe(-4_000n);
  });

  it('both happen at the same time', async () => {
    await using line = await startLine();
    const refund = await charged(line);
    const receipts = await Promise.all([refund('refund-1', 3_000n), refund('refund-2', 3_000n)]);
    expect(receipts.map(({ outcome }) => outcome.kind)).toEqual(['succeeded', 'succeeded']);
    expect(line.sandbox.book.movements().map(({ kind }) => kind)).toEqual(['charge', 'refund', 'refund']);
  });

  it('are one with one key', async () => {
    await using line = await startLine();
    const refund = await charged(line);
    const first = await refund('refund-1', 3_000n);
    expect(await refund('refund-1', 3_000n)).toEqual({ ...first, replayed: true });
    expect(line.sandbox.book.movements()).toHaveLength(2);
  });

  it('may have the key that the charge had', async () => {
    await using line = await startLine();
    const refund = await charged(line);
    expect((await refund(charge.idempotencyKey, 3_000n)).outcome.kind).toBe('succeeded');
  });
});

describe('a refund beyond the amount', () => {
  it.each<[string, readonly bigint[]]>([
    ['at once', [10_001n]],
    ['in sum', [6_000n, 4_001n]],
    ['of nothing left', [10_000n, 1n]],
  ])('is rejected before sending: %s', async (_name, amounts) => {
    await using line = await startLine();
    const refund = await charged(line);
    const over = amounts.length - 1;
    for (const [index, amount] of amounts.slice(0, over).entries()) await refund(`refund-${index}`, amount);
    const before = line.sandbox.requests.count;
    const { outcome } = await refund('too-much', amounts[over] ?? 0n);
    expect(outcome.kind).toBe('rejected');
    expect(line.sandbox.requests.count).toBe(before);
    expect(line.sandbox.book.movements()).toHaveLength(1 + over);
  });

  it('is rejected before sending when two of them race', async () => {
    await using line = await startLine();
    const refund = await charged(line);
    const receipts = await Promise.all([refund('refund-1', 6_000n), refund('refund-2', 6_000n)]);
    expect(receipts.map(({ outcome }) => outcome.kind).sort()).toEqual(['rejected', 'succeeded']);
    expect(line.sandbox.requests.count).toBe(2);
    expect(line.sandbox.book.balanceOf('merchant', 'EUR')).toBe(4_000n);
  });
});
