import { money, type Receipt } from '@polyrail/core';
import { VirtualClock } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { inLanes, type SandboxLine, startLine, stored } from './sandbox-line.ts';

// One attempt a call: a pause before a retry would wait for the virtual clock.
async function startTimedLine(): Promise<{ readonly clock: VirtualClock; readonly line: SandboxLine }> {
  const clock = new VirtualClock();
  return { clock, line: await startLine({ clock, policy: { maxAttempts: 1 } }) };
}

function charge({ gateway }: SandboxLine, key: string, minorUnits = 5_000n): Promise<Receipt> {
  const source = { type: 'token', token: 'tok_1' } as const;
  return gateway.charge({ idempotencyKey: key, amount: money(minorUnits, 'EUR'), reference: 'order', source });
}

function breakersOf({ gateway }: SandboxLine) {
  return gateway.providers()[0]?.breakers;
}

async function openBreaker(line: SandboxLine): Promise<void> {
  line.sandbox.faults.add({ fault: 'html_502', rate: 1, match: { operation: 'charge' } });
  for (let call = 0; call < 10; call += 1) await charge(line, `faulty-${call}`);
  expect(breakersOf(line)).toMatchObject({ charge: 'open' });
}

describe('the breaker of charges', () => {
  it('stays closed through 1,000 declines', async () => {
    const { line } = await startTimedLine();
    await using _ = line;
    const receipts = await inLanes(1_000, 32, (index) => charge(line, `key-${index}`, 5_051n));
    expect(receipts.every(({ outcome }) => outcome.kind === 'declined')).toBe(true);
    expect(line.sandbox.requests.count).toBe(1_000);
    expect(breakersOf(line)).toEqual({ charge: 'closed' });
  });

  it('stays closed through 1,000 answers of 4xx', async () => {
    const { line } = await startTimedLine();
    await using _ = line;
    const source = { type: 'token', token: 'longer than the acquirer takes: '.repeat(3) } as const;
    const receipts = await inLanes(1_000, 32, (index) =>
      line.gateway.charge({ idempotencyKey: `key-${index}`, amount: money(1n, 'EUR'), reference: 'order', source }),
    );
    expect(receipts.every(({ outcome }) => outcome.kind === 'rejected' && outcome.reason === 'provider_refused')).toBe(
      true,
    );
    expect(line.sandbox.requests.count).toBe(1_000);
    expect(breakersOf(line)).toEqual({ charge: 'closed' });
  });

  it.each([
    ['faults of the connection', 'reset_after'],
    ['answers of 5xx', 'html_502'],
    ['unreadable answers', 'garbage_200'],
  ] as const)('opens on %s, and then nothing is sent', async (_name, fault) => {
    const { line } = await startTimedLine();
    await using _ = line;
    line.sandbox.faults.add({ fault, rate: 1 });
    const receipts = await inLanes(30, 1, (index) => charge(line, `key-${index}`));
    const refused = receipts.filter(({ outcome }) => outcome.kind === 'rejected' && outcome.reason === 'breaker_open');
    expect(breakersOf(line)).toEqual({ charge: 'open' });
    expect(refused).toHaveLength(20);
    expect(line.sandbox.requests.count).toBe(10);
  });

  it('opens on the acquirer’s own system errors', async () => {
    const { line } = await startTimedLine();
    await using _ = line;
    await inLanes(10, 1, (index) => charge(line, `key-${index}`, 5_096n));
    expect(breakersOf(line)).toEqual({ charge: 'open' });
  });

  it('lets inquiries and transfers pass while charges are cut off', async () => {
    const { line } = await startTimedLine();
    await using _ = line;
    line.sandbox.faults.add({ fault: 'reset_after', match: { operation: 'charge' } });
    const doubtful = stored(await charge(line, 'doubtful'));
    expect(doubtful.status).toBe('unknown');
    await openBreaker(line);
    expect((await charge(line, 'cut-off')).outcome).toMatchObject({ kind: 'rejected', reason: 'breaker_open' });
    expect((await line.gateway.retrieve({ payment: doubtful.id }))?.status).toBe('succeeded');
    expect(breakersOf(line)).toEqual({ charge: 'open', inquire: 'closed' });
  });

  it('half-opens after its time, closes on a healthy probe, and frees the keys that it refused', async () => {
    const { clock, line } = await startTimedLine();
    await using _ = line;
    await openBreaker(line);
    const { outcome } = await charge(line, 'patient');
    expect(outcome).toMatchObject({ reason: 'breaker_open', retryAfterMs: 5_000 });
    line.sandbox.faults.clear();
    await clock.advance(5_000);
    expect(breakersOf(line)).toMatchObject({ charge: 'half_open' });
    expect((await charge(line, 'patient')).outcome.kind).toBe('succeeded');
    expect(breakersOf(line)).toMatchObject({ charge: 'closed' });
  });

  it('lets one probe through at a time, and opens for twice as long when it fails', async () => {
    const { clock, line } = await startTimedLine();
    await using _ = line;
    await openBreaker(line);
    await clock.advance(5_000);
    const before = line.sandbox.requests.count;
    await inLanes(20, 20, (index) => charge(line, `probe-${index}`));
    expect(line.sandbox.requests.count).toBe(before + 1);
    await clock.advance(9_999);
    expect(breakersOf(line)).toMatchObject({ charge: 'open' });
    await clock.advance(1);
    expect(breakersOf(line)).toMatchObject({ charge: 'half_open' });
  });
});
