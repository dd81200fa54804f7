import { expect } from 'vitest';
import { type BreakerCase, breakerOf, finish, permitOf, settings, settle } from './breaker-bench.ts';

/** What counts towards opening, and what does not. */
export const countingCases: readonly BreakerCase[] = [
  {
    name: 'stays closed at the failure rate, and opens above it',
    async check(bench) {
      const breaker = breakerOf(bench);
      for (let pair = 0; pair < 20; pair += 1) {
        await finish(bench, breaker, 'healthy', 1);
        await finish(bench, breaker, 'faulty', 1);
      }
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', 1);
      expect(breaker.state).toBe('open');
    },
  },
  {
    name: 'does not open on a low volume',
    async check(bench) {
      const breaker = breakerOf(bench);
      await finish(bench, breaker, 'faulty', settings.minimumAttempts - 1);
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', 1);
      expect(breaker.state).toBe('open');
    },
  },
  {
    name: 'never counts what says nothing',
    async check(bench) {
      const breaker = breakerOf(bench);
      await finish(bench, breaker, 'neutral', 1_000);
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', settings.minimumAttempts - 1);
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', 1);
      expect(breaker.state).toBe('open');
    },
  },
  {
    name: 'is not diluted by attempts in flight',
    async check(bench) {
      const breaker = breakerOf(bench);
      for (let count = 0; count < 100; count += 1) permitOf(breaker);
      await finish(bench, breaker, 'faulty', settings.minimumAttempts);
      expect(breaker.state).toBe('open');
    },
  },
  {
    name: 'counts an attempt when it ends, however long it took',
    async check(bench) {
      const breaker = breakerOf(bench);
      const slow = permitOf(breaker);
      await finish(bench, breaker, 'healthy', settings.minimumAttempts - 2);
      await bench.advance(settings.windowMs);
      await settle(bench, slow, 'faulty');
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', settings.minimumAttempts - 2);
      expect(breaker.state).toBe('closed');
      await finish(bench, breaker, 'faulty', 1);
      expect(breaker.state).toBe('open');
    },
  },
  {
    name: 'counts an attempt once',
    async check(bench) {
      const breaker = breakerOf(bench);
      const permit = permitOf(breaker);
      for (let count = 0; count < 50; count += 1) await settle(bench, permit, 'faulty');
      expect(breaker.state).toBe('closed');
    },
  },
  {
    name: 'forgets faults after the window',
    async check(bench) {
      const breaker = breakerOf(bench);
      for (let round = 0; round < 5; round += 1) {
        await finish(bench, breaker, 'faulty', settings.minimumAttempts - 1);
        await bench.advance(settings.windowMs);
      }
      expect(breaker.state).toBe('closed');
    },
  },
  {
    name: 'forgets faults over a long idle time',
    async check(bench) {
      const breaker = breakerOf(bench);
      await finish(bench, breaker, 'faulty', settings.minimumAttempts - 1);
      await bench.advance(3_600_000);
      await finish(bench, breaker, 'faulty', settings.minimumAttempts - 1);
      expect(breaker.state).toBe('closed');
    },
  },
  {
    name: 'keeps faults of the last nine tenths of the window',
    async check(bench) {
      const breaker = breakerOf(bench);
      await finish(bench, breaker, 'faulty', settings.minimumAttempts - 1);
      await bench.advance(settings.windowMs * 0.9 - 1);
      await finish(bench, breaker, 'faulty', 1);
      expect(breaker.state).toBe('open');
    },
  },
];
