import { describe, expect, it } from 'vitest';
import type { Cell, Observation } from '../../src/fault-matrix/cell.ts';
import type { FaultNature } from '../../src/fault-matrix/fault.ts';
import { expectedOutcome, judgeCell } from '../../src/fault-matrix/judge-cell.ts';

const cell: Cell = {
  verb: 'transfer',
  personality: 'ignores',
  isRepeated: false,
  firstAnswer: 'succeeded',
  strikes: 'always',
  fault: 'reset_after',
  entry: { nature: 'doubtful', about: 'reset after it executed' },
};
const ofNature = (nature: FaultNature): Cell => ({ ...cell, entry: { nature, about: 'another' } });
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
    expect(judgeCell(cell, right)).toEqual([]);
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
    [{ settledMovements: 0 }, 'the payment ends as succeeded, the book says not_executed or declined'],
  ])('reports %o', (change, violation) => {
    expect(judgeCell(cell, { ...right, ...change })).toContain(violation);
  });

  it('lets an unknown stay where nobody can be asked', () => {
    const seen = { ...right, open: true, settledStatus: 'unknown', canBeAsked: false };
    expect(judgeCell(cell, seen)).toEqual([]);
  });

  it('allows retries only where keys are honoured, or nothing was executed', () => {
    const thrice = { ...right, requests: 3 };
    expect(judgeCell({ ...cell, isRepeated: true }, thrice)).toEqual([]);
    expect(judgeCell(ofNature('turned_away'), thrice)).not.toContain(
      'the provider got 3 requests, at most 3 are allowed',
    );
    expect(judgeCell(ofNature('not_sent'), { ...right, requests: 1 })).toContain(
      'the provider got 1 requests, at most 0 are allowed',
    );
  });
});

it('expects a success again only where a repeat is safe', () => {
  const outcomeOf = (change: Partial<Cell>) => expectedOutcome({ ...cell, ...change });
  expect(outcomeOf({ isRepeated: true, strikes: 'once' })).toBe('succeeded');
  expect(outcomeOf({ isRepeated: true })).toBe('unknown');
  expect(outcomeOf({ strikes: 'once' })).toBe('unknown');
});

it('expects what a sound answer says of a provider that takes first and tells later', () => {
  const outcomeOf = (change: Partial<Cell>) => expectedOutcome({ ...cell, ...change, firstAnswer: 'pending' });
  expect(outcomeOf({ isRepeated: true, strikes: 'once' })).toBe('pending');
  expect(outcomeOf(ofNature('told'))).toBe('pending');
  expect(outcomeOf({ ...ofNature('turned_away'), strikes: 'once' })).toBe('pending');
  expect(outcomeOf({ isRepeated: true })).toBe('unknown');
});

it('expects one request, and what it says, of an answer that leaves no doubt', () => {
  expect(expectedOutcome(ofNature('told'))).toBe('succeeded');
  expect(expectedOutcome(ofNature('refused'))).toBe('rejected');
  for (const nature of ['told', 'refused'] as const)
    expect(judgeCell({ ...ofNature(nature), isRepeated: true }, { ...right, requests: 2 })).toContain(
      'the provider got 2 requests, at most 1 are allowed',
    );
});
