import type { WebhookScheme } from '../webhook/webhook-scheme.ts';
import type { Operation } from './operation.ts';
import type { Payment, Refund } from './payment.ts';

/** What can become of a payment or a refund, as events name it. */
export const STATE_CHANGES = [
  'charge.succeeded',
  'charge.authorized',
  'charge.declined',
  'charge.failed',
  'charge.captured',
  'charge.voided',
  'transfer.succeeded',
  'transfer.declined',
  'transfer.failed',
  'refund.succeeded',
  'refund.declined',
  'refund.failed',
] as const;

export type StateChangeType = (typeof STATE_CHANGES)[number];

/** One change of a payment or a refund, with the resource as it stood right after. */
export interface StateChange {
  readonly type: StateChangeType;
  readonly resource: Payment | Refund;
  /** The idempotency key of the request that caused it. */
  readonly key: string | undefined;
  readonly at: number;
  /** How it is told. */
  readonly scheme: WebhookScheme;
}

/** The change that an operation made; undefined where none is told: a refusal, a capture or void that was declined. */
export function stateChangeOf({ command, outcome, key, announced }: Operation, at: number): StateChange | undefined {
  if (!announced || !outcome || outcome.kind === 'refused') return undefined;
  const { resource } = outcome;
  const type = typeOf(command.kind, outcome.kind === 'accepted', resource.status);
  return type && { type, resource, key, at, scheme: announced };
}

function typeOf(kind: Operation['command']['kind'], accepted: boolean, status: string): StateChangeType | undefined {
  switch (kind) {
    case 'capture':
      return accepted ? 'charge.captured' : undefined;
    case 'void':
      return accepted ? 'charge.voided' : undefined;
    default:
      return STATE_CHANGES.find((change) => change === `${kind}.${status}`);
  }
}
