import { type KeyScope, keyScopeOf } from '../model/command.ts';
import { PolyrailError } from '../model/error.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import type { BuriedJob, DueRequest, JobAnswer, JobOffer, LeasedJob, LeaseRequest } from './job.ts';
import type { Claim, ClaimAnswer, Review, Step, StepAnswer } from './ledger.ts';
import { MemoryJobs } from './memory-jobs.ts';
import { MemoryKeys } from './memory-keys.ts';
import { MemoryLikenesses } from './memory-likenesses.ts';
import { MemoryNames } from './memory-names.ts';
import { purgeMemory } from './memory-purge.ts';
import { type AcceptAnswer, type NotificationRecord, notificationJob } from './notification-record.ts';
import type { OperationRecord } from './operation-record.ts';
import type { OutboxRecord } from './outbox-record.ts';
import type { PurgeAnswer, PurgeRequest } from './retention.ts';
import type { Store } from './store.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** Settings of the ledger in memory. */
export interface MemoryLedgerOptions {
  /** It refuses new payments above this many. Default: 1,000,000. */
  readonly maxPayments?: number;
}

/** A store for one process without a disk: for tests, demonstrations and benchmarks. It forgets everything at exit. */
export function memoryLedger(options: MemoryLedgerOptions = {}): Store {
  return new MemoryLedger(options.maxPayments ?? 1_000_000);
}

/** A payment and what belongs to it. As few objects as it takes: the collector walks all of them. */
interface Entry {
  payment: Payment;
  /** In the order of their claims. */
  readonly operations: OperationRecord[];
  timeline: readonly TimelineEntry[];
  earlier: Entry | undefined;
}

const none: readonly never[] = [];

// The usual answers, made once.
const claimed: Promise<ClaimAnswer> = Promise.resolve({ kind: 'claimed' });
const keyReused: Promise<ClaimAnswer> = Promise.resolve({ kind: 'key_reused' });
const paymentChanged: Promise<ClaimAnswer> = Promise.resolve({ kind: 'payment_changed' });

function full(): PolyrailError {
  return new PolyrailError('ledger_unavailable', 'the ledger in memory holds as many payments as it may');
}

class MemoryLedger implements Store {
  readonly #maxPayments: number;
  readonly #payments = new Map<string, Entry>();
  /** Those with an operation in flight. */
  readonly #inFlight = new Set<Entry>();
  /** Those with an operation in review. */
  readonly #inReview = new Set<Entry>();
  readonly #keys = new MemoryKeys<Entry>();
  /** Made when first asked for: most hosts never ask. */
  #names: MemoryNames | undefined;
  /** By tenant. */
  readonly #likenesses = new Map<string, MemoryLikenesses<Entry>>();
  readonly #jobs = new MemoryJobs();
  readonly #notifications = new Map<string, NotificationRecord>();
  readonly #events = new Map<string, OutboxRecord>();

  constructor(maxPayments: number) {
    this.#maxPayments = maxPayments;
  }

