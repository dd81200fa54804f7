import { jsonField, textField } from '@polyrail/adapter-rest';
import {
  type Decoded,
  declineReasonOfIso8583,
  type NotificationItem,
  type Notifications,
  type OperationResult,
  type Secret,
  type VerifiedMessage,
} from '@polyrail/core/provider';
import { standardWebhooksVerifier } from '@polyrail/webhooks';
import { resourceAmount } from './answer.ts';

/** The webhooks of the acquirer, signed by Standard Webhooks. Newer secrets come first. */
export function sandboxNotifications(secrets: () => readonly Secret[]): Notifications {
  const live = () => secrets().map((secret, index) => ({ id: `secret-${index + 1}`, secret }));
  return { verifier: standardWebhooksVerifier(live), read };
}

function read({ body }: VerifiedMessage): readonly NotificationItem[] | undefined {
  const event: unknown = JSON.parse(Buffer.from(body).toString());
  const eventId = textField(event, 'id');
  const type = textField(event, 'type');
  if (eventId === undefined || type === undefined) return undefined;
  const key = textField(event, 'idempotency_key');
  if (key === undefined) return [{ eventId, type }];
  const decoded = decodeEvent(type, jsonField(event, 'data'));
  return [{ eventId, type, subject: { by: 'provider_key', value: key }, ...(decoded && { decoded }) }];
}

/** What an event says by itself. `undefined`: it is a hint, and the acquirer is asked. */
function decodeEvent(type: string, resource: unknown): Decoded<OperationResult> | undefined {
  const word = type.slice(type.indexOf('.') + 1);
  const providerReference = textField(resource, 'id');
  const amount = resourceAmount(resource);
  if (word === 'declined' || word === 'failed') {
    const code = textField(resource, 'decline_code') ?? '96';
    return { kind: 'declined', reason: declineReasonOfIso8583(code), raw: { code, status: word } };
  }
  if ((word !== 'succeeded' && word !== 'authorized') || providerReference === undefined || amount === undefined)
    return undefined;
  return { kind: 'succeeded', value: { providerReference, amount, raw: { status: word } } };
}
