import { expect } from 'vitest';
import type { Breaker, BreakerFactory, BreakerSettings, Health, Permit } from '../../src/resilience/breaker.ts';
import { half } from '../support/property.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';

/** What one test of a breaker is made of. */
export interface BreakerBench {
  readonly make: BreakerFactory;
  readonly clock: VirtualClock;
  /** Moves time on, for the clock and for whatever else the breaker may look at. */
  advance(durationMs: number): Promise<void>;
}

/** One thing that every breaker has to get right. */
export interface BreakerCase {
  readonly name: string;
  check(bench: BreakerBench): Promise<void> | void;
}

/** The settings of every breaker under test. */
export const settings: BreakerSettings = {
  failureRatePercent: 50,
  minimumAttempts: 10,
  windowMs: 30_000,
  openMs: 5_000,
  maxOpenMs: 60_000,
  probeLeaseMs: 15_000,
};
/** The open time with as much jitter as there may be. */
export const openAtMostMs = settings.openMs * 1.1;

export function breakerOf({ make, clock }: BreakerBench): Breaker {
  return make(settings, clock, half);
}

export function permitOf(breaker: Breaker): Permit {
  const answer = breaker.admit();
  if (answer.kind === 'refusal') throw new Error('the breaker refused');
  return answer;
}

/** Attempts one after another, each ended before the next begins. A refused attempt is none. */
export async function finish(bench: BreakerBench, breaker: Breaker, health: Health, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const answer = breaker.admit();
    if (answer.kind === 'permit') answer.settle(health);
    await bench.advance(0);
  }
}

export async function opened(bench: BreakerBench): Promise<Breaker> {
  const breaker = breakerOf(bench);
  await finish(bench, breaker, 'faulty', settings.minimumAttempts);
  expect(breaker.state).toBe('open');
  return breaker;
}

/** Settles and lets everything that hangs on it happen. */
export async function settle(bench: BreakerBench, permit: Permit, health: Health): Promise<void> {
  permit.settle(health);
  await bench.advance(0);
}

/** The waiting time until a probe is let through, measured in steps of 50 ms. */
export async function waitForProbe(
  bench: BreakerBench,
  breaker: Breaker,
): Promise<{ waitedMs: number; probe: Permit }> {
  for (let waitedMs = 0; waitedMs < 200_000; waitedMs += 50) {
    const answer = breaker.admit();
    if (answer.kind === 'permit') return { waitedMs, probe: answer };
    await bench.advance(50);
  }
  throw new Error('no probe was let through');
}
