import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claimColumns } from '../src/rows/payment-columns.ts';
import { workerThread } from '../src/worker-thread.ts';
import { claimOf } from './support/records.ts';
import { folder, sourceLoader } from './support/subject.ts';

const timeoutMs = 60_000;

it(
  'says across the thread why a file cannot be opened',
  async () => {
    const { path, remove } = folder();
    mkdirSync(join(path, 'store.db'));
    const starting = workerThread({ path: join(path, 'store.db') }, sourceLoader);
    await expect(starting).rejects.toMatchObject({ code: 'ledger_unavailable' });
    await expect(starting).rejects.toThrow('cannot open');
    remove();
  },
  timeoutMs,
);

it(
  'runs groups, and refuses when its thread is gone',
  async () => {
    const { path, remove } = folder();
    const executor = await workerThread({ path: join(path, 'store.db') }, sourceLoader);
    const claim = { name: 'claim', args: [claimColumns(claimOf(1))] } as const;
    expect(await executor.run([claim])).toEqual([{ kind: 'done', answer: { kind: 'claimed' } }]);
    await executor.checkpoint();
    await executor.close();
    await expect(executor.run([claim])).rejects.toMatchObject({ code: 'ledger_unavailable' });
    remove();
  },
  timeoutMs,
);

it('says so when its thread cannot start', async () => {
  const starting = workerThread({ path: 'unused.db' }, ['--import', 'data:text/javascript,throw new Error("no")']);
  await expect(starting).rejects.toMatchObject({ code: 'ledger_unavailable' });
});
