import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Payment } from '../model/payment.ts';
import type { Resolution } from '../provider/operation.ts';
import type { Provider } from '../provider/provider.ts';
import type { RecordingParts } from './apply-outcome.ts';
import { type Encoded, encodeOperation } from './attempt.ts';

const timesAtMost = 3;

/**
 * The right to send an operation once more that its provider has never seen, where it demands that. It is on record before
 * it is used, so that of any number of callers one gets it, and it shows on the timeline.
 *
 * @returns `undefined` when it is not to be sent again
 */
export async function sendAgain(
  { ledger, clock }: RecordingParts,
  provider: Provider,
  { notFound }: Resolution,
  operation: OperationRecord,
  payment: Payment,
): Promise<Encoded | undefined> {
  if (notFound === 'definitive' || !('resendForMs' in notFound)) return undefined;
  const { verb, command, request, startedAtMs, outcome, sentAgain } = operation;
  const atMs = clock.now();
  const times = (sentAgain?.times ?? 0) + 1;
  // A request that was taken may still have been lost behind the channel.
  const isOpen = outcome?.kind === 'unknown' || outcome?.kind === 'pending';
  if (command === undefined || !isOpen || times > timesAtMost) return undefined;
  if (atMs >= startedAtMs + notFound.resendForMs) return undefined;
  const encoded = encodeOperation(provider, verb, command, startedAtMs, request);
  if (encoded === undefined) return undefined;
  const text = `${provider.id} has never seen the ${verb}: the same request is sent again (${times} of ${timesAtMost})`;
  const step = await ledger.record({
    operation: { ...operation, sentAgain: { times, atMs } },
    payment: { ...payment, version: payment.version + 1, updatedAtMs: atMs },
    entries: [{ atMs, type: 'attempt', text }],
  });
  return step === 'recorded' ? encoded : undefined;
}
