import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { OperationResult, Resolution } from '../provider/operation.ts';
import type { Provider } from '../provider/provider.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import type { GuardedCall } from '../resilience/guard.ts';
import { groupOf } from '../resilience/operation-group.ts';
import { repeatabilityOf } from '../resilience/retry-policy.ts';
import type { RecordingParts } from './apply-outcome.ts';
import { type Encoded, encodeInquiry, encodeOperation, encodeReversal } from './attempt.ts';
import { conclude } from './conclude.ts';
import type { CallOptions } from './line.ts';
import type { GuardedProvider, Registry } from './registry.ts';
import { sendAgain } from './send-again.ts';

/** What a look at an open operation needs of its surroundings. */
export interface LookParts extends RecordingParts {
  readonly registry: Registry;
}

/**
 * Finds out what became of an open operation, by the way that its provider declares. `undefined`: nothing new is known.
 * It never executes the operation a second time: it is sent again only while the provider recognises the key, or when
 * the provider has just said that it never saw it and declares that the same request is then to be sent again.
 */
export async function look(
  parts: LookParts,
  operation: OperationRecord,
  payment: Payment,
  options: CallOptions,
): Promise<Outcome<OperationResult> | undefined> {
  const guarded = parts.registry.find(operation.provider);
  const resolution = guarded?.provider.operations[operation.verb]?.resolution;
  if (guarded === undefined || resolution === undefined) return undefined;
  const sentAtMs = operation.sentAgain?.atMs ?? operation.startedAtMs;
  if (parts.clock.now() < sentAtMs + (resolution.inquireAfterMs ?? 0)) return undefined;
  const call = tryPrepare(() => prepare(parts, guarded.provider, resolution, operation, payment));
  if (call === undefined) return undefined;
  const { signal, deadlineMs = Number.POSITIVE_INFINITY } = options;
  const limits = { signal, endsAtMs: parts.clock.now() + deadlineMs };
  let result = await ask(parts, guarded, call, operation, limits);
  if (call.undoes && result.kind === 'succeeded') return undone;
  if (result.kind === 'not_found') {
    // What is in flight may be about to arrive there.
    if (operation.state === 'in_flight') return undefined;
    const encoded = await sendAgain(parts, guarded.provider, resolution, operation, payment);
    if (encoded !== undefined) result = await ask(parts, guarded, once(operation.verb, encoded), operation, limits);
  }
  return learned(result, resolution, operation, parts.clock.now() - payment.updatedAtMs);
}

function once(verb: OperationRecord['verb'], { attempt }: Encoded): PreparedLook {
  return { verb, undoes: false, guarded: { attempt, repeatability: () => ({ kind: 'once' }) } };
}

/** The bounds of one look, with all that it asks. */
interface LookLimits {
  readonly signal: AbortSignal | undefined;
  readonly endsAtMs: number;
}

async function ask(
  { clock, events }: LookParts,
  { provider, guards }: GuardedProvider,
  { verb, guarded }: PreparedLook,
  { id: operationId, paymentId }: OperationRecord,
  { signal, endsAtMs }: LookLimits,
): Promise<AttemptResult> {
  const { result } = await guards.of(groupOf(verb)).run({
    ...guarded,
    onAttempt: (report) =>
      events.emit({ type: 'attempt', provider: provider.id, verb, paymentId, operationId, report }),
    signal,
    deadlineMs: Math.max(0, endsAtMs - clock.now()),
  });
  return result;
}

const undone: Outcome<OperationResult> = {
  kind: 'rejected',
  reason: 'reversed',
  message: 'it was undone by a reversal',
};

interface PreparedLook {
  readonly verb: OperationRecord['verb'] | 'retrieve';
  /** A success means that the operation was undone. */
  readonly undoes: boolean;
  readonly guarded: Pick<GuardedCall, 'attempt' | 'repeatability'>;
}

function tryPrepare(prepareLook: () => PreparedLook | undefined): PreparedLook | undefined {
  try {
    return prepareLook();
  } catch {
    // A plugin's mistake; the thrown text may hold parts of the command.
    return undefined;
  }
}

function prepare(
  { clock }: LookParts,
  provider: Provider,
  { by }: Resolution,
  operation: OperationRecord,
  payment: Payment,
): PreparedLook | undefined {
  const { verb, providerKey, amount, command, request, startedAtMs } = operation;
  const question = { verb, payment, idempotencyKey: providerKey, startedAtMs, askedAtMs: clock.now(), amount };
  if (by === 'replay' && operation.outcome?.kind === 'unknown' && command !== undefined) {
    const encoded = encodeOperation(provider, verb, command, startedAtMs, request);
    const repeatability = encoded && repeatabilityOf(encoded.idempotency, startedAtMs);
    if (encoded === undefined || repeatability?.kind !== 'keyed' || clock.now() >= repeatability.untilMs)
      return undefined;
    return { verb, undoes: false, guarded: { attempt: encoded.attempt, repeatability: () => repeatability } };
  }
  const undoes = by === 'reversal' && operation.outcome?.kind === 'unknown';
  const asked = undoes ? encodeReversal(provider, question) : encodeInquiry(provider, question);
  return (
    asked && { verb: 'retrieve', undoes, guarded: { attempt: asked.attempt, repeatability: () => ({ kind: 'safe' }) } }
  );
}

function learned(
  result: AttemptResult,
  resolution: Resolution,
  operation: OperationRecord,
  knownForMs: number,
): Outcome<OperationResult> | undefined {
  switch (result.kind) {
    case 'not_found':
      return neverSeen(resolution, knownForMs);
    // A question that was refused or not answered says nothing about the operation.
    case 'rejected':
    case 'unknown':
      return undefined;
    default:
      return conclude(result, {
        by: resolution.by,
        providerKey: operation.providerKey,
        sentAtMs: operation.startedAtMs,
      });
  }
}

/** "Not found" says nothing until the request can no longer be on its way. The last one left before the outcome was known. */
function neverSeen({ notFound }: Resolution, knownForMs: number): Outcome<OperationResult> | undefined {
  if (notFound !== 'definitive' && !('inconclusiveForMs' in notFound && knownForMs >= notFound.inconclusiveForMs))
    return undefined;
  return { kind: 'rejected', reason: 'not_delivered', message: 'the provider has never seen this operation' };
}
