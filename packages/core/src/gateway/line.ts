import type { OperationRecord, TimelineEntry } from '../ledger/operation-record.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { OperationResult } from '../provider/operation.ts';
import type { Provider } from '../provider/provider.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import { groupOf } from '../resilience/operation-group.ts';
import { repeatabilityOf } from '../resilience/retry-policy.ts';
import { applyOutcome, type RecordingParts } from './apply-outcome.ts';
import type { Encoded } from './attempt.ts';
import { conclude, freesKey } from './conclude.ts';
import type { Receipt } from './receipt.ts';
import type { GuardedProvider } from './registry.ts';
import { mayFailOver } from './route.ts';
import { describeAttempt, describeResult } from './timeline-text.ts';

/** What a caller may set for one call. */
export interface CallOptions {
  /** The caller gives up. What was sent stays sent, and its outcome is then `unknown`. */
  readonly signal?: AbortSignal;
  /** Shorter time for the whole call than the policy's, in milliseconds. */
  readonly deadlineMs?: number;
}

/** One operation, checked and ready to be claimed. */
export interface Job {
  readonly operation: Omit<OperationRecord, 'providerKey'>;
  /** As it stands once the claim holds. */
  readonly payment: Payment;
  /** In the order of asking; the first one is in the records above. Not empty. */
  readonly candidates: readonly [GuardedProvider, ...GuardedProvider[]];
  /** Pure. `undefined`: this provider cannot carry it out. */
  encode(provider: Provider): Encoded | undefined;
  readonly options: CallOptions;
}

/**
 * The straight line of an operation that moves money:
 * claim → guard (encode was before) → outcome → reduce → record → events.
 */
export class Line {
  readonly #parts: RecordingParts;

  constructor(parts: RecordingParts) {
    this.#parts = parts;
  }

  /** `changed`: the payment is not what the caller read. Nothing was sent; read it again. */
  async carryOut(job: Job): Promise<Receipt | 'changed'> {
    const { ledger, events } = this.#parts;
    const encoded = this.#encode(job, job.candidates[0]);
    if (encoded === undefined) return refused('the provider cannot express this command');
    const { payment } = job;
    const operation = withEncoded(job.operation, encoded);
    const text = `${operation.verb} of ${operation.amount.minorUnits} ${operation.amount.currency} claimed for ${operation.provider}`;
    const claim = { operation, payment, entry: { atMs: operation.startedAtMs, type: 'claimed', text } } as const;
    const answer = await ledger.claim(claim).catch(() => undefined);
    if (answer === undefined)
      return {
        outcome: {
          kind: 'rejected',
          reason: 'ledger_unavailable',
          message: 'the key could not be claimed, nothing was sent',
        },
        replayed: false,
      };
    switch (answer.kind) {
      case 'payment_changed':
        return 'changed';
      case 'key_reused':
        return keyReused;
      case 'known':
        return knownReceipt(answer.operation, answer.payment);
      case 'claimed':
        events.emit({ type: 'payment', payment });
        return this.#ask(job, operation, encoded);
    }
  }

