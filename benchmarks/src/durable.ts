// Durable payments a second, beside the bare two commits of the same rows on the same store.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresStore } from '@polyrail/store-postgres';
import { sqliteStore } from '@polyrail/store-sqlite';
import { PostgresServer } from '@polyrail/testkit';
import pg from 'pg';
import { barePostgres } from './bare-postgres.ts';
import { bareSqlite } from './bare-sqlite.ts';
import { readOptions } from './options.ts';
import { type PaymentStore, payAll, storedPayments } from './payment-store.ts';
import { decimal, type Goal, goalSection, publish, type Section } from './report.ts';
import { median, shuffled } from './statistics.ts';

const { quick, rounds } = readOptions(9);
const count = quick ? 300 : 1_500;
const loads = [1, 16, 64] as const;
const connections = 12;
const folder = mkdtempSync(join(tmpdir(), 'polyrail-durable-'));
const server = await PostgresServer.start({ searchPath: process.env['PATH'] });

interface Engine {
  readonly name: string;
  readonly bare: PaymentStore;
  readonly store: PaymentStore;
  /** Of the store, on disk. */
  kilobytesEach(payments: number): Promise<number>;
}

type Sample = Readonly<Record<'bare' | 'store', number>>;

const engines = [await sqlite(), ...(server === undefined ? [] : [await postgres(server)])];
const sections: Section[] = [];
const goals: Goal[] = [];
for (const engine of engines) await measure(engine);
await server?.remove();
rmSync(folder, { recursive: true, force: true });
publish('durable', [goalSection(goals), ...sections], quick);

async function measure({ name, bare, store, kilobytesEach }: Engine): Promise<void> {
  const samples = new Map<number, Sample[]>(loads.map((load) => [load, []]));
  let next = 0;
  for (let round = 0; round <= rounds; round += 1) {
    console.error(`durable: ${name}, round ${round} of ${rounds}`);
    for (const load of loads) {
      const sample = { bare: 0, store: 0 };
      for (const who of shuffled(['bare', 'store'] as const, Math.random))
        sample[who] = await payAll(who === 'bare' ? bare : store, next, count, load);
      next += count;
      // The first round warms up.
      if (round > 0) samples.get(load)?.push(sample);
    }
  }
  const figure = (load: number, read: (sample: Sample) => number) => median((samples.get(load) ?? []).map(read));
  for (const load of loads)
    goals.push({
      text: `${name}, ${load} in flight: time per payment ÷ that of the bare two commits`,
      measured: figure(load, (sample) => sample.bare / sample.store),
      atMost: 1 / 0.8,
    });
  sections.push({
    title: name,
    text: `Medians of ${rounds} rounds of ${count} payments, two commits each. "Bare" writes the same rows by hand.`,
    columns: ['in flight', 'bare, payments/s', 'store, payments/s', 'store ÷ bare'],
    rows: loads.map((load) => [
      load,
      decimal(
        figure(load, (sample) => sample.bare),
        0,
      ),
      decimal(
        figure(load, (sample) => sample.store),
        0,
      ),
      decimal(
        figure(load, (sample) => sample.store / sample.bare),
        2,
      ),
    ]),
  });
  await bare.close();
  await store.close();
  goals.push({ text: `${name}: KB stored per payment`, measured: await kilobytesEach(next), atMost: 4 });
}

async function sqlite(): Promise<Engine> {
  const path = join(folder, 'store', 'payments.db');
  return {
    name: 'SQLite',
    bare: await bareSqlite(join(folder, 'bare', 'payments.db')),
    store: storedPayments(await sqliteStore({ path, driver: 'node-sqlite3-wasm', thread: 'worker' })),
    async kilobytesEach(payments) {
      const files = readdirSync(join(folder, 'store')).map((name) => statSync(join(folder, 'store', name)).size);
      return files.reduce((sum, size) => sum + size, 0) / 1024 / payments;
    },
  };
}

async function postgres({ connection }: PostgresServer): Promise<Engine> {
  return {
    name: 'PostgreSQL',
    bare: await barePostgres(connection, 'bare', connections),
    store: storedPayments(await postgresStore({ connection, maxConnections: connections })),
    async kilobytesEach(payments) {
      const client = new pg.Client({ connectionString: connection });
      await client.connect();
      const { rows } = await client.query<{ size: string }>(
        `select sum(pg_total_relation_size(oid)) as size from pg_class
         where relnamespace = 'polyrail'::regnamespace and relkind = 'r'`,
      );
      await client.end();
      return Number(rows[0]?.size) / 1024 / payments;
    },
  };
}
