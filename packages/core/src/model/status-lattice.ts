import type { PaymentStatus } from './payment.ts';

/**
 * Which status may directly follow which. Status only moves forward: a late or repeated message cannot take a payment back.
 * A status that no declared path reaches is a conflict, to be looked at by a person.
 */
export const statusLattice: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  processing: ['unknown', 'pending', 'action_required', 'authorized', 'succeeded', 'declined', 'not_executed'],
  unknown: ['needs_review', 'pending', 'action_required', 'authorized', 'succeeded', 'declined', 'not_executed'],
  needs_review: ['authorized', 'succeeded', 'declined', 'not_executed'],
  pending: ['action_required', 'authorized', 'succeeded', 'declined', 'needs_review'],
  action_required: ['authorized', 'succeeded', 'declined', 'needs_review'],
  authorized: ['partially_captured', 'succeeded', 'voided'],
  partially_captured: ['succeeded', 'partially_refunded', 'refunded'],
  succeeded: ['partially_refunded', 'refunded'],
  partially_refunded: ['refunded'],
  refunded: [],
  declined: [],
  not_executed: [],
  voided: [],
};

const reachable: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.keys(statusLattice).map((status) => [status, reachableFrom(status)]),
);

/** What a new status means for a payment: an advance, the same again or older news, or a contradiction. */
export type Transition = 'advance' | 'stale' | 'conflict';

/** Judges `next` for a payment that stands at `current`. */
export function judgeTransition(current: PaymentStatus, next: PaymentStatus): Transition {
  if (current === next || reachable.get(next)?.has(current)) return 'stale';
  return reachable.get(current)?.has(next) ? 'advance' : 'conflict';
}

function reachableFrom(start: string): ReadonlySet<string> {
  const table: Readonly<Record<string, readonly string[]>> = statusLattice;
  const found = new Set<string>();
  const queue = [start];
  for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
    for (const next of table[status] ?? []) {
      if (!found.has(next)) queue.push(next);
      found.add(next);
    }
  }
  return found;
}
