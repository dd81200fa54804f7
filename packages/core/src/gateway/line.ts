import type { Claim } from '../ledger/ledger.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import { type TimelineEntry, timelineEntry } from '../ledger/timeline-entry.ts';
import type { Outcome, RejectReason } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { OperationResult } from '../provider/operation.ts';
import type { Provider } from '../provider/provider.ts';
import type { GuardedResult } from '../resilience/guard.ts';
import { groupOf } from '../resilience/operation-group.ts';
import { repeatabilityOf } from '../resilience/retry-policy.ts';
import { applyOutcome, type RecordingParts } from './apply-outcome.ts';
import type { Encoded } from './attempt.ts';
import { conclude, freesKey } from './conclude.ts';
import type { Receipt } from './receipt.ts';
import type { GuardedProvider } from './registry.ts';
import { mayFailOver } from './route.ts';
import { describeAttempt, describeClaim, describeResult, describeSettlement } from './timeline-text.ts';

/** What a caller may set for one call. */
export interface CallOptions {
  /** The caller gives up. What was sent stays sent, and its outcome is then `unknown`. */
  readonly signal?: AbortSignal;
  /** Shorter time for the whole call than the policy's, in milliseconds. */
  readonly deadlineMs?: number;
}

/** One operation, checked and ready to be claimed. */
export interface Job {
  /** The record of the operation, as it is claimed for the first candidate. */
  operation(encoded: Encoded): OperationRecord;
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
  readonly #onIdle: (() => void)[] = [];
  #active = 0;

  constructor(parts: RecordingParts) {
    this.#parts = parts;
  }

  /** `changed`: the payment is not what the caller read. Nothing was sent; read it again. */
  async carryOut(job: Job): Promise<Receipt | 'changed'> {
    const encoded = this.#encode(job, job.candidates[0]);
    if (encoded === undefined) return cannotExpress;
    const operation = job.operation(encoded);
    const answer = await this.#parts.ledger.claim(claimOf(operation, job.payment)).catch(() => undefined);
    switch (answer?.kind) {
      case undefined:
        return notClaimed;
      case 'payment_changed':
        return 'changed';
      case 'key_reused':
        return keyReused;
      case 'known':
        return knownReceipt(answer.operation, answer.payment);
      case 'claimed':
        this.#parts.events.emit({ type: 'payment', payment: job.payment });
        return this.#whileActive(this.#ask(job, operation, encoded));
    }
  }

  /** Resolves when every operation that was claimed here is recorded. */
  idle(): Promise<void> {
    if (this.#active === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }

  #whileActive(receipt: Promise<Receipt>): Promise<Receipt> {
    this.#active += 1;
    const leave = () => {
      this.#active -= 1;
      if (this.#active === 0) for (const resolve of this.#onIdle.splice(0)) resolve();
    };
    receipt.then(leave, leave);
    return receipt;
  }

  /** Asks the candidates until one may have moved something, then records what is known. */
  async #ask(job: Job, claimed: OperationRecord, first: Encoded): Promise<Receipt> {
    const { ledger, clock } = this.#parts;
    const startedAtMs = clock.now();
    const others = job.candidates.slice(1);
    const entries: TimelineEntry[] = [];
    let [candidate] = job.candidates;
    let encoded = first;
    let operation = claimed;
    let payment = job.payment;
    for (;;) {
      const ticket = { by: encoded.resolution.by, providerKey: operation.providerKey, sentAtMs: clock.now() };
      const options = withTimeLeft(job.options, clock.now() - startedAtMs);
      const { result } = await this.#run(candidate, operation, encoded, options, entries);
      const next = mayFailOver(result) ? this.#takeOver(job, others) : undefined;
      if (next === undefined) return this.#settle(operation, payment, conclude(result, ticket), entries);
      ({ candidate, encoded } = next);
      const { id, protocol } = candidate.provider;
      const text = `${operation.provider} executed nothing (${describeResult(result)}); ${id} takes over`;
      entries.push({ atMs: clock.now(), type: 'attempt', text });
      operation = { ...operation, provider: id, providerKey: encoded.providerKey, command: encoded.command };
      payment = { ...payment, provider: id, protocol, version: payment.version + 1 };
      // The new provider is on record before it can move anything.
      const step = await ledger.record({ operation, payment, entries: entries.splice(0) }).catch(() => undefined);
      if (step !== 'recorded') return notStored(operation, payment, conclude(result, ticket));
    }
  }

  #run(
    { guards, provider }: GuardedProvider,
    { verb, paymentId }: OperationRecord,
    { attempt, idempotency }: Encoded,
    { signal, deadlineMs }: CallOptions,
    entries: TimelineEntry[],
  ): Promise<GuardedResult> {
    return guards.of(groupOf(verb)).run({
      attempt,
      repeatability: (firstSentAtMs) => repeatabilityOf(idempotency, firstSentAtMs),
      onAttempt: (report) => {
        entries.push(timelineEntry(report.endedAtMs, 'attempt', { provider: provider.id, report }, describeAttempt));
        this.#parts.events.emit({ type: 'attempt', provider: provider.id, verb, paymentId, report });
      },
      signal,
      deadlineMs,
    });
  }

  /** Keeps what was tried on the timeline, although the outcome had come another way before. */
  async #note(operation: OperationRecord, payment: Payment, entries: readonly TimelineEntry[]): Promise<void> {
    const noted = { ...payment, version: payment.version + 1 };
    await this.#parts.ledger.record({ operation, payment: noted, entries }).catch(() => undefined);
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
    const type = freesKey(outcome) ? 'released' : 'settled';
    const facts = { verb: operation.verb, outcome };
    const entries = (atMs: number) => [...attempts, timelineEntry(atMs, type, facts, describeSettlement)];
    const applied = await applyOutcome(this.#parts, operation, payment, { outcome, entries }).catch(() => undefined);
    switch (applied?.kind) {
      case 'applied':
        return { outcome, replayed: false, payment: applied.payment, operationId: operation.id };
      case 'superseded':
        await this.#note(applied.operation, applied.payment, attempts);
        // It is this call's own outcome, although a webhook or an inquiry brought it first.
        return { ...knownReceipt(applied.operation, applied.payment), replayed: false };
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

/** The caller's time is for all candidates together. */
function withTimeLeft(options: CallOptions, spentMs: number): CallOptions {
  const { deadlineMs } = options;
  return deadlineMs === undefined ? options : { ...options, deadlineMs: Math.max(0, deadlineMs - spentMs) };
}

function claimOf(operation: OperationRecord, payment: Payment): Claim {
  const { verb, amount, provider, startedAtMs } = operation;
  return {
    operation,
    payment,
    entry: timelineEntry(startedAtMs, 'claimed', { verb, amount, provider }, describeClaim),
  };
}

const cannotExpress = rejected('invalid_command', 'the provider cannot express this command');
const notClaimed = rejected('ledger_unavailable', 'the key could not be claimed, nothing was sent');

/** The answer for a key that is known with another request. */
export const keyReused: Receipt = rejected('key_reused', 'this key was used for another request');

function rejected(reason: RejectReason, message: string): Receipt {
  return { outcome: { kind: 'rejected', reason, message }, replayed: false };
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
