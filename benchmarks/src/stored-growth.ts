// What a payment costs when many are stored already.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DurableStore } from '@polyrail/core';
import { sqliteStore } from '@polyrail/store-sqlite';
import { readOptions } from './options.ts';
import { payAll, storedPayments } from './payment-store.ts';
import { decimal, goalSection, publish } from './report.ts';
import { median, shuffled } from './statistics.ts';
import { claimOf } from './stored-payment.ts';

const { quick, rounds } = readOptions(15);
const sizes = quick ? [1_000, 20_000] : [10_000, 1_000_000];
const [few = 0, many = 0] = sizes;
const count = quick ? 200 : 1_000;
const inFlight = 16;
const folder = mkdtempSync(join(tmpdir(), 'polyrail-growth-'));

interface Filled {
  readonly size: number;
  readonly store: DurableStore;
  next: number;
  readonly payMicros: number[];
  readonly findMicros: number[];
}

const stores = await Promise.all(sizes.map(filled));
for (let round = 0; round <= rounds; round += 1) {
  console.error(`stored-growth: round ${round} of ${rounds}`);
  for (const each of shuffled(stores, Math.random)) {
    const perSecond = await payAll(storedPayments(each.store), each.next, count, inFlight);
    each.next += count;
    const findMicros = await find(each);
    if (round === 0) continue;
    each.payMicros.push(1e6 / perSecond);
    each.findMicros.push(findMicros);
  }
}
for (const { store } of stores) await store.close();
rmSync(folder, { recursive: true, force: true });

const [small, large] = stores;
if (small === undefined || large === undefined) throw new Error('there are two');
publish(
  'stored-growth',
  [
    goalSection([
      { text: `time per payment with ${many} ÷ ${few} stored`, measured: ratio('payMicros'), atMost: 1.2 },
      { text: `time to find a payment with ${many} ÷ ${few} stored`, measured: ratio('findMicros'), atMost: 1.2 },
    ]),
    {
      title: 'Time per operation',
      text: `SQLite. Medians of ${rounds} rounds of ${count}, ${inFlight} in flight; payments to find are chosen at random.`,
      columns: ['stored payments', 'µs per durable payment', 'µs to find one'],
      rows: stores.map(({ size, payMicros, findMicros }) => [
        size,
        decimal(median(payMicros), 0),
        decimal(median(findMicros), 0),
      ]),
    },
  ],
  quick,
);

function ratio(figure: 'payMicros' | 'findMicros'): number {
  return median((large?.[figure] ?? []).map((value, round) => value / (small?.[figure][round] ?? Number.NaN)));
}

async function filled(size: number): Promise<Filled> {
  const store = await sqliteStore({ path: join(folder, `${size}.db`), thread: 'worker' });
  const step = 10_000;
  for (let first = 0; first < size; first += step) {
    await payAll(storedPayments(store), first, Math.min(step, size - first), 256);
    if (first % 100_000 === 0) console.error(`stored-growth: ${first} of ${size} stored`);
  }
  return { size, store, next: size, payMicros: [], findMicros: [] };
}

async function find({ store, size }: Filled): Promise<number> {
  const startedAtMs = performance.now();
  const finder = async () => {
    for (let n = 0; n < count / inFlight; n += 1) {
      const { id } = claimOf(Math.floor(Math.random() * size)).payment;
      if ((await store.payment('default', id)) === undefined) throw new Error('a payment is missing');
    }
  };
  await Promise.all(Array.from({ length: inFlight }, finder));
  return ((performance.now() - startedAtMs) * 1000) / count;
}
