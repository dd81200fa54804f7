import type { Authenticator } from '@polyrail/http';
import { type HttpMessageSignatureOptions, signedHeaders } from './message-signature.ts';

/** Signs requests as RFC 9421 has it, with the `Content-Digest` of the body. @see https://www.rfc-editor.org/rfc/rfc9421 */
export function httpMessageSignature(options: HttpMessageSignatureOptions): Authenticator {
  const { algorithm, keyId } = options;
  return {
    async apply(request, { origin, now }) {
      const { method, path, headers = {}, body } = request;
      const message = { method, url: origin + path, headers, ...(body !== undefined && { body }) };
      return { ...request, headers: await signedHeaders(message, options, now) };
    },
    describe: () => ({ kind: 'http_message_signature', keyId, algorithm, standard: 'RFC 9421' }),
  };
}
