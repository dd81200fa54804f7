import { expect, it, vi } from 'vitest';
import { atMs, claimOf, offerOf, offerTo, stepOf } from './support/claims.ts';
import { describePostgres } from './support/test-database.ts';

await describePostgres('a wake signal', ({ open, schema, query }) => {
  it('wakes every process when a due job is offered, and not for one that is due later', async () => {
    const shared = schema();
    const [offering, waiting] = await Promise.all([open({ schema: shared }), open({ schema: shared })]);
    const wake = vi.fn();
    waiting.onOffer?.(wake);
    // It is called once when it listens.
    await expect.poll(() => wake.mock.calls.length).toBe(1);
    const later = { ...offerOf('later', 'partition'), runAtMs: atMs + 60_000 };
    await offerTo(offering, 1, [later]);
    await offering.record(stepOf(claimOf(1)));
    await offerTo(offering, 2, [offerOf('now', 'partition')]);
    await expect.poll(() => wake.mock.calls.length).toBe(2);
    await Promise.all([offering.close(), waiting.close()]);
  });

  it('listens again after its connection was lost', async () => {
    const shared = schema();
    const store = await open({ schema: shared });
    const wake = vi.fn();
    const end = store.onOffer?.(wake);
    await expect.poll(() => wake.mock.calls.length).toBe(1);
    await query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "${shared}"'`);
    await expect.poll(() => wake.mock.calls.length, { timeout: 10_000 }).toBe(2);
    await offerTo(store, 1, [offerOf('now', 'partition')]);
    await expect.poll(() => wake.mock.calls.length).toBe(3);
    end?.();
    await offerTo(store, 2, [offerOf('next', 'partition')]);
    await store.close();
    expect(wake.mock.calls.length).toBe(3);
  });
});
