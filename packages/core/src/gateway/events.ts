import type { BuriedJob } from '../ledger/job.ts';
import type { Verb } from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import type { NotificationRefusal } from '../provider/notification.ts';
import type { AttemptReport } from '../resilience/guard.ts';

/** What observers see. It holds no secret. Never use amounts or references as metric labels. */
export type GatewayEvent =
  | {
      readonly type: 'attempt';
      readonly provider: string;
      readonly verb: Verb;
      readonly paymentId: PaymentId;
      readonly report: AttemptReport;
    }
  | { readonly type: 'payment'; readonly payment: Payment }
  /** It looks like an earlier payment under another key, and is carried out all the same. */
  | { readonly type: 'likely_double'; readonly payment: Payment; readonly earlier: PaymentId }
  | { readonly type: 'review'; readonly payment: Payment; readonly operationId: string }
  | { readonly type: 'job_buried'; readonly job: BuriedJob }
  | { readonly type: 'notification_refused'; readonly provider: string; readonly reason: NotificationRefusal }
  | { readonly type: 'trouble'; readonly message: string }
  | { readonly type: 'conflict'; readonly payment: Payment; readonly message: string };

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
