import { money, type Receipt, type TransferCommand } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { startLine } from './sandbox-line.ts';

const transfer: TransferCommand = {
  idempotencyKey: 'one-key',
  amount: money(5_000n, 'USD'),
  reference: 'INV-2025-001',
  from: { type: 'account', id: 'acc_123456' },
  to: { type: 'account', id: 'acc_789012' },
};

function reasonOf({ outcome }: Receipt): string {
  return outcome.kind === 'rejected' ? outcome.reason : outcome.kind;
}

describe('one key', () => {
  it('moves money once for 200 calls at the same time', async () => {
    await using line = await startLine();
    const receipts = await Promise.all(Array.from({ length: 200 }, () => line.gateway.transfer(transfer)));
    const executed = receipts.filter(({ outcome, replayed }) => outcome.kind === 'succeeded' && !replayed);
    const others = receipts.filter((receipt) => !executed.includes(receipt));
    expect(executed).toHaveLength(1);
    expect(others.every((receipt) => receipt.replayed || reasonOf(receipt) === 'key_in_flight')).toBe(true);
    expect(line.sandbox.book.movements()).toHaveLength(1);
    expect(line.sandbox.requests.count).toBe(1);
    // One stored result: every answer names the same operation, and so does a call afterwards.
    expect(new Set(receipts.map(({ operationId }) => operationId)).size).toBe(1);
    const late = await line.gateway.transfer(transfer);
    expect(late).toMatchObject({
      replayed: true,
      outcome: executed[0]?.outcome,
      operationId: executed[0]?.operationId,
    });
  });

  it('moves money once for calls of two processes that share a counterparty but no ledger', async () => {
    await using line = await startLine();
    await using other = await startLine({
      target: () => ({ secure: false, host: '127.0.0.1', port: line.sandbox.port }),
    });
    await line.gateway.transfer(transfer);
    const second = await other.gateway.transfer(transfer);
    // The same key makes the same bytes, so the acquirer replays.
    expect(reasonOf(second)).toBe('succeeded');
    expect(line.sandbox.book.movements()).toHaveLength(1);
  });

  it.each<[string, Partial<TransferCommand>]>([
    ['amount', { amount: money(5_001n, 'USD') }],
    ['currency', { amount: money(5_000n, 'EUR') }],
    ['reference', { reference: 'INV-2025-002' }],
    ['account', { to: { type: 'account', id: 'acc_000000' } }],
  ])('is refused for another %s, and nothing is sent', async (_name, change) => {
    await using line = await startLine();
    await line.gateway.transfer(transfer);
    const before = line.sandbox.requests.count;
    const receipt = await line.gateway.transfer({ ...transfer, ...change });
    expect(reasonOf(receipt)).toBe('key_reused');
    expect(line.sandbox.requests.count).toBe(before);
    expect(line.sandbox.book.movements()).toHaveLength(1);
  });

  it('is refused for another body while the first call is still in flight', async () => {
    await using line = await startLine();
    line.sandbox.faults.add({ fault: 'delay', delayMs: 600_000 });
    const first = line.gateway.transfer(transfer);
    await expect.poll(() => line.sandbox.requests.inFlight).toBe(1);
    expect(reasonOf(await line.gateway.transfer({ ...transfer, reference: 'other' }))).toBe('key_reused');
    expect(reasonOf(await line.gateway.transfer(transfer))).toBe('key_in_flight');
    line.sandbox.clock.advance(600_000);
    expect(reasonOf(await first)).toBe('succeeded');
    expect(line.sandbox.requests.count).toBe(1);
  });

  it('keeps a decline and replays it', async () => {
    await using line = await startLine();
    const declined = { ...transfer, amount: money(5_051n, 'USD') };
    const first = await line.gateway.transfer(declined);
    expect(first.outcome).toMatchObject({ kind: 'declined', reason: 'insufficient_funds' });
    expect(await line.gateway.transfer(declined)).toEqual({ ...first, replayed: true });
    expect(line.sandbox.requests.count).toBe(1);
    expect(line.sandbox.book.movements()).toHaveLength(0);
  });
});
