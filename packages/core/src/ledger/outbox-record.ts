/** An event of ours for the host, as it is stored and sent. */
export interface OutboxRecord {
  /** The event's id. Receivers recognise a repeat by it. */
  readonly id: string;
  readonly tenant: string;
  readonly paymentId: string;
  /** Such as `payment.succeeded`. */
  readonly type: string;
  /** The body, as it is sent each time: JSON. */
  readonly body: string;
  readonly atMs: number;
}

/** The durable outbox. Events get in with the step that they tell of. */
export interface Outbox {
  event(id: string): Promise<OutboxRecord | undefined>;
}
