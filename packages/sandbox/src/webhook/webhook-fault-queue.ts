import type { StateChangeType } from '../acquirer/state-change.ts';
import type { TimeSource } from '../clock.ts';
import { type Armed, ArmedFaults, type FaultRule, type FiringOn } from '../fault/armed-faults.ts';
import { checkFaultOrder } from '../fault/check-fault-order.ts';
import { WEBHOOK_FAULTS, type WebhookFaultName, type WebhookFaultParameters } from './webhook-fault.ts';

/** Which attempts a fault is for; all of what is given must hold. */
export interface WebhookFaultMatch {
  readonly type?: StateChangeType;
  /** The idempotency key of the request that caused the event. */
  readonly key?: string;
  readonly endpoint?: string;
  /** 1 is the first attempt. */
  readonly attempt?: number;
}

/** A webhook fault to arm. */
export interface WebhookFaultOrder extends FaultRule, WebhookFaultParameters {
  readonly fault: WebhookFaultName;
  readonly match?: WebhookFaultMatch;
}

export type ArmedWebhookFault = Armed<WebhookFaultOrder>;

/** What a webhook fault can be matched against: one attempt to deliver one event. */
export interface WebhookFaultTarget {
  readonly event: string;
  readonly type: StateChangeType;
  readonly key: string | undefined;
  readonly endpoint: string;
  readonly attempt: number;
}

export type WebhookFiring = FiringOn<WebhookFaultName, WebhookFaultTarget>;

/** The faults of attempts to deliver webhooks. */
export class WebhookFaultQueue extends ArmedFaults<WebhookFaultOrder, WebhookFaultTarget> {
  constructor(now: TimeSource) {
    super(now, { check: (order) => checkFaultOrder(order, WEBHOOK_FAULTS), matches });
  }
}

function matches({ match }: WebhookFaultOrder, target: WebhookFaultTarget): boolean {
  if (!match) return true;
  if (match.type !== undefined && match.type !== target.type) return false;
  if (match.key !== undefined && match.key !== target.key) return false;
  if (match.endpoint !== undefined && match.endpoint !== target.endpoint) return false;
  return match.attempt === undefined || match.attempt === target.attempt;
}
