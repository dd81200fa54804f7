import { redactText } from '@polyrail/redaction';
import type { Claim, ClaimAnswer } from '../ledger/ledger.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import { type TimelineEntry, timelineEntry } from '../ledger/timeline-entry.ts';
import type { MoneyVerb } from '../model/command.ts';
import { PolyrailError } from '../model/error.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { ResolutionTicket } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { ProviderCommands } from '../provider/operation.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import type { GuardedResult } from '../resilience/guard.ts';
import { longestCallMs } from '../resilience/longest-call.ts';
import { groupOf } from '../resilience/operation-group.ts';
import { repeatabilityOf } from '../resilience/retry-policy.ts';
import type { RecordingParts } from './apply-outcome.ts';
import { type Encoded, encodeOperation } from './attempt.ts';
import { conclude } from './conclude.ts';
import { Conclusions, notRecorded } from './conclusions.ts';
import { factsOf } from './events.ts';
import { keyReused, knownReceipt, type Receipt, rejected } from './receipt.ts';
import type { GuardedProvider } from './registry.ts';
import { mayFailOver } from './route.ts';
import { describeAttempt, describeClaim, describeLikelyDouble, describeResult } from './timeline-text.ts';

/** What a caller may set for one call. */
export interface CallOptions {
  /** The caller gives up. What was sent stays sent, and its outcome is then `unknown`. */
  readonly signal?: AbortSignal;
  /** Shorter time for the whole call than the policy's, in milliseconds. */
  readonly deadlineMs?: number;
}

/** One operation, checked and ready to be claimed. */
export interface Job {
  readonly id: string;
  readonly verb: MoneyVerb;
  /** As a provider gets it. */
  readonly command: ProviderCommands[MoneyVerb];
  readonly fingerprint: string;
  readonly startedAtMs: number;
  /** As it stands once the claim holds. */
  readonly payment: Payment;
  /** Of a new payment: what makes it look like another one. */
  readonly likeness?: string;
  /** Who is asked first; it is the provider of the payment. */
  readonly first: GuardedProvider;
  /** Who may take over, in order. */
  readonly others: readonly GuardedProvider[];
  readonly options: CallOptions;
}

/** A claimed operation on its way: who is asked, and the records as the ledger has them. */
interface Passage {
  readonly job: Job;
  readonly startedAtMs: number;
  candidate: GuardedProvider;
  encoded: Encoded;
  operation: OperationRecord;
  payment: Payment;
  /** How many of the others were passed over or asked. */
  others: number;
  sentAtMs: number;
  /** Not yet in the ledger. */
  entries: TimelineEntry[];
}

/**
 * The straight line of an operation that moves money:
 * claim → guard (encode was before) → outcome → reduce → record → events.
 */
export class Line {
  readonly #parts: RecordingParts;
  readonly #conclusions: Conclusions;
  readonly #onIdle: (() => void)[] = [];
  #active = 0;

  constructor(parts: RecordingParts) {
    this.#parts = parts;
    this.#conclusions = new Conclusions(parts);
  }

