import type { NotificationVerifier } from '@polyrail/core/provider';
import type { LiveSecrets } from '../live-secret.ts';
import { type SignatureScheme, schemeVerifier } from '../scheme-verifier.ts';
import type { VerifierOptions } from '../verifier-limits.ts';
import { standardWebhooksKeys, standardWebhooksScheme } from './standard-webhooks.ts';

/** Standard Webhooks under the names that its headers had before: `svix-id`, `svix-timestamp`, `svix-signature`. */
export const svixScheme: SignatureScheme = {
  ...standardWebhooksScheme,
  signatureField: 'svix-signature',
  idField: 'svix-id',
  timestamp: { from: 'field', name: 'svix-timestamp' },
};

/**
 * What providers send by way of Svix, unless their messages have the headers of Standard Webhooks. Keys are the same.
 *
 * @throws PolyrailError `configuration_invalid` for a key that is neither `whsec_…` nor `whpk_…`
 * @see https://docs.svix.com/receiving/verifying-payloads/how-manual
 */
export function svixVerifier(secrets: LiveSecrets, options: VerifierOptions = {}): NotificationVerifier {
  return schemeVerifier(svixScheme, standardWebhooksKeys(secrets), options);
}
