import { type Endpoint, signingSecrets } from './endpoint-registry.ts';
import { rafikiSignature } from './rafiki-signature.ts';
import { signWebhook } from './sign-webhook.ts';
import type { WebhookFaultOrder } from './webhook-fault-queue.ts';
import { newWebhookSecret } from './webhook-secret.ts';

/** One webhook as it goes over the wire. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a webhook is made of. */
export interface WebhookDraft {
  readonly id: string;
  readonly body: string;
  readonly endpoint: Endpoint;
  readonly now: number;
  /** Changes the meaning of a body. */
  readonly tamper: (body: string) => string;
}

/** Signs a webhook, and spoils it as the fault says. */
export function composeWebhook(draft: WebhookDraft, order: WebhookFaultOrder | undefined): WebhookMessage {
  const { id, body, now } = draft;
  const sentAt = order?.fault === 'stale' ? now - (order.ageMs ?? 600_000) : now;
  if (draft.endpoint.scheme === 'rafiki') return composeRafiki(draft, order, sentAt);
  const timestampSeconds = Math.floor(sentAt / 1000);
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestampSeconds) };
  if (order?.fault === 'unsigned') return { headers, body };
  const signature = signWebhook({ id, timestampSeconds, body }, secretsOf(draft, order));
  return { headers: { ...headers, 'webhook-signature': signature }, body: bodyOf(draft, order) };
}

/** It has one signature at a time: the secret before is no more once it was replaced. */
function composeRafiki(draft: WebhookDraft, order: WebhookFaultOrder | undefined, sentAt: number): WebhookMessage {
  const body = bodyOf(draft, order);
  if (order?.fault === 'unsigned') return { headers: {}, body };
  const [secret = ''] = secretsOf(draft, order);
  return { headers: { 'rafiki-signature': rafikiSignature(draft.body, secret, sentAt) }, body };
}

function secretsOf({ endpoint, now }: WebhookDraft, order: WebhookFaultOrder | undefined): readonly string[] {
  switch (order?.fault) {
    case 'wrong_key':
      return [newWebhookSecret()];
    case 'rotated_key':
      return [endpoint.nextSecret];
    default:
      return signingSecrets(endpoint, now);
  }
}

function bodyOf({ body, tamper }: WebhookDraft, order: WebhookFaultOrder | undefined): string {
  switch (order?.fault) {
    case 'tamper':
      return tamper(body);
    case 'reserialise':
      return JSON.stringify(JSON.parse(body), undefined, 2);
    default:
      return body;
  }
}
