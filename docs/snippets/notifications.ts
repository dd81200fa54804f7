import { createHash } from 'node:crypto';
import { jsonField, minorUnitsField, textField } from '@polyrail/adapter-rest';
import {
  type Decoded,
  isCurrencyCode,
  money,
  type NotificationItem,
  type Notifications,
  type OperationResult,
  type Secret,
} from '@polyrail/core/provider';
import { gocardlessVerifier } from '@polyrail/webhooks';

/** What the imaginary provider "Acme" pushes: lists of events. */
export function acmeNotifications(secret: Secret): Notifications {
  return {
    verifier: gocardlessVerifier([{ id: '2026-03', secret }]),
    read: ({ body }) => {
      const events = jsonField(JSON.parse(Buffer.from(body).toString()), 'events');
      return Array.isArray(events) ? events.map((event) => () => readEvent(event)) : undefined;
    },
  };
}

function readEvent(event: unknown): NotificationItem {
  const type = textField(event, 'type') ?? 'unknown';
  const eventId = textField(event, 'id');
  if (eventId === undefined) return { eventId: digest(event), type, quarantined: 'it has no id' };
  const value = textField(event, 'charge', 'merchant_reference'); // the idempotency key, as `encode` gave it
  if (value === undefined) return { eventId, type }; // about nothing of ours: stored, and nothing follows
  const decoded = type === 'charge.paid' ? paid(jsonField(event, 'charge')) : undefined;
  return { eventId, type, subject: { by: 'provider_key', value }, ...(decoded && { decoded }) };
}

function paid(charge: unknown): Decoded<OperationResult> | undefined {
  const [providerReference, minorUnits] = [textField(charge, 'id'), minorUnitsField(charge, 'amount')];
  const currency = textField(charge, 'currency') ?? '';
  if (providerReference === undefined || minorUnits === undefined || !isCurrencyCode(currency)) return undefined;
  return { kind: 'succeeded', value: { providerReference, amount: money(minorUnits, currency) } };
}

function digest(event: unknown): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('hex');
}
