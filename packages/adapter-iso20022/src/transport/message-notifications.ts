import type {
  NotificationItem,
  NotificationRefusal,
  Notifications,
  Verification,
  VerifiedMessage,
} from '@polyrail/core/provider';
import type { KeyRing } from '@polyrail/xml';
import { readBusinessMessage } from '../flow/business-message.ts';
import type { NetworkLink } from '../flow/network-link.ts';
import { readNotification } from '../flow/read-notification.ts';
import { unseal } from '../flow/sealed-message.ts';

/** Takes what a network sends by itself: verified by its signature, and read only from what was verified. */
export function signedNotifications(link: NetworkLink, keys: KeyRing): Notifications {
  return {
    verifier: {
      verify({ body }, nowMs): Verification {
        const unsealed = unseal(link.profile, body, keys, nowMs);
        if (unsealed.kind === 'refused')
          return { kind: 'refused', reason: refusals[unsealed.reason] ?? 'signature_wrong' };
        return { kind: 'verified', secretId: unsealed.keyId, body: Buffer.from(unsealed.text) };
      },
    },
    read: (message) => readNotifications(link, message),
  };
}

/** What a message says, transaction by transaction; `undefined` for one that cannot be read. */
export function readNotifications(
  link: NetworkLink,
  { body }: VerifiedMessage,
): readonly NotificationItem[] | undefined {
  const message = readBusinessMessage(link, Buffer.from(body).toString());
  return typeof message === 'string' ? undefined : readNotification(link, message);
}

const refusals: Readonly<Record<string, NotificationRefusal>> = {
  xml_refused: 'body_malformed',
  signature_missing: 'signature_missing',
  signature_repeated: 'signature_repeated',
  signature_malformed: 'signature_malformed',
  signature_misplaced: 'signature_malformed',
  key_expired: 'certificate_refused',
  key_not_yet_valid: 'certificate_refused',
  key_revoked: 'certificate_refused',
};
