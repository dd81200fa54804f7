import { createHmac } from 'node:crypto';
import { keyOfSecret } from './webhook-secret.ts';

/** What a signature covers. */
export interface SignedContent {
  readonly id: string;
  /** Whole seconds since the epoch. */
  readonly timestampSeconds: number;
  readonly body: string;
}

/**
 * The value of `webhook-signature`: one `v1` signature for each secret, separated by spaces.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signWebhook(content: SignedContent, secrets: readonly string[]): string {
  const text = `${content.id}.${content.timestampSeconds}.${content.body}`;
  return secrets
    .map((secret) => `v1,${createHmac('sha256', keyOfSecret(secret)).update(text).digest('base64')}`)
    .join(' ');
}
