import type { OutboxRecord } from '../ledger/outbox-record.ts';

/** Where the host wants to hear of its payments. */
export interface Endpoint {
  /** Stable: it names the endpoint in the store. */
  readonly id: string;
  /** Default: the payments of all tenants. */
  readonly tenant?: string;
}

/** What became of one try to deliver. `gone`: the endpoint wants no more of it. */
export type DeliveryVerdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string; readonly retryAfterMs?: number };

/** Signs and sends one event to one endpoint. It never throws. */
export type EventSender = (endpointId: string, event: OutboxRecord) => Promise<DeliveryVerdict>;

/** The endpoints and the way to them. */
export interface OutboxOptions {
  readonly endpoints: readonly Endpoint[];
  readonly send: EventSender;
}
