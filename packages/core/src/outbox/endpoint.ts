import type { OutboxRecord } from '../ledger/outbox-record.ts';
import type { Payment } from '../model/payment.ts';

/** Where the host wants to hear of its payments. */
export interface Endpoint {
  /** Stable: it names the endpoint in the store. 1 to 64 lower-case letters, digits and hyphens. */
  readonly id: string;
  /** Default: the payments of all tenants. */
  readonly tenant?: string;
  /** The events that it wants, such as `payment.succeeded`. Default: all. */
  readonly types?: readonly string[];
}

/** What became of one try to deliver. `gone`: the endpoint wants no more of it. */
export type DeliveryVerdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string; readonly retryAfterMs?: number };

/** Signs and sends one event to one endpoint, and gives up when `signal` says so. It never throws. */
export type EventSender = (endpointId: string, event: OutboxRecord, signal: AbortSignal) => Promise<DeliveryVerdict>;

/** The endpoints and the way to them. */
export interface OutboxOptions {
  readonly endpoints: readonly Endpoint[];
  readonly send: EventSender;
  /** The payment as its events show it; it has to go into JSON. Default: the fields of a payment, amounts as strings. */
  readonly view?: (payment: Payment) => object;
}
