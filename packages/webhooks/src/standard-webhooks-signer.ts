import { createHmac, createSecretKey, sign } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import { liveKeys } from './live-keys.ts';
import type { LiveSecret, LiveSecrets } from './live-secret.ts';
import { isMessageId } from './message-id.ts';
import { readWebhookSecret } from './webhook-secret.ts';

/** What goes out with the body. */
export interface StandardWebhooksHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

export interface StandardWebhooksSigner {
  /**
   * Pure: the same message gives the same headers.
   *
   * @param messageId the id of the event, the same at each attempt; 1 to 256 printable ASCII characters, no space, no full stop
   * @param timestampSeconds the time of this attempt, whole seconds since 1970; a new attempt is signed again
   * @param body the bytes that go out
   * @throws PolyrailError `command_invalid` for an id or a time that cannot be signed
   */
  sign(messageId: string, timestampSeconds: number, body: Uint8Array): StandardWebhooksHeaders;
}

const maxSeconds = 999_999_999_999;

/**
 * Signs outgoing webhooks by Standard Webhooks 1.0.0: one signature a key, so that during a rotation the receiver may hold the old
 * key or the new one. `whsec_…` makes `v1` (HMAC-SHA256), `whsk_…` makes `v1a` (Ed25519).
 *
 * @throws PolyrailError `configuration_invalid` for a key that is neither
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function standardWebhooksSigner(secrets: LiveSecrets): StandardWebhooksSigner {
  const signaturesNow = liveKeys(secrets, toSignature);
  return {
    sign(messageId, timestampSeconds, body) {
      checkMessage(messageId, timestampSeconds);
      const content = Buffer.concat([Buffer.from(`${messageId}.${timestampSeconds}.`), body]);
      return {
        'webhook-id': messageId,
        'webhook-timestamp': String(timestampSeconds),
        'webhook-signature': signaturesNow()
          .map((signature) => signature(content))
          .join(' '),
      };
    },
  };
}

function toSignature({ id, secret }: LiveSecret): (content: Uint8Array) => string {
  const read = readWebhookSecret(id, secret);
  if (read.kind === 'public')
    throw new PolyrailError('configuration_invalid', `${id} is a public key: a signer takes whsec_… or whsk_…`);
  if (read.kind === 'private') return (content) => `v1a,${sign(null, content, read.key).toString('base64')}`;
  const key = createSecretKey(read.bytes);
  return (content) => `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

function checkMessage(messageId: string, timestampSeconds: number): void {
  const isTime = Number.isSafeInteger(timestampSeconds) && timestampSeconds >= 0 && timestampSeconds <= maxSeconds;
  if (!isMessageId(messageId) || !isTime)
    throw new PolyrailError(
      'command_invalid',
      'a webhook is signed with an id without full stops and whole seconds since 1970',
    );
}
