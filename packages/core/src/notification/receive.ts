import type { GatewayEvents } from '../gateway/events.ts';
import type { Registry } from '../gateway/registry.ts';
import type { AcceptAnswer } from '../ledger/notification-record.ts';
import type { Store } from '../ledger/store.ts';
import { PolyrailError } from '../model/error.ts';
import type { Clock } from '../provider/clock.ts';
import type {
  NotificationMessage,
  NotificationRefusal,
  Notifications,
  VerifiedMessage,
} from '../provider/notification.ts';
import { acceptRecords } from './accept-records.ts';
import { readMessage } from './read-message.ts';

/** The answer at the inbox's door. Only `stored` may be acknowledged to the sender. */
export type Reception =
  | {
      readonly kind: 'stored';
      readonly acknowledgement: NonNullable<Notifications['acknowledgement']>;
      /** One for each event, in their order; the last may be for what could not be read. */
      readonly events: readonly AcceptAnswer[];
    }
  | { readonly kind: 'refused'; readonly reason: NotificationRefusal; readonly status: number }
  /** No such provider, or it pushes nothing. */
  | { readonly kind: 'unknown_provider' }
  /** It could not be stored. The sender has to send it again. */
  | { readonly kind: 'unavailable' };

/** What the door needs of its surroundings. */
export interface ReceptionParts {
  readonly registry: Registry;
  readonly ledger: Store;
  readonly clock: Clock;
  readonly events: GatewayEvents;
}

/**
 * Verifies a notification on its exact bytes, splits it, and stores each event with a job that processes it. What is not
 * believed leaves no trace but a count.
 *
 * @throws PolyrailError `body_parsed` when the body is not the bytes any more
 */
export async function receive(
  parts: ReceptionParts,
  provider: string,
  message: NotificationMessage,
): Promise<Reception> {
  const startedAtMs = parts.clock.now();
  const reception = await takeIn(parts, provider, message);
  if (reception.kind === 'unknown_provider') return reception;
  const { clock, events } = parts;
  const { kind, reason } = { reason: undefined, ...reception };
  events.emit({
    type: 'notification_received',
    provider,
    reception: kind,
    reason,
    startedAtMs,
    endedAtMs: clock.now(),
  });
  return reception;
}

async function takeIn(parts: ReceptionParts, provider: string, message: NotificationMessage): Promise<Reception> {
  const notifications = parts.registry.find(provider)?.provider.notifications;
  if (notifications === undefined) return { kind: 'unknown_provider' };
  if (!(message.body instanceof Uint8Array))
    throw new PolyrailError(
      'body_parsed',
      'a framework has parsed the body of the notification: hand on the bytes as they arrived, signatures are over them',
    );
  // What could not be fetched is missing when the signature is verified, and the notification is refused.
  await notifications.prepare?.(message).catch(() => undefined);
  const nowMs = parts.clock.now();
  const verification = notifications.verifier.verify(message, nowMs);
  if (verification.kind === 'refused') {
    parts.events.emit({ type: 'notification_refused', provider, reason: verification.reason });
    return { kind: 'refused', reason: verification.reason, status: notifications.refusalStatus ?? 401 };
  }
  const { secretId, body = message.body } = verification;
  const arrival = { provider, secretId, receivedAtMs: nowMs };
  const records = readMessage(notifications, { ...message, body } as VerifiedMessage, arrival);
  const answers = await acceptRecords(parts.ledger, records, nowMs).catch(() => undefined);
  if (answers === undefined) return { kind: 'unavailable' };
  return { kind: 'stored', acknowledgement: notifications.acknowledgement ?? { status: 204 }, events: answers };
}
