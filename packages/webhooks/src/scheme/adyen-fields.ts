import type { NotificationVerifier, Verification } from '@polyrail/core/provider';
import { hmacKeys } from '../hmac-keys.ts';
import type { LiveSecrets } from '../live-secret.ts';
import { type Refused, refused } from '../refused.ts';
import { decodeStrictly } from '../strict-encoding.ts';
import { matchingKey, type VerificationKey } from '../verification-key.ts';
import { type BodyOptions, limitsOf } from '../verifier-limits.ts';
import { readAdyenItems, type SignedItem } from './adyen-items.ts';

/** What Adyen's older integrations wait for: `acknowledgement` of its notifications. */
export const adyenAcknowledgement: { readonly status: number; readonly body: string; readonly contentType: string } = {
  status: 200,
  body: '[accepted]',
  contentType: 'text/plain',
};

/**
 * The notifications of Adyen about payments: in the body, `additionalData.hmacSignature` of every item is base64 of HMAC-SHA256
 * over eight of its fields joined by colons. The key is written as hexadecimal. One bad item refuses the batch.
 *
 * Only these are signed: `pspReference`, `originalReference`, `merchantAccountCode`, `merchantReference`, `amount`, `eventCode`,
 * `success`. Believe nothing else of an item, such as `reason`, `eventDate` or `live`. No time is signed.
 *
 * @see https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures
 */
export function adyenFieldsVerifier(secrets: LiveSecrets, options: BodyOptions = {}): NotificationVerifier {
  const keysNow = hmacKeys(secrets, { algorithm: 'sha256', keyEncoding: 'hex' });
  const { bodyLimitBytes } = limitsOf(options);
  return {
    verify(message): Verification {
      if (message.body.byteLength > bodyLimitBytes) return refused('body_too_large');
      const items = readAdyenItems(message.body);
      if (items === undefined) return refused('body_malformed');
      const keys = keysNow();
      const results = items.map((item) => verifyItem(item, keys));
      const [first] = results;
      return results.find(({ kind }) => kind === 'refused') ?? first ?? refused('body_malformed');
    },
  };
}

function verifyItem({ signature, content }: SignedItem, keys: readonly VerificationKey[]): Verification | Refused {
  if (signature === undefined) return refused('signature_missing');
  const bytes = decodeStrictly(signature, 'base64');
  if (bytes?.length !== 32) return refused('signature_malformed');
  const secretId = matchingKey(keys, Buffer.from(content), [{ version: '', bytes }]);
  return secretId === undefined ? refused('signature_wrong') : { kind: 'verified', secretId };
}
