import { createHash } from 'node:crypto';
import { type NotificationVerifier, PolyrailError, type Secret, type Verification } from '@polyrail/core/provider';
import { hmacKey } from '../hmac-keys.ts';
import { decodeCandidates, readLabelled } from '../labelled-signatures.ts';
import { liveKeys } from '../live-keys.ts';
import type { LiveSecret } from '../live-secret.ts';
import { type Refused, refused } from '../refused.ts';
import { type Candidate, matchingKey, type VerificationKey } from '../verification-key.ts';
import { type BodyOptions, limitsOf } from '../verifier-limits.ts';

/** An API key of Braintree. Its public half names it. */
export interface BraintreeKey {
  readonly publicKey: string;
  readonly privateKey: Secret;
}

/** Keys that are believed, or a function that gives those of the moment: it is asked at each message. */
export type BraintreeKeys = readonly BraintreeKey[] | (() => readonly BraintreeKey[]);

const payloadText = /^[A-Za-z0-9+/=\n]+$/;
const publicKeyText = /^[A-Za-z0-9_]{1,64}$/;
const pair = /^(?<version>[A-Za-z0-9_]{1,64})\|(?<text>[0-9a-f]+)$/;

/**
 * The form fields `bt_signature` (`<public key>|<hex>[&…]`) and `bt_payload` (base64 of XML). HMAC-SHA1, keyed with SHA-1 of the
 * private key, over the payload with or without a line feed at its end: Braintree offers nothing stronger. No time is signed apart
 * from the payload. The id of the secret that matched is its public key.
 *
 * @throws PolyrailError `configuration_invalid` for keys or limits that cannot work
 * @see https://developer.paypal.com/braintree/docs/guides/webhooks/parse/node/
 */
export function braintreeVerifier(keys: BraintreeKeys, options: BodyOptions = {}): NotificationVerifier {
  const live = () => (typeof keys === 'function' ? keys() : keys).map(toLive);
  const verificationKeysNow = liveKeys(live, toVerificationKey);
  const { bodyLimitBytes } = limitsOf(options);
  return {
    verify(message): Verification {
      if (message.body.byteLength > bodyLimitBytes) return refused('body_too_large');
      const form = new URLSearchParams(Buffer.from(message.body).toString('latin1'));
      const payload = singleEntry(form, 'bt_payload', 'body_malformed');
      if (typeof payload !== 'string') return payload;
      if (!payloadText.test(payload)) return refused('body_malformed');
      const verificationKeys = verificationKeysNow();
      const signature = singleEntry(form, 'bt_signature', 'signature_missing');
      if (typeof signature !== 'string') return signature;
      const candidates = readPairs(signature, verificationKeys);
      if ('kind' in candidates) return candidates;
      const matches = [payload, `${payload}\n`].map((text) =>
        matchingKey(verificationKeys, Buffer.from(text), candidates),
      );
      const secretId = matches.find((match) => match !== undefined);
      return secretId === undefined ? refused('signature_wrong') : { kind: 'verified', secretId };
    },
  };
}

function toLive({ publicKey, privateKey }: BraintreeKey): LiveSecret {
  return { id: publicKey, secret: privateKey };
}

/** The public key stands in place of a version, so a signature is only compared with the key that it names. */
function toVerificationKey({ id: publicKey, secret }: LiveSecret): VerificationKey {
  if (!publicKeyText.test(publicKey))
    throw new PolyrailError(
      'configuration_invalid',
      'a public key of Braintree has 1 to 64 letters, digits and underscores',
    );
  const digest = createHash('sha1').update(secret.expose()).digest();
  return hmacKey(publicKey, digest, 'sha1', publicKey);
}

function singleEntry(form: URLSearchParams, name: string, whenMissing: Refused['reason']): string | Refused {
  const [value, ...further] = form.getAll(name);
  if (further.length > 0) return refused('signature_repeated');
  return value === undefined || value === '' ? refused(whenMissing) : value;
}

function readPairs(text: string, keys: readonly VerificationKey[]): readonly Candidate[] | Refused {
  const pairs = readLabelled(text, '&', pair);
  if (pairs === undefined) return refused('signature_malformed');
  if (new Set(pairs.map(({ version }) => version)).size < pairs.length) return refused('signature_repeated');
  const candidates = decodeCandidates(pairs, 'hex', keys);
  if (candidates === undefined) return refused('signature_malformed');
  return candidates.length === 0 ? refused('signature_wrong') : candidates;
}
