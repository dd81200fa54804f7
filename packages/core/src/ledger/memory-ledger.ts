import { type KeyScope, keyScopeOf } from '../model/command.ts';
import { PolyrailError } from '../model/error.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import type { Claim, ClaimAnswer, Ledger, Step, StepAnswer } from './ledger.ts';
import type { OperationRecord, TimelineEntry } from './operation-record.ts';

/** Settings of the ledger in memory. */
export interface MemoryLedgerOptions {
  /** It refuses new payments above this many. Default: 1,000,000. */
  readonly maxPayments?: number;
}

interface Entry {
  payment: Payment;
  readonly operations: Map<string, OperationRecord>;
  readonly timeline: TimelineEntry[];
}

/** A ledger for one process without a disk: for tests, demonstrations and benchmarks. It forgets everything at exit. */
export function memoryLedger(options: MemoryLedgerOptions = {}): Ledger {
  return new MemoryLedger(options.maxPayments ?? 1_000_000);
}

class MemoryLedger implements Ledger {
  readonly #maxPayments: number;
  readonly #payments = new Map<PaymentId, Entry>();
  readonly #keys = new Map<string, OperationRecord>();

  constructor(maxPayments: number) {
    this.#maxPayments = maxPayments;
  }

  async claim({ operation, payment, entry }: Claim): Promise<ClaimAnswer> {
    const key = keyOf(operation);
    const holder = this.#keys.get(key);
    if (holder !== undefined) {
      if (holder.fingerprint !== operation.fingerprint) return { kind: 'key_reused' };
      return { kind: 'known', operation: holder, payment: this.#entry(holder.paymentId).payment };
    }
    const existing = this.#payments.get(payment.id);
    if ((existing?.payment.version ?? 0) !== payment.version - 1) return { kind: 'payment_changed' };
    if (existing === undefined && this.#payments.size >= this.#maxPayments)
      throw new PolyrailError('ledger_unavailable', `the ledger in memory holds ${this.#maxPayments} payments`);
    this.#keys.set(key, operation);
    if (existing === undefined) {
      const operations = new Map([[operation.id, operation]]);
      this.#payments.set(payment.id, { payment, operations, timeline: [entry] });
    } else {
      existing.payment = payment;
      existing.operations.set(operation.id, operation);
      existing.timeline.push(entry);
    }
    return { kind: 'claimed' };
  }

  async record(step: Step): Promise<StepAnswer> {
    if (!this.#apply(step)) return 'payment_changed';
    this.#keys.set(keyOf(step.operation), step.operation);
    return 'recorded';
  }

  async release(step: Step): Promise<StepAnswer> {
    if (!this.#apply(step)) return 'payment_changed';
    this.#keys.delete(keyOf(step.operation));
    return 'recorded';
  }

  async operation(tenant: string, scope: KeyScope, key: string): Promise<OperationRecord | undefined> {
    return this.#keys.get(spell(tenant, scope, key));
  }

  async payment(tenant: string, id: PaymentId): Promise<Payment | undefined> {
    return this.#find(tenant, id)?.payment;
  }

  async operations(tenant: string, id: PaymentId): Promise<readonly OperationRecord[]> {
    return [...(this.#find(tenant, id)?.operations.values() ?? [])];
  }

  async timeline(tenant: string, id: PaymentId): Promise<readonly TimelineEntry[]> {
    return [...(this.#find(tenant, id)?.timeline ?? [])];
  }

  #apply({ operation, payment, entries }: Step): boolean {
    const entry = this.#entry(operation.paymentId);
    if (payment.version !== entry.payment.version + 1) return false;
    entry.payment = payment;
    entry.operations.set(operation.id, operation);
    entry.timeline.push(...entries);
    return true;
  }

  #find(tenant: string, id: PaymentId): Entry | undefined {
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
  return spell(tenant, keyScopeOf(verb), idempotencyKey);
}

function spell(tenant: string, scope: KeyScope, idempotencyKey: string): string {
  return `${tenant}\n${scope}\n${idempotencyKey}`;
}
