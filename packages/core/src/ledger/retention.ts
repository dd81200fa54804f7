/** What may go. */
export interface PurgeRequest {
  /** Everything that is finished and has not changed since this time, in milliseconds since 1970. */
  readonly beforeMs: number;
  /** The most of each kind in one step, so that no payment waits for it. Default: 500. */
  readonly limit?: number;
}

/** How many went. When one of them is the limit there may be more. */
export interface PurgeAnswer {
  readonly payments: number;
  readonly notifications: number;
  readonly events: number;
}

/** Forgets what is older than every window. */
export interface Retention {
  /**
   * Removes the oldest finished payments with their keys, notifications and events, in one durable step. A payment with
   * an open operation stays, and so does everything that a job still speaks of, buried jobs included.
   */
  purge(request: PurgeRequest): Promise<PurgeAnswer>;
}
