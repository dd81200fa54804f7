import { createGateway, money } from '@polyrail/core';
import { type Personality, startFaultProxy } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { providerAt, startBench } from './sandbox-bench.ts';

const delayMs = 20;
const closeIdleMs = 60;
/** Pauses around the moment at which the far end has closed and the near end does not know it yet. */
const pausesMs = Array.from({ length: 24 }, (_, index) => 10 + (index % 12) * 8);

/** Charges with pauses between them, over a line whose far end closes idle connections. */
async function race(personality: Personality) {
  const { sandbox } = await startBench(personality);
  await using proxy = await startFaultProxy({ port: sandbox.port });
  proxy.inject({ type: 'delay_line', delayMs, closeIdleMs });
  const target = { secure: false, host: '127.0.0.1', port: proxy.port };
  const policy = { breaker: { minimumAttempts: 1_000 }, retryBudget: { burst: 1_000 }, attemptTimeoutMs: 2_000 };
  const gateway = createGateway({ providers: [providerAt(target, personality)], policy, random: () => 0 });
  const seen: { readonly kind: string; readonly movements: number }[] = [];
  for (const [index, pauseMs] of pausesMs.entries()) {
    const before = sandbox.book.movements().length;
    const { outcome } = await gateway.charge({
      idempotencyKey: `key-${index}`,
      amount: money(5_000n, 'EUR'),
      reference: 'order',
      source: { type: 'token', token: 'tok_1' },
    });
    // A lost request is still on the line when its loss is noticed.
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    seen.push({ kind: outcome.kind, movements: sandbox.book.movements().length - before });
  }
  await gateway.close();
  const { count: requests } = sandbox.requests;
  await sandbox.close();
  return { seen, requests };
}

describe('the keep-alive race behind a delay line', () => {
  it('charges once, and says so, with an acquirer that honours keys', async () => {
    const { seen, requests } = await race('honours');
    expect(seen).toEqual(pausesMs.map(() => ({ kind: 'succeeded', movements: 1 })));
    // The race did happen: some requests were heard, and nobody heard their answer.
    expect(requests).toBeGreaterThan(pausesMs.length);
  }, 30_000);

  it('charges once at most, and calls nothing failed, with an acquirer that ignores keys', async () => {
    const { seen, requests } = await race('ignores');
    expect(seen.filter(({ kind }) => kind !== 'succeeded' && kind !== 'unknown')).toEqual([]);
    expect(seen.filter(({ movements }) => movements > 1)).toEqual([]);
    expect(seen.filter(({ kind, movements }) => kind === 'succeeded' && movements !== 1)).toEqual([]);
    expect(seen.some(({ kind }) => kind === 'unknown')).toBe(true);
    expect(requests).toBeLessThanOrEqual(pausesMs.length);
  }, 30_000);
});
