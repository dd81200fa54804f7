import { randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const LEAST_BYTES = 24;
const MOST_BYTES = 64;

/** Draws a secret of 32 bytes, written as `whsec_` and base64. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/**
 * Reads the key out of a secret. Throws RangeError where it is not `whsec_` and base64 of 24 to 64 bytes.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function keyOfSecret(secret: string): Buffer {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
  const key = Buffer.from(text, 'base64');
  if (key.toString('base64') === text && key.length >= LEAST_BYTES && key.length <= MOST_BYTES) return key;
  throw new RangeError(`A secret is ${PREFIX} and the base64 of ${LEAST_BYTES} to ${MOST_BYTES} bytes`);
}
