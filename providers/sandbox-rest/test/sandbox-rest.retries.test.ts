import { type GatewayEvent, money, type Receipt } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { inLanes, type SandboxLine, startLine, stored } from './sandbox-line.ts';

function charge({ gateway }: SandboxLine, key: string): Promise<Receipt> {
  const source = { type: 'token', token: 'tok_1' } as const;
  return gateway.charge({ idempotencyKey: key, amount: money(5_000n, 'EUR'), reference: 'order', source });
}

describe('Retry-After', () => {
  it.each([
    ['throttle_429', 'seconds'],
    ['throttle_429', 'date'],
    ['unavailable_503', 'seconds'],
    ['unavailable_503', 'date'],
  ] as const)('of a %s is honoured in the form of %s', async (fault, retryAfterForm) => {
    await using line = await startLine();
    line.sandbox.faults.add({ fault, retryAfterSeconds: 1, retryAfterForm });
    expect((await charge(line, 'key-1')).outcome.kind).toBe('succeeded');
    const [first, second] = line.sandbox.requests.list();
    const pauseMs = (second?.at ?? 0) - (first?.at ?? 0);
    // A date has whole seconds, and the date that it is compared with was rounded down.
    expect(pauseMs).toBeGreaterThanOrEqual(retryAfterForm === 'date' ? 990 : 999);
    expect(pauseMs).toBeLessThan(4_000);
  });

  it('that is longer than the limit ends the call instead of holding it', async () => {
    await using line = await startLine({ policy: { maxRetryAfterMs: 2_000 } });
    line.sandbox.faults.add({ fault: 'throttle_429', retryAfterSeconds: 3_600 });
    const { outcome } = await charge(line, 'key-1');
    expect(outcome).toMatchObject({ kind: 'rejected', reason: 'rate_limited', retryAfterMs: 3_600_000 });
    expect(line.sandbox.requests.count).toBe(1);
  });

  it('of a 429 also holds back the calls of others', async () => {
    await using line = await startLine();
    line.sandbox.faults.add({ fault: 'throttle_429', retryAfterSeconds: 1 });
    const first = charge(line, 'key-1');
    await expect.poll(() => line.sandbox.requests.count).toBe(1);
    // The answer has to arrive before there is a pause to keep.
    await expect.poll(() => line.sandbox.requests.inFlight).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([first, charge(line, 'key-2')]);
    const [throttled, ...others] = line.sandbox.requests.list();
    expect(others).toHaveLength(2);
    for (const { at } of others) expect(at - (throttled?.at ?? 0)).toBeGreaterThanOrEqual(999);
  });
});

describe('the retry budget', () => {
  it.each(['html_502', 'reset_before', 'unavailable_503'] as const)(
    'lets 1,000 calls to an acquirer that always fails (%s) cause at most 1,200 requests',
    async (fault) => {
      const breaker = { minimumAttempts: 1_000_000 };
      await using line = await startLine({ policy: { breaker, backoff: { baseMs: 1, capMs: 1 } } });
      line.sandbox.faults.add({ fault, rate: 1 });
      const receipts = await inLanes(1_000, 32, (index) => charge(line, `key-${index}`));
      expect(receipts.some(({ outcome }) => outcome.kind === 'succeeded')).toBe(false);
      expect(line.sandbox.requests.count).toBeGreaterThan(1_050);
      expect(line.sandbox.requests.count).toBeLessThanOrEqual(1_200);
      expect(line.sandbox.book.movements()).toHaveLength(0);
    },
    30_000,
  );
});

describe('the timeline', () => {
  it('says in words why there was another attempt', async () => {
    await using line = await startLine();
    const reports: GatewayEvent[] = [];
    line.gateway.subscribe((event) => reports.push(event));
    line.sandbox.faults.add({ fault: 'reset_after' });
    const { id } = stored(await charge(line, 'key-1'));
    const texts = (await line.gateway.timeline({ payment: id })).map(({ text }) => text);
    expect(texts.join('\n')).toMatch(
      /attempt 1 .* unknown .* it may have been executed, and the provider recognises the key/,
    );
    expect(texts.join('\n')).toMatch(/attempt 2 .* succeeded/);
    expect(reports.filter(({ type }) => type === 'attempt')).toHaveLength(2);
  });
});
