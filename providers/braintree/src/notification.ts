import { createHash } from 'node:crypto';
import { jsonField, textField } from '@polyrail/adapter-graphql';
import type { NotificationItem, VerifiedMessage } from '@polyrail/core/provider';
import { XMLParser } from 'fast-xml-parser';

// Nothing becomes a number, nothing is expanded; what does not balance is refused.
const parser = new XMLParser({ parseTagValue: false, processEntities: false, maxNestedTags: 20 });

/** Reads what Braintree pushes about transactions: they settle, or they are declined when they should. */
export function readNotification({ body }: VerifiedMessage): readonly NotificationItem[] | undefined {
  const payload = new URLSearchParams(Buffer.from(body).toString('latin1')).get('bt_payload') ?? '';
  const xml = Buffer.from(payload, 'base64').toString();
  if (xml.includes('<!')) return undefined;
  const notification = jsonField(parser.parse(xml, true), 'notification');
  const type = textField(notification, 'kind');
  if (type === undefined) return undefined;
  // Braintree numbers no events; every attempt to deliver one has the same bytes.
  const eventId = createHash('sha256').update(payload.replaceAll('\n', '')).digest('hex');
  const orderId = textField(notification, 'subject', 'transaction', 'order-id');
  if (orderId === undefined || !/^[0-9a-f]{32}$/.test(orderId)) return [{ eventId, type }];
  const item = { eventId, type, subject: { by: 'provider_key', value: orderId } } as const;
  // All else is a hint, and Braintree is asked.
  if (type !== 'transaction_settlement_declined') return [item];
  return [{ ...item, decoded: { kind: 'declined', reason: 'do_not_honour', raw: { status: 'SETTLEMENT_DECLINED' } } }];
}
