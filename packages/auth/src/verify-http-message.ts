import type { KeyObject } from 'node:crypto';
import type { Secret } from '@polyrail/core/provider';
import { httpbis, type VerifyConfig } from 'http-message-signatures';
import { isContentDigest } from './content-digest.ts';
import { forLibrary, type SignedMessage, type SignedResponse } from './signed-message.ts';
import { isSignedWith, type SignatureAlgorithm } from './signing-key.ts';

/** A key that is trusted, for one algorithm: what a signature says of its own algorithm is not believed. */
export interface VerificationKey {
  readonly algorithm: SignatureAlgorithm;
  /** Public key in PEM; for `hmac-sha256` the shared secret in base64. */
  readonly key: string | Secret | KeyObject;
}

export interface MessageVerification {
  /** The key of this `keyid`; `undefined` for one that is not trusted. */
  readonly keyOf: (keyId: string) => VerificationKey | undefined;
  /**
   * What has to be covered, as in `@method`, or in `@method;req` for the request that a response answers. `content-digest` is demanded
   * beside it where there is a body. Default: `@method` and `@target-uri`; of a response `@status`, and of its request `@method` and
   * `@target-uri`.
   */
  readonly components?: readonly string[];
  /** Age at which a signature is too old. Default: 300. */
  readonly maxAgeSeconds?: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Whether a request or a response is signed as RFC 9421 has it by a trusted key, over all that is demanded, a short while ago, and with
 * the digest of these very bytes. Never throws: what cannot be read is not signed.
 *
 * The library alone answers `null` without a signature and `true` for one that covers nothing, it takes a part of the request for the
 * same part of the response, and it does not look at the body.
 */
export async function isSignedHttpMessage(
  message: SignedMessage | SignedResponse,
  verification: MessageVerification,
): Promise<boolean> {
  const { components = defaultComponents(message) } = verification;
  const { headers, body } = message;
  if (body !== undefined && !isContentDigest(headers['content-digest'], body)) return false;
  const demanded = [...components, ...(body === undefined ? [] : ['content-digest'])].map(identifierOf);
  const config = verifyConfig(verification, demanded);
  try {
    const verified =
      'status' in message
        ? await httpbis.verifyMessage(config, forLibrary(message), message.request && forLibrary(message.request))
        : await httpbis.verifyMessage(config, forLibrary(message));
    return verified === true;
  } catch {
    return false;
  }
}

function verifyConfig(
  { keyOf, maxAgeSeconds = 300, now }: MessageVerification,
  demanded: readonly string[],
): VerifyConfig {
  return {
    all: true,
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
          covers(data, demanded) &&
          isSignedWith(algorithm, key.key, data, signature),
      };
    },
  };
}

function defaultComponents(message: SignedMessage | SignedResponse): readonly string[] {
  if (!('status' in message)) return ['@method', '@target-uri'];
  return message.request === undefined ? ['@status'] : ['@status', '@method;req', '@target-uri;req'];
}

/** As it stands in the text that is signed. */
function identifierOf(component: string): string {
  return component.replace(/^[^";]+/, '"$&"');
}

/** Each line of the text begins with the identifier of what it covers. */
function covers(text: Buffer, demanded: readonly string[]): boolean {
  const covered = new Set(
    text
      .toString()
      .split('\n')
      .map((line) => line.slice(0, line.indexOf(': '))),
  );
  return demanded.every((identifier) => covered.has(identifier));
}
