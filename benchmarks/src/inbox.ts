// Webhooks acknowledged a second, beside a bare fastify route with one synced insert.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { Child } from './child.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { median, percentile, shuffled } from './statistics.ts';
import { webhookOf } from './webhook.ts';

const { quick, rounds } = readOptions(9);
const count = quick ? 300 : 2_000;
const loads = [1, 16, 64] as const;
const kinds = ['bare', 'gateway'] as const;
const folder = mkdtempSync(join(tmpdir(), 'polyrail-inbox-'));

interface Sample {
  readonly perSecond: number;
  readonly p99Ms: number;
}

const hosts = await Promise.all(kinds.map(start));
const samples = new Map<string, Sample[]>();
let next = 0;
for (let round = 0; round <= rounds; round += 1) {
  console.error(`inbox: round ${round} of ${rounds}`);
  for (const load of loads)
    for (const { kind, pool } of shuffled(hosts, Math.random)) {
      const sample = await send(pool, load);
      const name = `${kind} ${load}`;
      if (round > 0) samples.set(name, [...(samples.get(name) ?? []), sample]);
    }
}
for (const { child, pool } of hosts) {
  await pool.close();
  child.stop();
}
rmSync(folder, { recursive: true, force: true });

publish(
  'inbox',
  [
    goalSection(
      loads.map((load) => ({
        text: `${load} in flight: time per acknowledgement ÷ that of the bare route`,
        measured: 1 / ratio(load),
        atMost: 1 / 0.8,
      })),
    ),
    {
      title: 'Acknowledged webhooks',
      text:
        `SQLite. Medians of ${rounds} rounds of ${count} webhooks of 1.2 KB. The bare route stores the body and nothing ` +
        'else; the gateway verifies a signature, reads the event, keeps duplicates out and offers the job. Nothing is processed meanwhile.',
      columns: ['in flight', 'bare /s', 'gateway /s', 'gateway ÷ bare', 'bare p99 ms', 'gateway p99 ms'],
      rows: loads.map((load) => [
        load,
        decimal(figure('bare', load, 'perSecond'), 0),
        decimal(figure('gateway', load, 'perSecond'), 0),
        decimal(ratio(load), 2),
        decimal(figure('bare', load, 'p99Ms'), 1),
        decimal(figure('gateway', load, 'p99Ms'), 1),
      ]),
    },
  ],
  quick,
);

function figure(kind: string, load: number, name: keyof Sample): number {
  return median((samples.get(`${kind} ${load}`) ?? []).map((sample) => sample[name]));
}

function ratio(load: number): number {
  const bare = samples.get(`bare ${load}`) ?? [];
  const gateway = samples.get(`gateway ${load}`) ?? [];
  return median(gateway.map(({ perSecond }, round) => perSecond / (bare[round]?.perSecond ?? Number.NaN)));
}

async function start(kind: (typeof kinds)[number]) {
  const child = new Child<string, never>('inbox-server-process.js', [kind, join(folder, `${kind}.db`)]);
  const pool = new Pool(`http://127.0.0.1:${String(await child.greeting)}`, { connections: Math.max(...loads) });
  return { kind, child, pool };
}

async function send(pool: Pool, inFlight: number): Promise<Sample> {
  const webhooks = Array.from({ length: count }, () => {
    next += 1;
    return webhookOf(next);
  });
  const tookMs: number[] = [];
  const startedAtMs = performance.now();
  const sender = async () => {
    for (let webhook = webhooks.pop(); webhook !== undefined; webhook = webhooks.pop()) {
      const sentAtMs = performance.now();
      const { statusCode, body } = await pool.request({ path: '/webhooks', method: 'POST', ...webhook });
      await body.dump();
      if (statusCode !== 204) throw new Error(`a webhook was answered with ${statusCode}`);
      tookMs.push(performance.now() - sentAtMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, sender));
  const perSecond = count / ((performance.now() - startedAtMs) / 1000);
  return { perSecond, p99Ms: percentile(Float64Array.from(tookMs).sort(), 99) };
}
