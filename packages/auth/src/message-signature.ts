import { randomUUID } from 'node:crypto';
import { type SecretSource, secretNow } from '@polyrail/core/provider';
import { CredentialsError } from '@polyrail/http';
import { httpbis } from 'http-message-signatures';
import { contentDigest, type DigestAlgorithm } from './content-digest.ts';
import { forLibrary, type SignedMessage, type SignedResponse } from './signed-message.ts';
import { type SignatureAlgorithm, signWith } from './signing-key.ts';

export interface HttpMessageSignatureOptions {
  readonly keyId: string;
  /** Private key in PEM; for `hmac-sha256` the shared secret in base64. */
  readonly key: SecretSource;
  readonly algorithm: SignatureAlgorithm;
  /**
   * What is covered. Default: of a request `@method`, `@target-uri` and, where they are there, `content-digest`, `content-type`,
   * `authorization` and `idempotency-key`; of a response `@status`, those two of them, and of the request that it answers `@method`,
   * `@target-uri` and `content-digest`, written `@method;req`.
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

/**
 * The headers of a message with its signature and, where it has a body, with `Content-Digest`.
 *
 * @throws CredentialsError when a header that is to be covered is not there
 */
export async function signedHeaders(
  message: SignedMessage | SignedResponse,
  options: HttpMessageSignatureOptions,
  now: number,
): Promise<Record<string, string>> {
  const { algorithm, key, keyId, label = 'sig1', lifetimeSeconds = 300, randomId = randomUUID, tag } = options;
  const { body } = message;
  const digest = body !== undefined && { 'content-digest': contentDigest(body, options.digest) };
  const headers: Record<string, string> = { ...message.headers, ...digest };
  const fields = [...(options.components ?? defaultComponents({ ...message, headers }))];
  const missing = fields.find((name) => /^[a-z-]+$/.test(name) && !(name in headers));
  if (missing !== undefined) throw new CredentialsError(`there is no ${missing} to sign`);
  const config = {
    key: { id: keyId, alg: algorithm, sign: async (data: Buffer) => signWith(algorithm, secretNow(key), data) },
    name: label,
    fields,
    params: [...(options.parameters ?? ['created', 'keyid', 'alg', 'nonce', ...(tag ? ['tag'] : [])])],
    paramValues: {
      created: new Date(now),
      expires: new Date(now + lifetimeSeconds * 1_000),
      nonce: randomId(),
      ...(tag !== undefined && { tag }),
    },
  };
  const signed: { headers: Record<string, string | string[]> } =
    'status' in message
      ? await httpbis.signMessage(config, { ...message, headers }, message.request && forLibrary(message.request))
      : await httpbis.signMessage(config, { ...message, headers });
  const { 'Signature-Input': input, Signature: signature } = signed.headers;
  return { ...headers, 'signature-input': String(input), signature: String(signature) };
}

function defaultComponents(message: SignedMessage | SignedResponse): readonly string[] {
  const { headers } = message;
  if (!('status' in message)) return ['@method', '@target-uri', ...wanted.filter((name) => name in headers)];
  const { request } = message;
  return [
    '@status',
    ...['content-digest', 'content-type'].filter((name) => name in headers),
    ...(request === undefined ? [] : ['@method;req', '@target-uri;req']),
    ...(request?.headers['content-digest'] === undefined ? [] : ['content-digest;req']),
  ];
}
