import { type HttpMessageSignatureOptions, signedHeaders } from './message-signature.ts';
import type { SignedResponse } from './signed-message.ts';

/**
 * The headers of a response with its signature as RFC 9421 has it, and with the `Content-Digest` of its body. With the request that it
 * answers it is bound to that, so nobody can show it as the answer to another.
 *
 * @param now milliseconds since 1970
 * @throws CredentialsError when a header that is to be covered is not there
 * @see https://www.rfc-editor.org/rfc/rfc9421#section-2.4
 */
export function signHttpResponse(
  response: SignedResponse,
  options: HttpMessageSignatureOptions,
  now: number,
): Promise<Record<string, string>> {
  return signedHeaders(response, options, now);
}
