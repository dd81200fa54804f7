import type { Secret } from '@polyrail/core';
import { standardWebhooksSigner } from '@polyrail/webhooks';

/** What a secret of Standard Webhooks looks like. */
export const signingSecretRule = 'must be whsec_ and 24 to 64 bytes in base64';

/** Whether webhooks can be signed and verified with it. */
export function isSigningSecret(secret: Secret): boolean {
  try {
    return standardWebhooksSigner([{ id: 'key', secret }]) !== undefined;
  } catch {
    return false;
  }
}
