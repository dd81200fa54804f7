import type { StateChangeType } from '../acquirer/state-change.ts';
import type { WebhookFaultName } from './webhook-fault.ts';

/** How webhooks are delivered. */
export interface DeliverySettings {
  /** How long to wait before each attempt, the first included; as many attempts as there are entries. */
  readonly retryDelaysMs: readonly number[];
  /** How long a receiver has to answer, in real time. Default 5,000. */
  readonly timeoutMs: number;
  /** How many attempts may be under way. Default 16. */
  readonly maxInFlight: number;
}

/** At once, then after 5 s, 30 s, 2 min, 10 min, 1 h, 3 h, 6 h, 12 h and 24 h. */
export const DEFAULT_DELIVERY: DeliverySettings = {
  retryDelaysMs: [0, 5, 30, 120, 600, 3600, 10_800, 21_600, 43_200, 86_400].map((seconds) => seconds * 1000),
  timeoutMs: 5000,
  maxInFlight: 16,
};

/** One attempt to deliver one event to one endpoint. */
export interface DeliveryAttempt {
  readonly event: string;
  readonly type: StateChangeType;
  readonly endpoint: string;
  /** 1 is the first. */
  readonly attempt: number;
  readonly at: number;
  /** What the receiver answered; undefined where nothing was sent, or no answer came. */
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly fault: WebhookFaultName | undefined;
}
