import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DurableStore, exportStore } from '@polyrail/core';
import { sqliteStore } from '@polyrail/store-sqlite';
import { expect, it } from 'vitest';
import { bareSqlite } from '../src/bare-sqlite.ts';
import { payAll, storedPayments } from '../src/payment-store.ts';

it('writes by hand the rows that the store writes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'polyrail-bare-'));
  const open = (name: string) => sqliteStore({ path: join(folder, name), thread: 'same' });
  const bare = await bareSqlite(join(folder, 'bare.db'));
  await payAll(bare, 0, 5, 1);
  await bare.close();
  const [written, own] = await Promise.all([open('bare.db'), open('own.db')]);
  await payAll(storedPayments(own), 0, 5, 1);
  expect(await linesOf(written)).toEqual(await linesOf(own));
  await Promise.all([written.close(), own.close()]);
  rmSync(folder, { recursive: true });
});

async function linesOf(store: DurableStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of exportStore(store)) lines.push(line);
  return lines;
}
