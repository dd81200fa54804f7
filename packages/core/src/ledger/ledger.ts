import type { KeyScope } from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import type { JobOffer, LeasedJob } from './job.ts';
import type { OperationRecord } from './operation-record.ts';
import type { OutboxRecord } from './outbox-record.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** An operation that a person has to settle, and the payment that it is on. */
export interface Review {
  readonly operation: OperationRecord;
  readonly payment: Payment;
}

/** A key to be claimed before the first byte is sent. */
export interface Claim {
  /** In state `in_flight`. */
  readonly operation: OperationRecord;
  /** The payment as it stands once the claim holds: a new one, or the existing one with its operation open. */
  readonly payment: Payment;
  readonly entry: TimelineEntry;
  /**
   * For a new payment: what makes two payments look alike, in one text (verb, amount, reference, accounts). Absent: it is
   * not compared with others.
   */
  readonly likeness?: string | undefined;
}

/** The answer to a claim. Only `claimed` gives the right to send. */
export type ClaimAnswer =
  | {
      readonly kind: 'claimed';
      /** A payment of the tenant with the same likeness that was begun shortly before and may have moved money. */
      readonly alike?: PaymentId;
    }
  /** The same request under this key: in flight, open or finished. */
  | { readonly kind: 'known'; readonly operation: OperationRecord; readonly payment: Payment }
  /** Another request under this key. */
  | { readonly kind: 'key_reused' }
  /** The payment has changed since it was read, or another operation is open on it. Read it again. */
  | { readonly kind: 'payment_changed' };

/** An operation and its payment after one step. `payment.version` is one more than the ledger's. */
export interface Step {
  readonly operation: OperationRecord;
  readonly payment: Payment;
  readonly entries: readonly TimelineEntry[];
  /** Jobs that the step makes necessary. */
  readonly offers?: readonly JobOffer[];
  /** The job that the step carries out: it is finished with the step, or neither is written. */
  readonly finishes?: LeasedJob;
  /** Events of ours that the step causes. */
  readonly events?: readonly OutboxRecord[];
}

/**
 * `payment_changed`: another writer was first. `job_lost`: the lease of the job had ended. Nothing was written.
 */
export type StepAnswer = 'recorded' | 'payment_changed' | 'job_lost';

/**
 * The durable record of keys, operations and payments. Each method is one atomic step that is durable when it resolves;
 * no transaction crosses the port. When a step cannot be made durable it rejects, and nothing is sent.
 */
export interface Ledger {
  /** Claims the key for tenant and key scope. Of any number of callers with one key, one gets `claimed`. */
  claim(claim: Claim): Promise<ClaimAnswer>;
  /** Records what became of a claimed or open operation. */
  record(step: Step): Promise<StepAnswer>;
  /** Records that nothing was executed, and frees the key: the same request may be claimed again. */
  release(step: Step): Promise<StepAnswer>;
  /** The operation that holds a key, if any. */
  operation(tenant: string, scope: KeyScope, idempotencyKey: string): Promise<OperationRecord | undefined>;
  operationById(id: string): Promise<OperationRecord | undefined>;
  /** The operation that a provider knows by a key of ours. */
  operationByProviderKey(provider: string, providerKey: string): Promise<OperationRecord | undefined>;
  /** The operation that a provider knows by an id of its own. */
  operationByProviderReference(provider: string, providerReference: string): Promise<OperationRecord | undefined>;
  /** Operations in flight whose owner must have died, oldest first. */
  interrupted(startedBeforeMs: number, limit: number): Promise<readonly OperationRecord[]>;
  /** Operations of all tenants in state `review`, in the order of their ids. `after`: only those behind this id. */
  reviews(limit: number, after?: string): Promise<readonly Review[]>;
  payment(tenant: string, id: PaymentId): Promise<Payment | undefined>;
  /** The operations on a payment of any tenant, oldest first. */
  operationsOf(paymentId: string): Promise<readonly OperationRecord[]>;
  /** What happened to a payment, oldest first. */
  timeline(tenant: string, id: PaymentId): Promise<readonly TimelineEntry[]>;
}
