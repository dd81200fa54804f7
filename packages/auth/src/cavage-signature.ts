import { createHash } from 'node:crypto';
import { type SecretSource, secretNow } from '@polyrail/core/provider';
import { type Authenticator, CredentialsError } from '@polyrail/http';
import { cavage } from 'http-message-signatures';
import { type SignatureAlgorithm, signWith } from './signing-key.ts';

export interface CavageSignatureOptions {
  /** Such as `SN=…,CA=…` where a bank knows keys by their certificate. */
  readonly keyId: string;
  /** Private key in PEM; for `hmac-sha256` the shared secret in base64. */
  readonly key: SecretSource;
  readonly algorithm: SignatureAlgorithm;
  /** Fields in the order in which the counterparty wants them; `(request-target)` and `host` may be among them. */
  readonly fields: readonly string[];
  /** More headers of every request, such as the certificate in `tpp-signature-certificate`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `authorization` puts `Signature ` before it. Default: `signature`. */
  readonly carrier?: 'signature' | 'authorization';
}

/**
 * Signs requests as the drafts before RFC 9421 have it, which NextGenPSD2 and others still use, with the `Digest` of the body
 * (SHA-256) and a `Date` where none is.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-cavage-http-signatures-12
 */
export function cavageSignature(options: CavageSignatureOptions): Authenticator {
  const { algorithm, carrier = 'signature', fields, key, keyId } = options;
  return {
    async apply(request, { origin, now }) {
      const headers: Record<string, string> = {
        date: new Date(now).toUTCString(),
        ...options.headers,
        ...request.headers,
        ...(request.body !== undefined && { digest: `SHA-256=${sha256(request.body)}` }),
      };
      const { host } = new URL(origin);
      const missing = fields.find((name) => /^[a-z]/.test(name) && name !== 'host' && !(name in headers));
      if (missing !== undefined) throw new CredentialsError(`the request has no ${missing} to sign`);
      const message = { method: request.method, url: origin + request.path, headers: { ...headers, host } };
      const signed: { headers: Record<string, string | string[]> } = await cavage.signMessage(
        {
          key: { id: keyId, alg: algorithm, sign: async (data) => signWith(algorithm, secretNow(key), data) },
          fields: fields.map((name) => (name === '(request-target)' ? '@request-target' : name)),
          params: ['keyid', 'alg'],
        },
        message,
      );
      const signature = String(signed.headers['Signature']);
      const value = carrier === 'authorization' ? `Signature ${signature}` : signature;
      return { ...request, headers: { ...headers, [carrier]: value } };
    },
    describe: () => ({ kind: 'http_signature', keyId, algorithm, standard: 'draft-cavage' }),
  };
}

function sha256(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64');
}
