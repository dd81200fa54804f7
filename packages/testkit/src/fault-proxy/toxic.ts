/** What a fault proxy does to a connection. "Up" is towards the target, "down" is back to the client. */
export type Toxic =
  /** A TCP reset on both sides once `bytes` have come up, or before more than `bytes` go down. */
  | { readonly type: 'reset'; readonly after: 'bytes_up' | 'bytes_down'; readonly bytes: number }
  /** An orderly close after `bytes` down. */
  | { readonly type: 'truncate'; readonly bytes: number }
  /** `bytes` down in each interval. */
  | { readonly type: 'slow'; readonly bytes: number; readonly intervalMs: number }
  /** Takes everything and answers nothing. The target sees no connection. */
  | { readonly type: 'half_open' }
  /** An orderly close at once. The target sees no connection. */
  | { readonly type: 'close_on_accept' }
  /** Everything arrives `delayMs` later, closes included, in both directions. */
  | {
      readonly type: 'delay_line';
      readonly delayMs: number;
      /**
       * The far end closes its side once nothing has come up or gone down for so long. What comes up afterwards still reaches
       * the target, its answer does not get back: the keep-alive race. Default: never.
       */
      readonly closeIdleMs?: number;
    };
