import type { WebhookEvent } from '../webhook/webhook-event.ts';
import { resourceJson } from './encode-answer.ts';

/** The body of the webhook that tells an event; `data` is what a GET of the resource answered right after the change. */
export function encodeEvent({ id, type, at, resource, key }: WebhookEvent): string {
  return JSON.stringify({
    id,
    type,
    created_at: new Date(at).toISOString(),
    data: resourceJson(resource, resource.status),
    idempotency_key: key ?? null,
  });
}
