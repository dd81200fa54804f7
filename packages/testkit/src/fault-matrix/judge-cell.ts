import type { Cell, Observation } from './cell.ts';

/** Attempts that the matrix lets the guard make. */
export const maxAttempts = 3;

/** What an experiment must come to, so that a regression shows although the promise still holds. */
export function expectedOutcome({ isRepeated, firstAnswer, strikes, entry }: Cell): Observation['outcome'] {
  switch (entry.nature) {
    case 'not_sent':
    case 'refused':
      return 'rejected';
    case 'told':
      return firstAnswer;
    case 'doubtful':
      return isRepeated && strikes === 'once' ? firstAnswer : 'unknown';
    case 'turned_away':
      return strikes === 'once' ? firstAnswer : 'rejected';
    case 'contradicted':
      return 'unknown';
    case 'undecided':
      return 'pending';
  }
}

/** What is wrong with an experiment, in words. Empty: the promise was kept. */
export function judgeCell(cell: Cell, seen: Observation): readonly string[] {
  return [...judgeMoney(seen), ...judgeWords(cell, seen), ...judgeEnd(cell, seen)];
}

function judgeMoney({ outcome, movements, finalMovements }: Observation): string[] {
  const found: string[] = [];
  if (finalMovements > 1) found.push(`money moved ${finalMovements} times for one key`);
  if (outcome === 'succeeded' && movements !== 1) found.push(`it says succeeded, the book has ${movements} movements`);
  if ((outcome === 'declined' || outcome === 'rejected') && movements !== 0)
    found.push(`it says ${outcome}, but money moved`);
  return found;
}

function judgeWords(cell: Cell, seen: Observation): string[] {
  const found: string[] = [];
  const expected = expectedOutcome(cell);
  if (seen.outcome !== expected) found.push(`the outcome is ${seen.outcome}, not ${expected}`);
  const allowed = allowedRequests(cell);
  if (seen.requests > allowed) found.push(`the provider got ${seen.requests} requests, at most ${allowed} are allowed`);
  if (seen.outcome !== 'rejected' && seen.repeatRequests > 0)
    found.push(`a second call with the same key sent ${seen.repeatRequests} requests`);
  return found;
}

function allowedRequests({ isRepeated, entry: { nature } }: Cell): number {
  if (nature === 'not_sent') return 0;
  if (nature === 'turned_away') return maxAttempts;
  return nature === 'doubtful' && isRepeated ? maxAttempts : 1;
}

function judgeEnd({ verb }: Cell, { settledStatus, settledMovements, open, canBeAsked }: Observation): string[] {
  if (settledStatus === undefined) return ['no payment was stored'];
  if (open && !canBeAsked) return [];
  if (open) return ['it is still not settled after the fault is gone'];
  const truth = statusesOfBook[verb][settledMovements === 0 ? 'none' : 'one'];
  if (truth.includes(settledStatus)) return [];
  return [`the payment ends as ${settledStatus}, the book says ${truth.join(' or ')}`];
}

/** The status that the book means, for no movement and for one. */
const statusesOfBook: Readonly<Record<Cell['verb'], Readonly<Record<'none' | 'one', readonly string[]>>>> = {
  // A provider that lets a late request lapse declines it.
  transfer: { none: ['not_executed', 'declined'], one: ['succeeded'] },
  charge: { none: ['not_executed', 'declined'], one: ['succeeded'] },
  refund: { none: ['succeeded'], one: ['refunded'] },
};
