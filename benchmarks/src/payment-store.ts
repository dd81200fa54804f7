import type { Store } from '@polyrail/core';
import { claimOf, stepOf } from './stored-payment.ts';

/** Something that makes payments durable, in two commits each. */
export interface PaymentStore {
  /** Makes payment number `n` durable. */
  pay(n: number): Promise<void> | void;
  close(): Promise<void> | void;
}

/** A store of the gateway. */
export function storedPayments(store: Store): PaymentStore {
  return {
    async pay(n) {
      const claim = claimOf(n);
      await store.claim(claim);
      await store.record(stepOf(claim));
    },
    close: () => store.close(),
  };
}

/** Makes payments durable, so many at once. @returns how many a second */
export async function payAll(store: PaymentStore, first: number, count: number, inFlight: number): Promise<number> {
  let next = first;
  const startedAtMs = performance.now();
  const payer = async () => {
    while (next < first + count) {
      next += 1;
      await store.pay(next - 1);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, payer));
  return count / ((performance.now() - startedAtMs) / 1000);
}
