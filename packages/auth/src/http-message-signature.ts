import { randomUUID } from 'node:crypto';
import { type SecretSource, secretNow } from '@polyrail/core/provider';
import { type Authenticator, CredentialsError, type HttpRequest } from '@polyrail/http';
import { httpbis } from 'http-message-signatures';
import { contentDigest, type DigestAlgorithm } from './content-digest.ts';
import { type SignatureAlgorithm, signWith } from './signing-key.ts';

export interface HttpMessageSignatureOptions {
  readonly keyId: string;
  /** Private key in PEM; for `hmac-sha256` the shared secret in base64. */
  readonly key: SecretSource;
  readonly algorithm: SignatureAlgorithm;
  /**
   * What is covered. Default: `@method`, `@target-uri` and, where they are there, `content-digest`, `content-type`, `authorization`
   * and `idempotency-key`.
   */
  readonly components?: readonly string[];
  /** Default: `created`, `keyid`, `alg` and `nonce`. */
  readonly parameters?: readonly ('created' | 'expires' | 'keyid' | 'alg' | 'nonce' | 'tag')[];
  /** Default: `sha-256`. */
  readonly digest?: DigestAlgorithm;
  /** Default: `sig1`. */
  readonly label?: string;
  readonly tag?: string;
  /** Time from `created` to `expires`, where that is asked for. Default: 300. */
  readonly lifetimeSeconds?: number;
  /** Makes nonces. Default: a random UUID. */
  readonly randomId?: () => string;
}

const wanted = ['content-digest', 'content-type', 'authorization', 'idempotency-key'];

/** Signs requests as RFC 9421 has it, with the `Content-Digest` of the body. @see https://www.rfc-editor.org/rfc/rfc9421 */
export function httpMessageSignature(options: HttpMessageSignatureOptions): Authenticator {
  const { algorithm, digest, key, keyId, label = 'sig1', lifetimeSeconds = 300, randomId = randomUUID } = options;
  const params = [...(options.parameters ?? ['created', 'keyid', 'alg', 'nonce', ...(options.tag ? ['tag'] : [])])];
  return {
    async apply(request, { origin, now }) {
      const digested = withDigest(request, digest);
      const { method, path, headers = {} } = digested;
      const fields = options.components ?? ['@method', '@target-uri', ...wanted.filter((name) => name in headers)];
      const missing = fields.find((name) => /^[a-z]/.test(name) && !(name in headers));
      if (missing !== undefined) throw new CredentialsError(`the request has no ${missing} to sign`);
      const signed = await httpbis.signMessage(
        {
          key: { id: keyId, alg: algorithm, sign: async (data) => signWith(algorithm, secretNow(key), data) },
          name: label,
          fields: [...fields],
          params,
          paramValues: {
            created: new Date(now),
            expires: new Date(now + lifetimeSeconds * 1_000),
            nonce: randomId(),
            ...(options.tag !== undefined && { tag: options.tag }),
          },
        },
        { method, url: origin + path, headers: { ...headers } },
      );
      return {
        ...digested,
        headers: {
          ...headers,
          'signature-input': String(signed.headers['Signature-Input']),
          signature: String(signed.headers['Signature']),
        },
      };
    },
    describe: () => ({ kind: 'http_message_signature', keyId, algorithm, standard: 'RFC 9421' }),
  };
}

function withDigest(request: HttpRequest, algorithm: DigestAlgorithm | undefined): HttpRequest {
  if (request.body === undefined) return request;
  return { ...request, headers: { ...request.headers, 'content-digest': contentDigest(request.body, algorithm) } };
}
