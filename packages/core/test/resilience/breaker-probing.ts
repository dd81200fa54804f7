import { expect } from 'vitest';
import type { Health } from '../../src/resilience/breaker.ts';
import {
  type BreakerCase,
  breakerOf,
  finish,
  openAtMostMs,
  opened,
  permitOf,
  settings,
  settle,
  waitForProbe,
} from './breaker-bench.ts';

/** How an open breaker finds its way back. */
export const probingCases: readonly BreakerCase[] = [
  {
    name: 'opens on faults, and says for how long',
    async check(bench) {
      const breaker = await opened(bench);
      const answer = breaker.admit();
      if (answer.kind === 'permit') throw new Error('an open breaker let an attempt through');
      expect(answer.retryAfterMs).toBeGreaterThan(0);
      expect(answer.retryAfterMs).toBeLessThanOrEqual(openAtMostMs);
      await bench.advance(answer.retryAfterMs);
      expect(breaker.admit().kind).toBe('permit');
    },
  },
  {
    name: 'lets one probe through at a time',
    async check(bench) {
      const breaker = await opened(bench);
      await bench.advance(openAtMostMs);
      permitOf(breaker);
      for (let count = 0; count < 20; count += 1) expect(breaker.admit().kind).toBe('refusal');
      expect(breaker.state).toBe('half_open');
    },
  },
  {
    name: 'closes after a good probe and forgets what was',
    async check(bench) {
      const breaker = await opened(bench);
      await bench.advance(openAtMostMs);
      await settle(bench, permitOf(breaker), 'healthy');
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', settings.minimumAttempts - 1);
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', 1);
      expect(breaker.state).toBe('open');
    },
  },
  {
    name: 'opens for the shortest time again once it was closed',
    async check(bench) {
      const breaker = await opened(bench);
      for (const health of ['faulty', 'faulty', 'healthy'] as const)
        await settle(bench, (await waitForProbe(bench, breaker)).probe, health);
      await finish(bench, breaker, 'faulty', settings.minimumAttempts);
      const { waitedMs } = await waitForProbe(bench, breaker);
      expect(waitedMs).toBeLessThanOrEqual(openAtMostMs + 50);
    },
  },
  {
    name: 'doubles the open time with each failed probe, up to the longest',
    async check(bench) {
      const breaker = await opened(bench);
      for (const expectedMs of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
        const { waitedMs, probe } = await waitForProbe(bench, breaker);
        expect(waitedMs).toBeGreaterThanOrEqual(expectedMs);
        expect(waitedMs).toBeLessThanOrEqual(expectedMs * 1.1 + 50);
        await settle(bench, probe, 'faulty');
      }
    },
  },
  {
    name: 'takes back a probe that said nothing',
    async check(bench) {
      const breaker = await opened(bench);
      await bench.advance(openAtMostMs);
      await settle(bench, permitOf(breaker), 'neutral');
      expect(breaker.state).toBe('half_open');
      await settle(bench, permitOf(breaker), 'healthy');
      expect(breaker.state).toBe('closed');
    },
  },
  {
    name: 'is not blocked by a probe that hangs',
    async check(bench) {
      const breaker = await opened(bench);
      await bench.advance(openAtMostMs);
      const hung = permitOf(breaker);
      await bench.advance(settings.probeLeaseMs);
      const second = permitOf(breaker);
      await settle(bench, hung, 'faulty');
      expect(breaker.state).toBe('half_open');
      await settle(bench, second, 'healthy');
      expect(breaker.state).toBe('closed');
    },
  },
  {
    name: 'is not closed by a success that began before it opened',
    async check(bench) {
      const breaker = breakerOf(bench);
      const early = permitOf(breaker);
      await finish(bench, breaker, 'healthy', 1);
      await finish(bench, breaker, 'faulty', settings.minimumAttempts);
      expect(breaker.state).toBe('open');
      await bench.advance(openAtMostMs);
      await settle(bench, early, 'healthy');
      expect(breaker.state).toBe('half_open');
    },
  },
  {
    name: 'is not changed by late results of an old era',
    async check(bench) {
      const breaker = breakerOf(bench);
      const late = Array.from({ length: 60 }, () => permitOf(breaker));
      const end = (health: Health) => Promise.all(late.splice(0, 10).map((permit) => settle(bench, permit, health)));
      await end('faulty');
      expect(breaker.state).toBe('open');
      await end('healthy');
      await end('faulty');
      expect(breaker.state).toBe('open');
      await bench.advance(openAtMostMs);
      const probe = permitOf(breaker);
      await end('faulty');
      expect(breaker.state).toBe('half_open');
      await settle(bench, probe, 'healthy');
      expect(breaker.state).toBe('closed');
      await end('faulty');
      await end('faulty');
      expect(breaker.state).toBe('closed');
    },
  },
];