  /** Asks the candidates until one may have moved something, then records what is known. */
  async #ask(job: Job, claimed: OperationRecord, first: Encoded): Promise<Receipt> {
    const { ledger, clock } = this.#parts;
    const others = job.candidates.slice(1);
    const entries: TimelineEntry[] = [];
    let [candidate] = job.candidates;
    let encoded = first;
    let operation = claimed;
    let payment = job.payment;
    for (;;) {
      const ticket = { by: encoded.resolution.by, providerKey: operation.providerKey, sentAtMs: clock.now() };
      const result = await this.#run(candidate, operation, encoded, job.options, entries);
      const next = mayFailOver(result) ? this.#takeOver(job, others) : undefined;
      if (next === undefined) return this.#settle(operation, payment, conclude(result, ticket), entries);
      ({ candidate, encoded } = next);
      const { id, protocol } = candidate.provider;
      const text = `${operation.provider} executed nothing (${describeResult(result)}); ${id} takes over`;
      entries.push({ atMs: clock.now(), type: 'attempt', text });
      operation = withEncoded({ ...operation, provider: id }, encoded);
      payment = { ...payment, provider: id, protocol, version: payment.version + 1 };
      // The new provider is on record before it can move anything.
      const step = await ledger.record({ operation, payment, entries: entries.splice(0) }).catch(() => undefined);
      if (step !== 'recorded') return notStored(operation, payment, conclude(result, ticket));
    }
  }

  async #run(
    { guards, provider }: GuardedProvider,
    operation: OperationRecord,
    encoded: Encoded,
    options: CallOptions,
    entries: TimelineEntry[],
  ): Promise<AttemptResult> {
    const { verb, paymentId } = operation;
    const { result } = await guards.of(groupOf(verb)).run({
      attempt: encoded.attempt,
      repeatability: (firstSentAtMs) => repeatabilityOf(encoded.idempotency, firstSentAtMs),
      onAttempt: (report) => {
        entries.push({ atMs: report.endedAtMs, type: 'attempt', text: describeAttempt(provider.id, report) });
        this.#parts.events.emit({ type: 'attempt', provider: provider.id, verb, paymentId, report });
      },
      signal: options.signal,
      deadlineMs: options.deadlineMs,
    });
    return result;
  }

  #takeOver(job: Job, others: GuardedProvider[]): { candidate: GuardedProvider; encoded: Encoded } | undefined {
    for (let candidate = others.shift(); candidate !== undefined; candidate = others.shift()) {
      const encoded = this.#encode(job, candidate);
      if (encoded !== undefined) return { candidate, encoded };
    }
    return undefined;
  }

  #encode(job: Job, { provider }: GuardedProvider): Encoded | undefined {
    try {
      return job.encode(provider);
    } catch {
      // A plugin's mistake; the thrown text may hold parts of the command.
      return undefined;
    }
  }

  async #settle(
    operation: OperationRecord,
    payment: Payment,
    outcome: Outcome<OperationResult>,
    attempts: readonly TimelineEntry[],
  ): Promise<Receipt> {
    const entries = (atMs: number): readonly TimelineEntry[] => [
      ...attempts,
      { atMs, type: freesKey(outcome) ? 'released' : 'settled', text: `${operation.verb} ${describeResult(outcome)}` },
    ];
    const applied = await applyOutcome(this.#parts, operation, payment, { outcome, entries }).catch(() => undefined);
    switch (applied?.kind) {
      case 'applied':
        return { outcome, replayed: false, payment: applied.payment, operationId: operation.id };
      case 'superseded':
        return knownReceipt(applied.operation, applied.payment);
      default:
        return notStored(operation, payment, outcome);
    }
  }
}

/** The answer for a key that is known with the same request. */
export function knownReceipt(operation: OperationRecord, payment: Payment): Receipt {
  const outcome: Outcome<OperationResult> = operation.outcome ?? {
    kind: 'rejected',
    reason: 'key_in_flight',
    message: 'the first request with this key is still being carried out',
    retryAfterMs: 1_000,
  };
  return { outcome, replayed: operation.outcome !== undefined, payment, operationId: operation.id };
}

/** The answer for a key that is known with another request. */
export const keyReused: Receipt = {
  outcome: { kind: 'rejected', reason: 'key_reused', message: 'this key was used for another request' },
  replayed: false,
};

function withEncoded(operation: Job['operation'], { providerKey, command }: Encoded): OperationRecord {
  return { ...operation, providerKey, ...(command !== undefined && { command }) };
}

function refused(message: string): Receipt {
  return { outcome: { kind: 'rejected', reason: 'invalid_command', message }, replayed: false };
}

/** The ledger could not record what happened: the operation stays in flight there, and nobody may trust more than that. */
function notStored(operation: OperationRecord, payment: Payment, outcome: Outcome<OperationResult>): Receipt {
  const ticket =
    outcome.kind === 'unknown'
      ? outcome.ticket
      : ({ by: 'inquiry', providerKey: operation.providerKey, sentAtMs: operation.startedAtMs } as const);
  return {
    outcome: { kind: 'unknown', cause: 'interrupted', message: 'the outcome could not be recorded', ticket },
    replayed: false,
    payment,
    operationId: operation.id,
  };
}
