import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '../../src/model/payment.ts';
import { judgeTransition, statusLattice } from '../../src/model/status-lattice.ts';

const statuses: readonly PaymentStatus[] = [
  'processing',
  'unknown',
  'needs_review',
  'pending',
  'action_required',
  'authorized',
  'partially_captured',
  'succeeded',
  'partially_refunded',
  'refunded',
  'declined',
  'not_executed',
  'voided',
];
const pairs = statuses.flatMap((current) => statuses.map((next) => [current, next] as const));
const terminal: readonly PaymentStatus[] = ['refunded', 'declined', 'not_executed', 'voided'];

describe('the status lattice', () => {
  it('names every status and leads only to those that it names', () => {
    expect(Object.keys(statusLattice).sort()).toEqual([...statuses].sort());
    for (const next of Object.values(statusLattice).flat()) expect(statuses).toContain(next);
  });

  it('has no way back: whoever is ahead stays ahead', () => {
    for (const [current, next] of pairs) {
      const there = judgeTransition(current, next);
      const back = judgeTransition(next, current);
      if (there === 'advance') expect(`${next} → ${current}: ${back}`).toBe(`${next} → ${current}: stale`);
      if (there === 'conflict') expect(`${next} → ${current}: ${back}`).toBe(`${next} → ${current}: conflict`);
      if (there === 'stale' && current !== next) expect(back).toBe('advance');
    }
  });

  it('takes the same status as old news', () => {
    for (const status of statuses) expect(judgeTransition(status, status)).toBe('stale');
  });

  it('advances over every step that it declares, and over several', () => {
    for (const current of statuses)
      for (const next of statusLattice[current]) expect(judgeTransition(current, next)).toBe('advance');
    for (const [one, two] of pairs)
      for (const three of statuses)
        if (judgeTransition(one, two) === 'advance' && judgeTransition(two, three) === 'advance')
          expect(judgeTransition(one, three)).toBe('advance');
  });

  it.each(terminal)('lets nothing follow %s', (end) => {
    for (const next of statuses) expect(judgeTransition(end, next)).not.toBe('advance');
  });

  it.each([
    ['declined', 'succeeded'],
    ['succeeded', 'declined'],
    ['refunded', 'declined'],
    ['not_executed', 'succeeded'],
    ['voided', 'succeeded'],
    ['authorized', 'declined'],
  ] as const)('calls %s → %s a conflict', (current, next) => {
    expect(judgeTransition(current, next)).toBe('conflict');
  });

  it.each([
    ['succeeded', 'pending'],
    ['succeeded', 'unknown'],
    ['refunded', 'succeeded'],
    ['partially_refunded', 'succeeded'],
    ['declined', 'action_required'],
    ['needs_review', 'unknown'],
  ] as const)('calls %s → %s stale', (current, next) => {
    expect(judgeTransition(current, next)).toBe('stale');
  });
});
