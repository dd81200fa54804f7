import { hash } from 'node:crypto';
import { createRedactor, redactText } from '@polyrail/redaction';
import { redactResult } from '../gateway/redact-result.ts';
import type { KeptMessage, NotificationRecord } from '../ledger/notification-record.ts';
import { encodeStored } from '../ledger/stored-json.ts';
import type {
  NotificationItem,
  NotificationMessage,
  Notifications,
  VerifiedMessage,
} from '../provider/notification.ts';
import type { OperationResult } from '../provider/operation.ts';

/** How a message came in. */
type Arrival = Pick<NotificationRecord, 'provider' | 'secretId' | 'receivedAtMs'>;

/**
 * What a message says, event by event. When some of it cannot be read, which is a plugin's mistake, the last record keeps
 * the message for a person, and the other events do not wait for that.
 */
export function readMessage(
  notifications: Notifications,
  message: VerifiedMessage,
  arrival: Arrival,
): readonly NotificationRecord[] {
  const parts = unlessItThrows(() =>
    notifications
      .read(message)
      ?.map((part) => unlessItThrows(() => recordOf(redactItem(typeof part === 'function' ? part() : part), arrival))),
  ) ?? [undefined];
  const records = parts.filter((record) => record !== undefined);
  if (records.length === parts.length) return records;
  const whole = recordOf({ eventId: hash('sha256', message.body, 'hex'), type: 'unreadable' }, arrival);
  return [...records, { ...whole, message: keep(message) }];
}

/** A message that was kept, to be read again. It was verified when it came. */
export function keptMessage({ headers, body }: KeptMessage): VerifiedMessage {
  const message: NotificationMessage = { headers, body: Buffer.from(body) };
  return message as VerifiedMessage;
}

/** True for an event of a kept message with a name that was hidden there: it would be taken for that of something else. */
export function namesWhatIsHidden({ eventId, subject, decoded }: NotificationItem): boolean {
  const said: Partial<OperationResult> | undefined = decoded && 'value' in decoded ? decoded.value : decoded;
  return [eventId, subject?.value, said?.providerReference, said?.movement, said?.reference].some((name) =>
    name?.includes(mask),
  );
}

/** It stands in all that redaction hides. */
const mask = '****';
const redactor = createRedactor();

function keep({ headers, body }: VerifiedMessage): KeptMessage {
  const fields = Object.entries(redactor.fields(headers)).map(([name, value]) => [
    name,
    typeof value === 'string' ? redactText(value) : value?.map(redactText),
  ]);
  return { headers: Object.fromEntries(fields), body: redactText(Buffer.from(body).toString()) };
}

/** Any text that every store can write as it is: without half a character. */
const isId = /^\P{Cs}+$/u;

/** What the event names stays exact: it is how the operation is found. */
function redactItem(item: NotificationItem): NotificationItem {
  // It would hide behind another event.
  if (typeof item.eventId !== 'string' || !isId.test(item.eventId)) throw new TypeError('an event has an id');
  return {
    ...item,
    type: redactText(item.type),
    ...(item.quarantined !== undefined && { quarantined: redactText(item.quarantined) }),
    ...(item.decoded && { decoded: redactResult(item.decoded) }),
  };
}

function recordOf(item: NotificationItem, { provider, secretId, receivedAtMs }: Arrival): NotificationRecord {
  const digest = hash('sha256', encodeStored(item), 'hex');
  return { id: `${provider}:${item.eventId}`, provider, item, digest, secretId, receivedAtMs };
}

function unlessItThrows<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
