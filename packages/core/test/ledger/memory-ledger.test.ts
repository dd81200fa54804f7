import { describe, expect, it } from 'vitest';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { PolyrailError } from '../../src/model/error.ts';
import { operationOf, paymentIdOf, paymentOf } from '../support/records.ts';

// What holds for every store is in the contract of the testkit, which depends on this package.
describe('the ledger in memory', () => {
  it('has a bound: it refuses a new payment, and still knows the old ones', async () => {
    const ledger = memoryLedger({ maxPayments: 2 });
    const claim = (number: number) =>
      ledger.claim({
        operation: operationOf({ id: `op_${number}`, paymentId: paymentIdOf(number), idempotencyKey: `key-${number}` }),
        payment: paymentOf({ id: paymentIdOf(number) }),
        entry: { atMs: 0, type: 'claimed', text: 'claimed' },
      });
    expect([await claim(1), await claim(2)]).toEqual([{ kind: 'claimed' }, { kind: 'claimed' }]);
    await expect(claim(3)).rejects.toSatisfy((error) => PolyrailError.is(error) && error.code === 'ledger_unavailable');
    expect(await ledger.operation('default', 'payment', 'key-3')).toBeUndefined();
    expect(await claim(1)).toMatchObject({ kind: 'known' });
  });

  it('refuses a step about a payment that it never had', async () => {
    await expect(
      memoryLedger().record({ operation: operationOf(), payment: paymentOf(), entries: [] }),
    ).rejects.toSatisfy((error) => PolyrailError.is(error) && error.code === 'ledger_unavailable');
  });
});
