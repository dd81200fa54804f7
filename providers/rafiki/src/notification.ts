import { jsonField, textField } from '@polyrail/adapter-graphql';
import type { NotificationItem, VerifiedMessage } from '@polyrail/core/provider';
import type { RafikiAssets } from './amount.ts';
import { decode } from './answer.ts';

/** Reads what Rafiki pushes. What became of an outgoing payment is in it; that one was created is a hint. */
export function readNotification(
  { body }: VerifiedMessage,
  assets: RafikiAssets,
): readonly NotificationItem[] | undefined {
  const event: unknown = parse(body);
  const [eventId, type] = [textField(event, 'id'), textField(event, 'type')];
  if (eventId === undefined || type === undefined) return undefined;
  const payment = jsonField(event, 'data');
  const key = textField(payment, 'metadata', 'externalRef') ?? '';
  if (!type.startsWith('outgoing_payment.') || !/^[0-9a-f]{32}$/.test(key)) return [{ eventId, type }];
  const item = { eventId, type, subject: { by: 'provider_key', value: key } } as const;
  if (type !== 'outgoing_payment.completed' && type !== 'outgoing_payment.failed') return [item];
  const decoded = decode(payment, assets);
  if (decoded?.kind === 'unknown') return [{ ...item, quarantined: decoded.message }];
  return [{ ...item, ...(decoded && { decoded }) }];
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}
