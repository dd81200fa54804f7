import { expect, it } from 'vitest';
import { memoryLedger } from '../../src/index.ts';
import { benchOf } from '../support/bench.ts';

it('looks for jobs when the store says that there may be some, between start and close', async () => {
  const store = memoryLedger();
  let leases = 0;
  let wake: (() => void) | undefined;
  const ledger = Object.assign(store, {
    lease: async () => {
      leases += 1;
      return [];
    },
    onOffer(given: () => void) {
      wake = given;
      return () => {
        wake = undefined;
      };
    },
  });
  const { gateway } = benchOf({ ledger });
  expect(wake).toBeUndefined();
  gateway.start();
  await expect.poll(() => leases).toBe(1);
  wake?.();
  await expect.poll(() => leases).toBe(2);
  await gateway.close();
  expect(wake).toBeUndefined();
});