  /** `changed`: the payment is not what the caller read. Nothing was sent; read it again. */
  async carryOut(job: Job): Promise<Receipt | 'changed'> {
    const encoded = encode(job, job.first);
    if (encoded === undefined) return cannotExpress;
    if (typeof encoded === 'string') return rejected('invalid_command', encoded);
    const operation = operationOf(job, encoded);
    let answer: ClaimAnswer;
    try {
      answer = await this.#parts.ledger.claim(claimOf(operation, job));
    } catch (error) {
      this.#parts.events.emit({ type: 'claim_failed', message: redactText(String(error)) });
      this.#conclusions.giveBack(operation, job.payment);
      return notClaimed;
    }
    if (answer.kind !== 'claimed') return answerOf(answer);
    this.#active += 1;
    try {
      return await this.#carryThrough(job, operation, encoded, answer.alike);
    } finally {
      this.#active -= 1;
      if (this.#active === 0) for (const resolve of this.#onIdle.splice(0)) resolve();
    }
  }

  /** Resolves when every operation that was claimed here is recorded, or the store has refused it once more. */
  async end(): Promise<void> {
    if (this.#active > 0) await new Promise<void>((resolve) => this.#onIdle.push(resolve));
    await this.#conclusions.end();
  }

  /** Asks the candidates until one may have moved something, then records what is known. */
  async #carryThrough(
    job: Job,
    operation: OperationRecord,
    encoded: Encoded,
    alike: PaymentId | undefined,
  ): Promise<Receipt> {
    const { first: candidate } = job;
    const payment = alike === undefined ? job.payment : { ...job.payment, likelyDoubleOf: alike };
    const now = this.#parts.clock.now();
    this.#parts.events.emit({ type: 'operation_claimed', operation: factsOf(operation, payment) });
    this.#parts.events.emit({ type: 'payment', payment });
    if (alike !== undefined) this.#parts.events.emit({ type: 'likely_double', payment, earlier: alike });
    const passage: Passage = {
      job,
      startedAtMs: now,
      candidate,
      encoded,
      operation,
      payment,
      others: 0,
      sentAtMs: now,
      entries: alike === undefined ? [] : [timelineEntry(now, 'likely_double', alike, describeLikelyDouble)],
    };
    for (;;) {
      const { result } = await this.#ask(passage);
      const ticket = ticketOf(passage);
      if (!mayFailOver(result) || !this.#turn(passage, result))
        return this.#answer(passage, await this.#conclusions.record(passage, conclude(result, ticket)));
      // The new provider is on record before it can move anything.
      if (!(await this.#recordTurn(passage)))
        return this.#answer(passage, notRecorded(passage, conclude(result, ticket)));
    }
  }

  #answer({ operation, payment }: Passage, receipt: Receipt): Receipt {
    const { clock, events } = this.#parts;
    const { outcome } = receipt;
    events.emit({ type: 'operation_answered', operation: factsOf(operation, payment), outcome, atMs: clock.now() });
    return receipt;
  }

  #ask(passage: Passage): Promise<GuardedResult> {
    const { candidate, encoded, operation, startedAtMs } = passage;
    const { signal, deadlineMs = longestCallMs } = passage.job.options;
    const { id: operationId, verb, paymentId } = operation;
    // The caller's time is for all candidates together, and so is ours, which begins before the claim.
    const endsAtMs = Math.min(startedAtMs + deadlineMs, operation.startedAtMs + longestCallMs);
    return candidate.guards.of(groupOf(verb)).run({
      attempt: encoded.attempt,
      repeatability: (firstSentAtMs) => repeatabilityOf(encoded.idempotency, firstSentAtMs),
      onAttempt: (report) => {
        const { id: provider } = candidate.provider;
        const event = { type: 'attempt', provider, verb, paymentId, operationId, report } as const;
        passage.entries.push(timelineEntry(report.endedAtMs, 'attempt', event, describeAttempt));
        this.#parts.events.emit(event);
      },
      signal,
      deadlineMs: Math.max(0, endsAtMs - this.#parts.clock.now()),
    });
  }

  /** Turns to the next candidate that can express the command. False when there is none. */
  #turn(passage: Passage, result: AttemptResult): boolean {
    const { job } = passage;
    for (;;) {
      const candidate = job.others[passage.others];
      if (candidate === undefined) return false;
      passage.others += 1;
      const encoded = encode(job, candidate);
      if (encoded === undefined || typeof encoded === 'string') continue;
      const now = this.#parts.clock.now();
      const { id, protocol } = candidate.provider;
      const text = `${passage.operation.provider} executed nothing (${describeResult(result)}); ${id} takes over`;
      passage.entries.push({ atMs: now, type: 'attempt', text });
      const { providerKey, command, request } = encoded;
      const operation = { ...passage.operation, provider: id, providerKey, command, request };
      const payment = { ...passage.payment, provider: id, protocol, version: passage.payment.version + 1 };
      Object.assign(passage, { candidate, encoded, operation, payment, sentAtMs: now });
      return true;
    }
  }

  async #recordTurn(passage: Passage): Promise<boolean> {
    const { operation, payment, entries } = passage;
    passage.entries = [];
    const step = await this.#parts.ledger.record({ operation, payment, entries }).catch(() => undefined);
    return step === 'recorded';
  }
}

/** A text: why this provider cannot express the command. */
function encode(job: Job, { provider }: GuardedProvider): Encoded | string | undefined {
  try {
    return encodeOperation(provider, job.verb, job.command, job.startedAtMs);
  } catch (error) {
    // What else is thrown is a plugin's mistake, and its text may hold parts of the command.
    return PolyrailError.is(error) ? redactText(error.message) : undefined;
  }
}

function ticketOf({ encoded, operation, sentAtMs }: Passage): ResolutionTicket {
  return { by: encoded.resolution.by, providerKey: operation.providerKey, sentAtMs };
}

function answerOf(answer: Exclude<ClaimAnswer, { kind: 'claimed' }>): Receipt | 'changed' {
  switch (answer.kind) {
    case 'payment_changed':
      return 'changed';
    case 'key_reused':
      return keyReused;
    case 'known':
      return knownReceipt(answer.operation, answer.payment);
  }
}

function operationOf(
  { id, verb, command, fingerprint, startedAtMs, payment }: Job,
  { providerKey, command: kept, request }: Encoded,
): OperationRecord {
  return {
    id,
    tenant: payment.tenant,
    verb,
    paymentId: payment.id,
    idempotencyKey: command.idempotencyKey,
    fingerprint,
    provider: payment.provider,
    providerKey,
    amount: command.amount,
    state: 'in_flight',
    outcome: undefined,
    command: kept,
    request,
    startedAtMs,
  };
}

function claimOf(operation: OperationRecord, { payment, likeness }: Job): Claim {
  const { verb, amount, provider, startedAtMs } = operation;
  const facts = { verb, amount, provider };
  return { operation, payment, entry: timelineEntry(startedAtMs, 'claimed', facts, describeClaim), likeness };
}

const cannotExpress = rejected('invalid_command', 'the provider cannot express this command');
const notClaimed = rejected('ledger_unavailable', 'the key could not be claimed, nothing was sent');
