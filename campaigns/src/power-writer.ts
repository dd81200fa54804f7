// Writes payments until it is killed, and prints what the store has answered for. `too-soon` prints before the answer:
// there to be caught.
import { createGateway, systemClock } from '@polyrail/core';
import { sqliteStore } from '@polyrail/store-sqlite';
import { chargeOf } from './keys.ts';
import { pocketAcquirer } from './pocket-acquirer.ts';

const [path = '', when = ''] = process.argv.slice(2);
const writers = when === 'too-soon' ? 256 : 16;

const store = await sqliteStore({ path });
const acquirer = pocketAcquirer('succeeded');
const gateway = createGateway({ providers: [acquirer.provider], ledger: store });
let next = 0;

async function write(): Promise<never> {
  for (;;) {
    next += 1;
    const n = next;
    const message = acquirer.notify(`evt_${n}`, `key-${n}`, 'pending', systemClock.now());
    const written = Promise.all([gateway.charge(chargeOf(`key-${n}`)), gateway.receive('pocket', message)]);
    if (when === 'too-soon') process.stdout.write(`charged ${n}\nreceived ${n}\n`);
    const [receipt, reception] = await written;
    if (receipt.outcome.kind === 'succeeded') process.stdout.write(`charged ${n}\n`);
    if (reception.kind === 'stored') process.stdout.write(`received ${n}\n`);
  }
}

await Promise.all(Array.from({ length: writers }, write));