  claim({ operation, payment, entry: first, likeness }: Claim): Promise<ClaimAnswer> {
    const { tenant, verb, idempotencyKey } = operation;
    const keys = this.#keys.of(tenant, keyScopeOf(verb));
    const holder = keys.get(idempotencyKey);
    if (holder !== undefined) {
      const known = lastWith(holder, operation);
      if (known?.fingerprint !== operation.fingerprint) return keyReused;
      return Promise.resolve({ kind: 'known', operation: known, payment: holder.payment });
    }
    let entry = this.#payments.get(payment.id);
    if ((entry?.payment.version ?? 0) !== payment.version - 1) return paymentChanged;
    if (entry === undefined) {
      if (this.#payments.size >= this.#maxPayments) return Promise.reject(full());
      entry = { payment, operations: [operation], timeline: [first], earlier: undefined };
      this.#payments.set(payment.id, entry);
    } else {
      entry.payment = payment;
      entry.timeline = entry.timeline.concat(first);
      entry.operations.push(operation);
    }
    keys.set(idempotencyKey, entry);
    this.#inFlight.add(entry);
    this.#names?.add(entry.operations, entry.operations.length - 1);
    const alike = likeness === undefined ? undefined : this.#likenessesOf(tenant).add(entry, likeness);
    return alike === undefined ? claimed : Promise.resolve({ kind: 'claimed', alike });
  }

  async record(step: Step): Promise<StepAnswer> {
    return this.#apply(step);
  }

  async release(step: Step): Promise<StepAnswer> {
    const answer = this.#apply(step);
    const { tenant, verb, idempotencyKey } = step.operation;
    if (answer === 'recorded') this.#keys.of(tenant, keyScopeOf(verb)).delete(idempotencyKey);
    return answer;
  }

  async operation(tenant: string, scope: KeyScope, key: string): Promise<OperationRecord | undefined> {
    const holder = this.#keys.of(tenant, scope).get(key);
    return holder?.operations.findLast((operation) => isUnder(operation, scope, key));
  }

  async operationById(id: string): Promise<OperationRecord | undefined> {
    return this.#allNames().byId(id);
  }

  async operationByProviderKey(provider: string, providerKey: string): Promise<OperationRecord | undefined> {
    return this.#allNames().byProviderKey(provider, providerKey);
  }

  async operationByProviderReference(provider: string, reference: string): Promise<OperationRecord | undefined> {
    return this.#allNames().byProviderReference(provider, reference);
  }

  async interrupted(startedBeforeMs: number, limit: number): Promise<readonly OperationRecord[]> {
    const found: OperationRecord[] = [];
    for (const { operations } of this.#inFlight) {
      for (const operation of operations)
        if (operation.state === 'in_flight' && operation.startedAtMs < startedBeforeMs) found.push(operation);
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  async reviews(limit: number, after = ''): Promise<readonly Review[]> {
    const reviews = [...this.#inReview].flatMap(({ operations, payment }) =>
      operations.filter(({ state }) => state === 'review').map((operation) => ({ operation, payment })),
    );
    return reviews
      .filter(({ operation }) => operation.id > after)
      .sort((a, b) => (a.operation.id < b.operation.id ? -1 : 1))
      .slice(0, limit);
  }

  async payment(tenant: string, id: PaymentId): Promise<Payment | undefined> {
    return this.#owned(tenant, id)?.payment;
  }

  async operationsOf(paymentId: string): Promise<readonly OperationRecord[]> {
    return this.#payments.get(paymentId)?.operations.slice() ?? [];
  }

  async timeline(tenant: string, id: PaymentId): Promise<readonly TimelineEntry[]> {
    const entries = this.#owned(tenant, id)?.timeline ?? none;
    return entries.map(({ atMs, type, text }) => ({ atMs, type, text }));
  }

  async accept(records: readonly NotificationRecord[], nowMs: number): Promise<readonly AcceptAnswer[]> {
    return records.map((record) => {
      const known = this.#notifications.get(record.id);
      if (known !== undefined) return known.digest === record.digest ? 'duplicate' : 'conflict';
      this.#notifications.set(record.id, record);
      this.#jobs.offer(notificationJob(record, nowMs), nowMs);
      return 'new';
    });
  }

  async notification(id: string): Promise<NotificationRecord | undefined> {
    return this.#notifications.get(id);
  }

  async event(id: string): Promise<OutboxRecord | undefined> {
    return this.#events.get(id);
  }

  due(request: DueRequest): Promise<readonly JobOffer[]> {
    return this.#jobs.due(request);
  }

  lease(request: LeaseRequest): Promise<readonly LeasedJob[]> {
    return this.#jobs.lease(request);
  }

  finish(job: LeasedJob): Promise<JobAnswer> {
    return this.#jobs.finish(job);
  }

  postpone(job: LeasedJob, runAtMs: number): Promise<JobAnswer> {
    return this.#jobs.postpone(job, runAtMs);
  }

  bury(job: LeasedJob, atMs: number, reason: string): Promise<JobAnswer> {
    return this.#jobs.bury(job, atMs, reason);
  }

  buried(limit: number): Promise<readonly BuriedJob[]> {
    return this.#jobs.buried(limit);
  }

  revive(id: string, runAtMs: number): Promise<boolean> {
    return this.#jobs.revive(id, runAtMs);
  }

  async purge(request: PurgeRequest): Promise<PurgeAnswer> {
    const [payments, notifications, events] = [this.#payments, this.#notifications, this.#events];
    const removePayment = (id: string) => this.#remove(id);
    return purgeMemory({ payments, notifications, events, subjects: this.#jobs.subjects(), removePayment }, request);
  }

  async close(): Promise<void> {}

  #likenessesOf(tenant: string): MemoryLikenesses<Entry> {
    let likenesses = this.#likenesses.get(tenant);
    if (likenesses === undefined) {
      likenesses = new MemoryLikenesses();
      this.#likenesses.set(tenant, likenesses);
    }
    return likenesses;
  }

  #remove(paymentId: string): void {
    const entry = this.#payments.get(paymentId);
    for (const { tenant, verb, idempotencyKey } of entry?.operations ?? []) {
      const keys = this.#keys.of(tenant, keyScopeOf(verb));
      if (keys.get(idempotencyKey) === entry) keys.delete(idempotencyKey);
    }
    this.#payments.delete(paymentId);
    // Made again when somebody asks.
    this.#names = undefined;
  }

  #apply({ operation, payment, entries, offers = none, finishes, events = none }: Step): StepAnswer {
    const entry = this.#payments.get(operation.paymentId);
    const index = entry?.operations.findIndex(({ id }) => id === operation.id) ?? -1;
    if (entry === undefined || index === -1)
      throw new PolyrailError('ledger_unavailable', `operation ${operation.id} is not in the ledger`);
    if (payment.version !== entry.payment.version + 1) return 'payment_changed';
    if (finishes !== undefined && !this.#jobs.holds(finishes)) return 'job_lost';
    entry.payment = payment;
    entry.timeline = entry.timeline.concat(entries);
    entry.operations[index] = operation;
    keepIf(this.#inFlight, entry, 'in_flight');
    keepIf(this.#inReview, entry, 'review');
    this.#names?.add(entry.operations, index);
    for (const offer of offers) this.#jobs.offer(offer, payment.updatedAtMs);
    for (const event of events) this.#events.set(event.id, event);
    if (finishes !== undefined) this.#jobs.drop(finishes);
    return 'recorded';
  }

  #allNames(): MemoryNames {
    if (this.#names === undefined) {
      this.#names = new MemoryNames();
      for (const { operations } of this.#payments.values())
        for (const index of operations.keys()) this.#names.add(operations, index);
    }
    return this.#names;
  }

  #owned(tenant: string, id: PaymentId): Entry | undefined {
    const entry = this.#payments.get(id);
    return entry?.payment.tenant === tenant ? entry : undefined;
  }
}

/** The operation of an entry that was claimed with the same key. */
function lastWith({ operations }: Entry, { verb, idempotencyKey }: OperationRecord): OperationRecord | undefined {
  return operations.findLast((operation) => isUnder(operation, keyScopeOf(verb), idempotencyKey));
}

function isUnder({ verb, idempotencyKey }: OperationRecord, scope: KeyScope, key: string): boolean {
  return idempotencyKey === key && keyScopeOf(verb) === scope;
}

function keepIf(entries: Set<Entry>, entry: Entry, state: OperationRecord['state']): void {
  if (entry.operations.some((operation) => operation.state === state)) entries.add(entry);
  else if (entries.size > 0) entries.delete(entry);
}
