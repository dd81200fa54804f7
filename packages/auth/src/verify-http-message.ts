import type { KeyObject } from 'node:crypto';
import type { Secret } from '@polyrail/core/provider';
import { httpbis } from 'http-message-signatures';
import { isContentDigest } from './content-digest.ts';
import { isSignedWith, type SignatureAlgorithm } from './signing-key.ts';

/** A request as it came. */
export interface SignedMessage {
  readonly method: string;
  /** Whole, with scheme and host. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes. */
  readonly body?: string | Uint8Array;
}

/** A key that is trusted, for one algorithm: what a signature says of its own algorithm is not believed. */
export interface VerificationKey {
  readonly algorithm: SignatureAlgorithm;
  /** Public key in PEM; for `hmac-sha256` the shared secret in base64. */
  readonly key: string | Secret | KeyObject;
}

export interface MessageVerification {
  /** The key of this `keyid`; `undefined` for one that is not trusted. */
  readonly keyOf: (keyId: string) => VerificationKey | undefined;
  /** What has to be covered. `content-digest` is demanded beside it where there is a body. Default: `@method`, `@target-uri`. */
  readonly components?: readonly string[];
  /** Age at which a signature is too old. Default: 300. */
  readonly maxAgeSeconds?: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Whether a request is signed as RFC 9421 has it by a trusted key, over all that is demanded, a short while ago, and with the digest of
 * these very bytes. Never throws: what cannot be read is not signed.
 *
 * The library alone answers `null` without a signature and `true` for one that covers nothing, and it does not look at the body.
 */
export async function isSignedHttpMessage(message: SignedMessage, verification: MessageVerification): Promise<boolean> {
  const { components = ['@method', '@target-uri'], keyOf, maxAgeSeconds = 300, now } = verification;
  const { method, url, headers, body } = message;
  if (body !== undefined && !isContentDigest(headers['content-digest'], body)) return false;
  try {
    const verified = await httpbis.verifyMessage(
      {
        all: true,
        requiredFields: [...components, ...(body === undefined ? [] : ['content-digest'])],
        requiredParams: ['created', 'keyid'],
        // Otherwise the library asks the clock of the machine.
        notAfter: new Date(now + maxAgeSeconds * 1_000),
        keyLookup: async ({ keyid, created }) => {
          const key = keyid === undefined ? undefined : keyOf(keyid);
          const ageMs = now - (created?.getTime() ?? Number.NaN);
          if (key === undefined || !(Math.abs(ageMs) <= maxAgeSeconds * 1_000)) return null;
          const { algorithm } = key;
          return {
            algs: [algorithm],
            verify: async (data, signature, parameters) =>
              // As seconds, whatever the types of the library say; it asks the clock of the machine itself.
              !(Number(parameters?.expires ?? Number.POSITIVE_INFINITY) * 1_000 < now) &&
              isSignedWith(algorithm, key.key, data, signature),
          };
        },
      },
      { method, url, headers: { ...headers } },
    );
    return verified === true;
  } catch {
    return false;
  }
}
