import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Outcome } from '../model/outcome.ts';
import type { OperationResult } from '../provider/operation.ts';
import { freesKey } from './conclude.ts';
import { isOpen } from './reduce.ts';
import { describeResult } from './timeline-text.ts';

/**
 * What is wrong with news about an operation that is finished, in words. `undefined`: it is the same again, or older, or says
 * in other words that nothing moved, or is "try again", which may be the late copy of what was said to an earlier attempt.
 */
export function contradiction(
  { verb, providerKey, outcome: known }: OperationRecord,
  news: Outcome<OperationResult>,
): string | undefined {
  if (known === undefined || isOpen(news) || freesKey(news)) return undefined;
  if (known.kind !== 'succeeded' && news.kind !== 'succeeded') return undefined;
  if (known.kind !== 'succeeded' || news.kind !== 'succeeded')
    return `says ${describeResult(news)}, but the ${verb} was ${known.kind}`;
  return isAnother(known.value, news.value, providerKey) ? `moved money a second time for the same ${verb}` : undefined;
}

/** Two ids of movements where both name one, else two ids of the payment. A person who knew none gave our key instead. */
function isAnother(known: OperationResult, news: OperationResult, providerKey: string): boolean {
  if (known.movement !== undefined && news.movement !== undefined) return known.movement !== news.movement;
  return known.providerReference !== news.providerReference && known.providerReference !== providerKey;
}
