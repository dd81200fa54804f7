import { randomBytes } from 'node:crypto';
import { Secret, type SecretSource } from '@polyrail/core';
import type { SecretSet } from '@polyrail/secrets';
import type { Config } from '../settings/config.ts';
import { isSigningSecret } from '../settings/signing-secret.ts';

/** What the host shows to the acquirer, and what the acquirer signs its webhooks with. */
export interface SandboxCredentials {
  readonly apiKey: SecretSource;
  /** Those that are accepted now. Default: its webhooks are not taken. */
  readonly webhookSecrets?: (() => readonly Secret[]) | undefined;
  /** The secrets that can be replaced while the host runs, and whether a new one can be used: else the one before stays. */
  readonly replaceable: Readonly<Record<string, (secret: Secret) => boolean>>;
}

/** Those of a built-in sandbox stay; those of an outside one are asked for at each use. */
export function sandboxCredentials({ sandbox, webhookSecret }: Config, secrets?: SecretSet): SandboxCredentials {
  const { kind, apiKey } = sandbox;
  const fixed = kind === 'built_in' ? newWebhookSecret() : webhookSecret;
  if (kind === 'built_in' || secrets === undefined)
    return { apiKey, webhookSecrets: fixed && (() => [fixed]), replaceable: {} };
  return {
    apiKey: lastOf(secrets.source('SANDBOX_API_KEY'), isToken),
    webhookSecrets: fixed && (() => secrets.live('SANDBOX_WEBHOOK_SECRET')),
    replaceable: { SANDBOX_API_KEY: isToken, ...(fixed && { SANDBOX_WEBHOOK_SECRET: isSigningSecret }) },
  };
}

/** @see Standard Webhooks: 24 to 64 random bytes */
function newWebhookSecret(): Secret {
  return new Secret(`whsec_${randomBytes(32).toString('base64')}`);
}

/** The last one that could be used. */
function lastOf(source: () => Secret, isUsable: (secret: Secret) => boolean): () => Secret {
  let last = source();
  return () => {
    const now = source();
    if (isUsable(now)) last = now;
    return last;
  };
}

/** What a header can carry. */
function isToken(secret: Secret): boolean {
  return /^[\x21-\x7e]+$/.test(secret.expose());
}
