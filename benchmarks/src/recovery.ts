// How soon a store is ready again after its process was killed in the middle of writing.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sqliteStore } from '@polyrail/store-sqlite';
import { readOptions } from './options.ts';
import { payAll, storedPayments } from './payment-store.ts';
import { decimal, goalSection, publish } from './report.ts';
import { median } from './statistics.ts';

const { quick, rounds } = readOptions(15);
const stored = quick ? 5_000 : 100_000;
const folder = mkdtempSync(join(tmpdir(), 'polyrail-recovery-'));
const path = join(folder, 'payments.db');
const program = fileURLToPath(new URL('store-process.js', import.meta.url));

interface Start {
  readonly openMs: number;
  readonly sinceStartMs: number;
}

const filling = await sqliteStore({ path, thread: 'worker' });
await payAll(storedPayments(filling), 0, stored, 256);
await filling.close();
const starts: Start[] = [];
let next = stored;
for (let round = 0; round <= rounds; round += 1) {
  console.error(`recovery: kill ${round} of ${rounds}`);
  const child = fork(program, [path, String(next)]);
  const [start] = (await once(child, 'message')) as [Start];
  // The first start follows an orderly end.
  if (round > 0) starts.push(start);
  // Some hundred payments later, in the middle of others.
  const until = next + 200 + Math.floor(Math.random() * 400);
  for (let written = next; written < until; ) [written] = (await once(child, 'message')) as [number];
  child.kill('SIGKILL');
  await once(child, 'exit');
  next = until + 1_000;
}
rmSync(folder, { recursive: true, force: true });

const worst = Math.max(...starts.map(({ openMs }) => openMs));
publish(
  'recovery',
  [
    goalSection([{ text: `ms until ready after kill -9, the worst of ${rounds}`, measured: worst, atMost: 1_000 }]),
    {
      title: `SQLite with ${stored} payments, killed while 16 at once were written`,
      text: 'Ready: the file is open again and a key that was claimed before is known.',
      columns: ['from', 'median ms', 'worst ms'],
      rows: [
        ['opening the store', decimal(median(starts.map(({ openMs }) => openMs)), 0), decimal(worst, 0)],
        [
          'the start of the process',
          decimal(median(starts.map(({ sinceStartMs }) => sinceStartMs)), 0),
          decimal(Math.max(...starts.map(({ sinceStartMs }) => sinceStartMs)), 0),
        ],
      ],
    },
  ],
  quick,
);
