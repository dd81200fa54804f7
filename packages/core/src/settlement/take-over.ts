import { applyOutcome, type RecordingParts } from '../gateway/apply-outcome.ts';
import { readKnown } from '../gateway/known-operation.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import { longestCallMs } from '../resilience/longest-call.ts';

/** An operation in flight for longer than this has no owner that would still send it, however the clocks of two processes differ. */
const ownerDiedAfterMs = longestCallMs + 30_000;

const batch = 100;

/**
 * Makes operations whose owner died `unknown`, so that they are settled like any other. They are never sent again from
 * here: the request may have been executed. Safe in any number of processes at once.
 */
export async function takeOver(parts: RecordingParts): Promise<void> {
  const { ledger, clock, events } = parts;
  for (;;) {
    const operations = await ledger.interrupted(clock.now() - ownerDiedAfterMs, batch);
    let taken = 0;
    for (const operation of operations)
      try {
        await takeOverOne(parts, operation);
        taken += 1;
      } catch {
        // One that cannot be recorded must not hold up the others, nor the jobs that wait behind the sweep.
        events.emit({ type: 'trouble', message: `operation ${operation.id} could not be taken over` });
      }
    if (operations.length < batch || taken < batch) return;
  }
}

async function takeOverOne(parts: RecordingParts, interrupted: OperationRecord): Promise<void> {
  const known = await readKnown(parts.ledger, interrupted);
  if (known === undefined) throw new TypeError('an operation has a payment');
  const { operation, payment } = known;
  if (operation.state !== 'in_flight') return;
  const { providerKey, startedAtMs: sentAtMs } = operation;
  const message = 'nothing was recorded of its outcome: its process ended, or the store did not answer';
  const ticket = { by: 'inquiry', providerKey, sentAtMs } as const;
  await applyOutcome(parts, operation, payment, {
    outcome: { kind: 'unknown', cause: 'interrupted', message, ticket },
    origin: { by: 'take_over', sinceMs: parts.clock.now() },
    entries: (atMs) => [{ atMs, type: 'settled', text: `${operation.verb} unknown: ${message}` }],
  });
}
