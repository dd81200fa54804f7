// Writes payments until it is killed, and prints each id after the store has answered for it. Waits for a word to begin.
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { sqliteStore } from '../../src/sqlite-store.ts';
import { claimOf, notificationOf, stepOf } from './records.ts';

const [path = '', first = '0'] = process.argv.slice(2);
const writers = 8;
let next = Number(first);

process.stdout.write('warm\n');
await once(process.stdin, 'data');
const startedMs = performance.now();
const store = await sqliteStore({ path, thread: 'same' });
process.stdout.write(`ready ${(performance.now() - startedMs).toFixed(0)}\n`);

async function write(): Promise<never> {
  for (;;) {
    next += 1;
    const n = next;
    const claim = claimOf(n);
    await store.claim(claim);
    process.stdout.write(`claimed ${n}\n`);
    if (randomInt(4) === 0) {
      await store.accept([notificationOf(`n-${n}`)], claim.operation.startedAtMs);
      process.stdout.write(`accepted ${n}\n`);
    }
    const event = { id: `evt_${n}`, tenant: 'default', paymentId: claim.payment.id, type: 't', body: '{}', atMs: 0 };
    await store.record(stepOf(claim, { events: [event] }));
    process.stdout.write(`recorded ${n}\n`);
  }
}

await Promise.all(Array.from({ length: writers }, write));
