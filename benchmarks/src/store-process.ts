// Opens a store, says how long that took, and writes payments until it is killed.
import { sqliteStore } from '@polyrail/store-sqlite';
import { storedPayments } from './payment-store.ts';
import { claimOf } from './stored-payment.ts';

const [path = '', first = '0'] = process.argv.slice(2);
const startedAtMs = performance.now();
const store = await sqliteStore({ path, thread: 'worker' });
// Ready means that a key that was claimed before is known.
await store.claim(claimOf(0));
process.send?.({ openMs: performance.now() - startedAtMs, sinceStartMs: performance.now() });

const payments = storedPayments(store);
let next = Number(first);
const pay = async (): Promise<never> => {
  for (;;) {
    next += 1;
    await payments.pay(next);
    process.send?.(next);
  }
};
await Promise.all(Array.from({ length: 16 }, pay));
