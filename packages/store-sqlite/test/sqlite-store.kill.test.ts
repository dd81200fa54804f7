import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '@polyrail/testkit';
import { expect, it } from 'vitest';
import { sqliteStore } from '../src/sqlite-store.ts';
import { paymentIdOf } from './support/records.ts';
import { folder, sourceLoader } from './support/subject.ts';

const kills = 10;
const seed = 20_261_123;
const script = fileURLToPath(new URL('./support/killed-writer.ts', import.meta.url));

interface Writer {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: Interface;
  readonly warm: Promise<unknown>;
}

/** A writer that has loaded everything, and waits for a word. */
function prepare(path: string, round: number): Writer {
  const args = [...sourceLoader, script, path, `${round * 1_000_000}`];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  return { child, lines, warm: once(lines, 'line') };
}

/** Lets it write, kills it some time after its first answer, and gives what it has printed. */
async function writeAndKill({ child, lines, warm }: Writer, afterMs: number): Promise<readonly string[]> {
  await warm;
  const printed: string[] = [];
  const firstAnswer = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      printed.push(line);
      if (line.startsWith('claimed')) resolve();
    });
  });
  child.stdin.write('go\n');
  await firstAnswer;
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await Promise.all([once(child, 'close'), once(lines, 'close')]);
  return printed;
}

it('loses nothing that it has answered for when its process is killed', async () => {
  const random = seededRandom(seed);
  const { path, remove } = folder();
  const file = join(path, 'store.db');
  const printed: string[] = [];
  let writer = prepare(file, 0);
  for (let round = 1; round <= kills; round += 1) {
    const next = prepare(file, round);
    printed.push(...(await writeAndKill(writer, random() * 300)));
    writer = next;
  }
  writer.child.kill('SIGKILL');
  await once(writer.child, 'close');

  const store = await sqliteStore({ path: file, thread: 'same' });
  const numbersOf = (word: string) =>
    printed.flatMap((line) => (line.startsWith(`${word} `) ? [Number(line.split(' ')[1])] : []));
  const lost: string[] = [];
  const requireThat = (isThere: boolean, what: string) => isThere || lost.push(what);
  for (const n of numbersOf('claimed'))
    requireThat((await store.operation('default', 'payment', `key-${n}`))?.id === `op_${n}`, `claim ${n}`);
  for (const n of numbersOf('recorded')) {
    requireThat((await store.payment('default', paymentIdOf(n)))?.status === 'succeeded', `record ${n}`);
    requireThat((await store.event(`evt_${n}`)) !== undefined, `event ${n}`);
  }
  for (const n of numbersOf('accepted'))
    requireThat((await store.notification(`n-${n}`)) !== undefined, `notification ${n}`);
  await store.close();
  remove();

  expect(lost).toEqual([]);
  expect(numbersOf('recorded').length).toBeGreaterThan(kills);
  expect(numbersOf('ready')).toHaveLength(kills);
  for (const readyMs of numbersOf('ready')) expect(readyMs).toBeLessThan(20_000);
}, 180_000);
