import type { BuriedJob } from '../ledger/job.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Verb } from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { NotificationRefusal } from '../provider/notification.ts';
import type { OperationResult } from '../provider/operation.ts';
import type { AttemptReport } from '../resilience/guard.ts';

/** Which operation an event is about. No key, amount or reference is in it. */
export interface OperationFacts
  extends Pick<OperationRecord, 'id' | 'verb' | 'paymentId' | 'provider' | 'startedAtMs'> {
  readonly protocol: string;
}

/** How an outcome came to be known, and since when that was on its way, in milliseconds since 1970. */
export interface Origin {
  readonly by: 'answer' | 'inquiry' | 'notification' | 'person' | 'take_over';
  readonly sinceMs: number;
}

/** What observers see. It holds no secret. Never use amounts or references as metric labels. */
export type GatewayEvent =
  | {
      readonly type: 'attempt';
      readonly provider: string;
      readonly verb: Verb;
      readonly paymentId: PaymentId;
      readonly operationId: string;
      readonly report: AttemptReport;
    }
  /** The ledger could not write the claim of an operation, so nothing was sent. */
  | { readonly type: 'claim_failed'; readonly message: string }
  /** It holds its claim and is carried out from now on. */
  | { readonly type: 'operation_claimed'; readonly operation: OperationFacts }
  /** What its caller gets. One that is still open is settled later. Each that was claimed here ends with one of these. */
  | {
      readonly type: 'operation_answered';
      readonly operation: OperationFacts;
      readonly outcome: Outcome<OperationResult>;
      readonly atMs: number;
    }
  /** An outcome was recorded, whatever way it came. */
  | {
      readonly type: 'outcome_recorded';
      readonly operation: OperationFacts;
      readonly outcome: Outcome<OperationResult>;
      readonly origin: Origin;
      readonly atMs: number;
    }
  | { readonly type: 'payment'; readonly payment: Payment }
  /** It looks like an earlier payment under another key, and is carried out all the same. */
  | { readonly type: 'likely_double'; readonly payment: Payment; readonly earlier: PaymentId }
  | { readonly type: 'review'; readonly payment: Payment; readonly operationId: string }
  | { readonly type: 'job_buried'; readonly job: BuriedJob }
  /** An endpoint of the host did not take an event of ours. It is tried again, until the job is buried. */
  | { readonly type: 'delivery_failed'; readonly endpoint: string; readonly attempts: number; readonly reason: string }
  | { readonly type: 'notification_refused'; readonly provider: string; readonly reason: NotificationRefusal }
  /** One arrived and was answered for. */
  | {
      readonly type: 'notification_received';
      readonly provider: string;
      readonly reception: 'stored' | 'refused' | 'unavailable';
      /** Of a refusal. */
      readonly reason: NotificationRefusal | undefined;
      readonly startedAtMs: number;
      readonly endedAtMs: number;
    }
  | { readonly type: 'trouble'; readonly message: string }
  | { readonly type: 'conflict'; readonly payment: Payment; readonly message: string };

/** The facts of an operation that is asked of the provider of its payment. */
export function factsOf(
  { id, verb, paymentId, provider, startedAtMs }: OperationRecord,
  { protocol }: Payment,
): OperationFacts {
  return { id, verb, paymentId, provider, startedAtMs, protocol };
}

/** Hears of events in the order in which they happen. What it throws is ignored: an observer cannot stop a payment. */
export type GatewayListener = (event: GatewayEvent) => void;

/** Tells all listeners. */
export class GatewayEvents {
  readonly #listeners = new Set<GatewayListener>();

  /** @returns a function that ends the subscription */
  subscribe(listener: GatewayListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: GatewayEvent): void {
    for (const listener of this.#listeners) {
      // The money has moved already; the observer's fault is its own, also when it comes later.
      try {
        const later: unknown = listener(event);
        if (later instanceof Promise) later.catch(() => undefined);
      } catch {}
    }
  }
}
