import { type KeyScope, keyScopeOf } from '../model/command.ts';
import { PolyrailError } from '../model/error.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import type { BuriedJob, JobAnswer, LeasedJob, LeaseRequest } from './job.ts';
import type { Claim, ClaimAnswer, Step, StepAnswer } from './ledger.ts';
import { MemoryJobs } from './memory-jobs.ts';
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

interface Entry {
  payment: Payment;
  readonly operationIds: string[];
  readonly timeline: TimelineEntry[];
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
  readonly #operations = new Map<string, OperationRecord>();
  readonly #inFlight = new Set<string>();
  /** Operation ids by the caller's key. */
  readonly #keys = new Map<string, string>();
  /** Operation ids by what providers call them. Made when first asked for: most hosts never ask. */
  #providerNames: Map<string, string> | undefined;
  readonly #jobs = new MemoryJobs();
  readonly #notifications = new Map<string, NotificationRecord>();
  readonly #events = new Map<string, OutboxRecord>();

  constructor(maxPayments: number) {
    this.#maxPayments = maxPayments;
  }

  claim({ operation, payment, entry }: Claim): Promise<ClaimAnswer> {
    const key = keyOf(operation);
    const holder = this.#find(this.#keys, key);
    if (holder !== undefined) {
      if (holder.fingerprint !== operation.fingerprint) return keyReused;
      return Promise.resolve({ kind: 'known', operation: holder, payment: this.#entry(holder.paymentId).payment });
    }
    const existing = this.#payments.get(payment.id);
    if ((existing?.payment.version ?? 0) !== payment.version - 1) return paymentChanged;
    if (existing === undefined && this.#payments.size >= this.#maxPayments) return Promise.reject(full());
    this.#keys.set(key, operation.id);
    this.#operations.set(operation.id, operation);
    if (this.#providerNames !== undefined) addNames(this.#providerNames, operation);
    this.#inFlight.add(operation.id);
    if (existing === undefined) {
      this.#payments.set(payment.id, { payment, operationIds: [operation.id], timeline: [entry] });
    } else {
      existing.payment = payment;
      existing.operationIds.push(operation.id);
      existing.timeline.push(entry);
    }
    return claimed;
  }

  async record(step: Step): Promise<StepAnswer> {
    return this.#apply(step);
  }

  async release(step: Step): Promise<StepAnswer> {
    const answer = this.#apply(step);
    if (answer === 'recorded') this.#keys.delete(keyOf(step.operation));
    return answer;
  }

  async operation(tenant: string, scope: KeyScope, key: string): Promise<OperationRecord | undefined> {
    return this.#find(this.#keys, callerName(tenant, scope, key));
  }

  async operationById(id: string): Promise<OperationRecord | undefined> {
    return this.#operations.get(id);
  }

  async operationByProviderKey(provider: string, providerKey: string): Promise<OperationRecord | undefined> {
    return this.#find(this.#names(), providerName('key', provider, providerKey));
  }

  async operationByProviderReference(provider: string, reference: string): Promise<OperationRecord | undefined> {
    return this.#find(this.#names(), providerName('reference', provider, reference));
  }

  async interrupted(startedBeforeMs: number, limit: number): Promise<readonly OperationRecord[]> {
    const found: OperationRecord[] = [];
    for (const id of this.#inFlight) {
      const operation = this.#operations.get(id);
      if (operation !== undefined && operation.startedAtMs < startedBeforeMs) found.push(operation);
      if (found.length >= limit) break;
    }
    return found;
  }

  async payment(tenant: string, id: PaymentId): Promise<Payment | undefined> {
    return this.#owned(tenant, id)?.payment;
  }

  async operationsOf(paymentId: string): Promise<readonly OperationRecord[]> {
    const ids = this.#payments.get(paymentId)?.operationIds ?? [];
    return ids.flatMap((id) => this.#operations.get(id) ?? []);
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

  #remove(paymentId: string): void {
    for (const id of this.#payments.get(paymentId)?.operationIds ?? []) {
      const operation = this.#operations.get(id);
      if (operation !== undefined && this.#keys.get(keyOf(operation)) === id) this.#keys.delete(keyOf(operation));
      this.#operations.delete(id);
    }
    this.#payments.delete(paymentId);
    // Made again when somebody asks.
    this.#providerNames = undefined;
  }

  #apply({ operation, payment, entries, offers = none, finishes, events = none }: Step): StepAnswer {
    const entry = this.#entry(operation.paymentId);
    if (payment.version !== entry.payment.version + 1) return 'payment_changed';
    if (finishes !== undefined && !this.#jobs.holds(finishes)) return 'job_lost';
    entry.payment = payment;
    entry.timeline.push(...entries);
    this.#operations.set(operation.id, operation);
    if (operation.state !== 'in_flight') this.#inFlight.delete(operation.id);
    if (this.#providerNames !== undefined) addNames(this.#providerNames, operation);
    for (const offer of offers) this.#jobs.offer(offer, payment.updatedAtMs);
    for (const event of events) this.#events.set(event.id, event);
    if (finishes !== undefined) this.#jobs.drop(finishes);
    return 'recorded';
  }

  #find(index: ReadonlyMap<string, string>, name: string): OperationRecord | undefined {
    const id = index.get(name);
    return id === undefined ? undefined : this.#operations.get(id);
  }

  #names(): ReadonlyMap<string, string> {
    if (this.#providerNames === undefined) {
      this.#providerNames = new Map();
      for (const operation of this.#operations.values()) addNames(this.#providerNames, operation);
    }
    return this.#providerNames;
  }

  #owned(tenant: string, id: PaymentId): Entry | undefined {
    const entry = this.#payments.get(id);
    return entry?.payment.tenant === tenant ? entry : undefined;
  }

  #entry(id: PaymentId): Entry {
    const entry = this.#payments.get(id);
    if (entry === undefined) throw new PolyrailError('ledger_unavailable', `payment ${id} is not in the ledger`);
    return entry;
  }
}

function keyOf({ tenant, verb, idempotencyKey }: OperationRecord): string {
  return callerName(tenant, keyScopeOf(verb), idempotencyKey);
}

function callerName(tenant: string, scope: KeyScope, idempotencyKey: string): string {
  return `caller\n${tenant}\n${scope}\n${idempotencyKey}`;
}

function providerName(by: 'key' | 'reference', provider: string, value: string): string {
  return `${by}\n${provider}\n${value}`;
}

function addNames(names: Map<string, string>, { id, provider, providerKey, outcome }: OperationRecord): void {
  names.set(providerName('key', provider, providerKey), id);
  const reference = outcome !== undefined && 'value' in outcome ? outcome.value.providerReference : undefined;
  const name = reference === undefined ? undefined : providerName('reference', provider, reference);
  // A capture is answered with the id of its payment: the first operation keeps the name.
  if (name !== undefined && !names.has(name)) names.set(name, id);
}
