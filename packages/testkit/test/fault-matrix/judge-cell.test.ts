import { describe, expect, it } from 'vitest';
import type { Cell, Observation } from '../../src/fault-matrix/cell.ts';
import { expectedOutcome, judgeCell } from '../../src/fault-matrix/judge-cell.ts';

const cell: Cell = { verb: 'transfer', personality: 'ignores', strikes: 'always', fault: 'reset_after' };
const right: Observation = {
  outcome: 'unknown',
  requests: 1,
  movements: 1,
  repeatRequests: 0,
  settledMovements: 1,
  settledStatus: 'succeeded',
  open: false,
  finalMovements: 1,
  canBeAsked: true,
};

describe('judgeCell', () => {
  it('has nothing to say about a promise that was kept', () => {
    expect(judgeCell(cell, right, 'doubtful')).toEqual([]);
  });

  it.each<[Partial<Observation>, string]>([
    [{ finalMovements: 2 }, 'money moved 2 times for one key'],
    [{ outcome: 'succeeded', movements: 0 }, 'it says succeeded, the book has 0 movements'],
    [{ outcome: 'declined' }, 'it says declined, but money moved'],
    [{ outcome: 'rejected' }, 'it says rejected, but money moved'],
    [{ outcome: 'pending' }, 'the outcome is pending, not unknown'],
    [{ requests: 2 }, 'the provider got 2 requests, at most 1 are allowed'],
    [{ repeatRequests: 1 }, 'a second call with the same key sent 1 requests'],
    [{ open: true }, 'it is still not settled after the fault is gone'],
    [{ settledStatus: undefined }, 'no payment was stored'],
    [{ settledStatus: 'not_executed' }, 'the payment ends as not_executed, the book says succeeded'],
    [{ settledMovements: 0 }, 'the payment ends as succeeded, the book says not_executed'],
  ])('reports %o', (change, violation) => {
    expect(judgeCell(cell, { ...right, ...change }, 'doubtful')).toContain(violation);
  });

  it('lets an unknown stay where nobody can be asked', () => {
    const seen = { ...right, open: true, settledStatus: 'unknown', canBeAsked: false };
    expect(judgeCell(cell, seen, 'doubtful')).toEqual([]);
  });

  it('allows retries only where keys are honoured, or nothing was executed', () => {
    const thrice = { ...right, requests: 3 };
    expect(judgeCell({ ...cell, personality: 'honours' }, thrice, 'doubtful')).toEqual([]);
    expect(judgeCell(cell, thrice, 'turned_away')).not.toContain('the provider got 3 requests, at most 3 are allowed');
    expect(judgeCell(cell, { ...right, requests: 1 }, 'not_sent')).toContain(
      'the provider got 1 requests, at most 0 are allowed',
    );
  });
});

it('expects a success again only where a repeat is safe', () => {
  const outcomeOf = (change: Partial<Cell>) => expectedOutcome({ ...cell, ...change }, 'doubtful');
  expect(outcomeOf({ personality: 'honours', strikes: 'once' })).toBe('succeeded');
  expect(outcomeOf({ personality: 'honours' })).toBe('unknown');
  expect(outcomeOf({ strikes: 'once' })).toBe('unknown');
});
